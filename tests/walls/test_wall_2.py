"""Row-level security by itself: SQL by hand, whatever a query forgets to ask."""

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, ProgrammingError, connection, transaction
from pytest_django import DjangoDbBlocker

from accounts.models import CopyKey, DraftKey, User
from mend import clock
from mend.identity import acting_as
from mend.roles import APP
from steps.journey.models import Journey
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy, Item
from steps.sharing.tick import deliver_due
from steps.timeline.models import Event
from tests.looking_on import served
from tests.people import pair, signed_in
from tests.walls.asking import asking_as, execute, faults
from tests.walls.model import TABLES, Me, Wall
from tests.world import World, whole_world
from tests.writing import THREE_MINUTES, send, write

# Who there is, and who belongs to whom: read before anybody is known, so under no couple.
DIRECTORY = {
    "accounts_couple", "accounts_invitation", "accounts_mailedaddress", "accounts_membership",
    "accounts_user", "account_emailaddress", "account_emailconfirmation", "auth_group",
    "auth_group_permissions", "auth_permission", "django_content_type", "django_migrations",
    "accounts_attempt", "accounts_device", "mfa_authenticator",
}  # fmt: skip
DEFINERS = {
    "accounts_keks", "steps_due", "steps_taken", "steps_carry", "steps_room", "steps_lapsed",
    "steps_limits_of_other", "steps_hold_no_longer", "steps_kept_back", "steps_withdraw",
    "steps_part", "steps_erase", "accounts_forget_keys", "steps_told_in_space",
    "steps_forget_private",
}  # fmt: skip


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), whole_world() as world:
        yield world


@pytest.fixture(scope="module")
def wall(world: World) -> Wall:
    return Wall()


@pytest.fixture(scope="module")
def people(world: World) -> list[Me]:
    """Everybody as they are, nobody, and Ann and Ben as if they acted in Cy's couple."""
    ann, ben, cy = (
        Me(user.first_name, user.pk, user.couple.pk) for user in (world.ann, world.ben, world.cy)
    )
    astray = [Me(f"{me.name} astray", me.user, cy.couple) for me in (ann, ben)]
    return [ann, ben, cy, Me("nobody", None, None), *astray]


@pytest.mark.parametrize("command", ["select", "insert", "update", "delete"])
@pytest.mark.parametrize("table", TABLES)
def test_everybody_does_with_every_row_what_is_theirs_to_do_and_nothing_else(
    wall: Wall, people: list[Me], table: str, command: str
) -> None:
    assert wall.rows[table], "there is a row to try it with"
    assert faults(wall, people, table, command) == []


def test_of_what_is_private_to_ann_or_ben_the_other_finds_no_row(
    wall: Wall, people: list[Me]
) -> None:
    """Said once more by hand, so that the model above is not believed alone."""
    ann, ben, cy, nobody, *_ = people
    private = {
        "steps_draft": "writer_id", "steps_copy": "person_id", "steps_reading": "reader_id",
        "steps_tracking": "writer_id", "steps_clearing": "reader_id",
        "steps_putaway": "person_id", "steps_spacecopy": "person_id", "steps_attempt": "writer_id",
        "steps_limits": "reader_id", "steps_secondlook": "writer_id", "steps_tie": "writer_id",
        "steps_cardlook": "writer_id",
        "accounts_draftkey": "user_id",
    }  # fmt: skip
    for me in (ann, ben, cy, nobody):
        with asking_as(me):
            for table, person in private.items():
                assert (
                    execute(f"SELECT FROM {table} WHERE {person} IS DISTINCT FROM %s", [me.user])
                    == 0
                )
    with asking_as(ben):
        told = "SELECT FROM steps_item WHERE sent_at IS NULL AND writer_id <> %s"
        assert execute(told, [ben.user]) == 0
    with asking_as(ann):
        assert execute("SELECT FROM steps_verdict WHERE shared_at IS NULL") == 0
    for me in (cy, nobody):
        with asking_as(me):
            assert execute("SELECT FROM steps_item") == execute("SELECT FROM steps_event") == 0


def test_without_any_single_policy_something_is_wrong(wall: Wall, people: list[Me]) -> None:
    unnoticed = []
    for table, policy, command in policies():
        with transaction.atomic():
            execute(f"DROP POLICY {policy} ON {table}")
            if not faults(wall, people, table.partition("_")[2], command.lower()):
                unnoticed.append(f"{policy} on {table}")
            transaction.set_rollback(True)
    assert unnoticed == []


def policies() -> list[tuple[str, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, policyname, cmd FROM pg_policies ORDER BY 1, 2")
        return cursor.fetchall()


@pytest.mark.django_db
def test_every_table_is_in_the_directory_or_behind_the_wall() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class"
            " WHERE relkind IN ('r', 'p', 'm', 'v') AND relnamespace = 'public'::regnamespace"
        )
        tables = {name: (on, forced) for name, on, forced in cursor.fetchall()}
        cursor.execute("SELECT tablename, cmd, roles::text FROM pg_policies")
        found = cursor.fetchall()
    assert {name for name, (on, _) in tables.items() if not on} == DIRECTORY
    assert not [name for name, (_, forced) in tables.items() if forced]
    behind = set(tables) - DIRECTORY
    for command in ("SELECT", "INSERT"):
        assert {table for table, cmd, _ in found if cmd == command} == behind
    assert not [table for table, cmd, _ in found if cmd == "ALL"]
    assert {roles for _, _, roles in found} == {f"{{{APP}}}"}


@pytest.mark.django_db
def test_every_function_past_the_wall_is_known_and_for_the_role_that_serves_alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname, proconfig, proacl::text FROM pg_proc"
            " WHERE prosecdef AND pronamespace = 'public'::regnamespace"
        )
        functions = cursor.fetchall()
    assert {name for name, _, _ in functions} == DEFINERS
    for _, settings, allowed in functions:
        assert settings == ["search_path=pg_catalog, public, pg_temp"]
        assert f"{APP}=X" in allowed
        assert "{=X" not in allowed
        assert ",=X" not in allowed


@pytest.mark.django_db
def test_every_row_stays_in_the_couple_of_what_it_points_at() -> None:
    expected = {
        f"{model._meta.db_table}_{field.column}_same_couple"
        for model in apps.get_app_config("steps").get_models()
        if any(field.name == "couple" for field in model._meta.local_fields)
        for field in model._meta.local_fields
        if field.related_model in apps.get_app_config("steps").get_models()
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE contype = 'f' AND cardinality(conkey) = 2"
            " AND NOT condeferrable"
        )
        assert {name for (name,) in cursor.fetchall()} == expected


def test_nothing_is_moved_to_another_couple_alone(world: World) -> None:
    for table in ("version", "copy", "reading", "event", "verdict"):
        with pytest.raises(IntegrityError, match="same_couple"), transaction.atomic():
            execute(f"UPDATE steps_{table} SET couple_id = %s", [world.cy.couple.pk])


@pytest.mark.parametrize("column", ["writer_id", "couple_id"])
def test_nobody_writes_in_somebody_elses_place(people: list[Me], column: str) -> None:
    """Nor hands over what is theirs."""
    ann, _ben, cy, *_ = people
    place = cy.user if column == "writer_id" else cy.couple
    with asking_as(ann), pytest.raises(ProgrammingError, match="row-level security"):
        execute(f"UPDATE steps_draft SET {column} = %s", [place])


@pytest.mark.django_db
def test_a_tick_acts_for_nobody_and_what_is_due_goes_all_the_same(ann: User, ben: User) -> None:
    with served():
        pair(ann, ben)
        with acting_as(ann):
            draft = write(ann)
            draft.share(by=ann)
        assert not Draft.objects.exists()
        with clock.at(clock.now() + THREE_MINUTES):
            deliver_due()
        with acting_as(ben):
            assert Item.objects.sent_to(ben).filter(pk=draft.pk).exists()
            assert Event.objects.visible_to(ben).count() == 1


@pytest.mark.django_db
def test_what_ben_began_alone_comes_along_though_ann_who_confirms_sees_none_of_it(
    ann: User, ben: User
) -> None:
    with served():
        with acting_as(ben):
            draft, note = write(ben), write(ben, kind="note", step=None, note="mine")
        pair(ann, ben)
        with acting_as(ann):
            assert not Draft.objects.exists()
            assert not Journey.objects.exists()
        with acting_as(ben):
            assert {row.pk for row in Draft.objects.all()} == {draft.pk, note.pk}
            assert Journey.objects.get().couple_id == ann.couple.pk


@pytest.mark.django_db
def test_nobody_carries_rows_to_where_their_person_has_not_moved(
    ann: User, ben: User, cy: User
) -> None:
    pair(ann, ben)
    for person, old, new in ((cy, cy, ann), (ann, ann, cy), (cy, ann, cy)):
        with served(), pytest.raises(ProgrammingError, match="not moved"), transaction.atomic():
            execute("SELECT steps_carry(%s, %s, %s)", [person.pk, old.couple.pk, new.couple.pk])


@pytest.mark.django_db
def test_nobody_takes_back_what_somebody_else_sent(ann: User, ben: User, cy: User) -> None:
    pair(ann, ben)
    entry = send(write(ann), by=ann)
    with served():
        execute("SELECT steps_withdraw(%s, now())", [entry.pk])
        for person in (ben, cy):
            with acting_as(person):
                execute("SELECT steps_withdraw(%s, now())", [entry.pk])
    assert Item.objects.get().withdrawn_at is None


@pytest.mark.django_db
def test_nobody_takes_along_from_where_they_have_not_left(ann: User, ben: User, cy: User) -> None:
    pair(ann, ben)
    for person, left, alone in ((cy, ann, cy), (ann, ann, cy), (ann, cy, ann)):
        refused = pytest.raises(ProgrammingError, match="not left")
        with acting_as(person), refused, transaction.atomic():
            execute("SELECT steps_part(%s, %s)", [left.couple.pk, alone.couple.pk])


@pytest.mark.django_db
def test_nobody_erases_anything_of_somebody_else(ann: User, ben: User, cy: User) -> None:
    pair(ann, ben)
    send(write(ann), by=ann)
    write(ann)
    kinds = (Draft, Copy, Item, DraftKey, CopyKey)
    before = [kind.objects.exclude(**{owner_of(kind): cy}).count() for kind in kinds]
    with served():
        for person in (None, cy):
            with acting_as(person) if person else nullcontext():
                execute("SELECT steps_erase(now())")
                execute("SELECT accounts_forget_keys()")
    assert [kind.objects.exclude(**{owner_of(kind): cy}).count() for kind in kinds] == before
    assert not DraftKey.objects.filter(user=cy).exists()


def owner_of(kind: Any) -> str:
    fields = {field.name for field in kind._meta.fields}
    return next(name for name in ("writer", "person", "user") if name in fields)


@pytest.mark.django_db
def test_the_made_up_story_is_told_before_the_wall() -> None:
    """Everything that two people do, through the verbs, with never a look past the policies."""
    with served():
        call_command("demo")
    assert Event.objects.filter(kind="verdict").exists()


@pytest.mark.django_db
def test_the_navigation_is_the_same_on_pages_that_have_no_identity(ann: User) -> None:
    write(ann)
    for page in ("/today/", "/accounts/email/"):
        assert 'href="/steps/"' in signed_in(ann).get(page, follow=True).content.decode()
