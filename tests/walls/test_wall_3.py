"""Wall 3: who reads the rows reads no words, and what was changed or moved does not open."""

import base64
import logging
import re
import secrets
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from itertools import permutations
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import FieldError
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as some

from accounts.keys import rotation
from accounts.models import CopyKey, DraftKey, User
from mend import home, postgres
from mend.identity import acting_as
from mend.keyring import SIZE, CannotOpen, Kek, Place, Ring, Wrapped
from mend.sealed import Sealed
from steps.amends.models import Offer
from steps.promises.models import Promise
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy
from tests.keys import EVERYBODYS, nobody_acts
from tests.people import pair, person, signed_in
from tests.walls.columns import CLEAR, columns_of_text, sealed_columns
from tests.world import World, whole_world
from tests.writing import send, tell, write, write_offer, write_promise

pytestmark = pytest.mark.django_db

LABELS = {"steps_draft.words": "draft", "steps_copy.words": "copy"}
PEOPLE = [uuid.uuid4() for _ in range(3)]
ONE_KEY = Kek(secrets.token_bytes(SIZE))
MARK = secrets.token_hex(8)
ADDED = {"new": Kek(secrets.token_bytes(SIZE))}


class Holder:
    """Somebody for whom all keys are one, so that nothing but the place keeps texts apart."""

    def __init__(self, pk: uuid.UUID) -> None:
        self.pk = pk

    def wrapped_keys(self) -> Iterator[tuple[str, uuid.UUID, Wrapped]]:
        for name in LABELS.values():
            for somebody in PEOPLE:
                yield name, somebody, ONE


ONE = Wrapped.new()
places = some.builds(
    lambda label, somebody, row: Place(LABELS[label], somebody, label, row),
    some.sampled_from(sorted(LABELS)), some.sampled_from(PEOPLE), some.uuids(),
)  # fmt: skip


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with whole_world() as world:
        yield world


# --- What is changed or moved --------------------------------------------------------------------


@given(words=some.binary(max_size=200), place=places, data=some.data())
def test_what_was_sealed_opens_where_it_belongs_and_in_no_byte_changed(
    words: bytes, place: Place, data: some.DataObject
) -> None:
    ring = Ring(Holder(place.person))
    sealed = ring.seal(words, place)
    assert ring.open(sealed, place) == words
    changed = bytearray(sealed)
    changed[data.draw(some.integers(0, len(sealed) - 1))] ^= data.draw(some.integers(1, 255))
    cut = sealed[: data.draw(some.integers(0, len(sealed) - 1))]
    for wrong in (bytes(changed), cut, sealed + data.draw(some.binary(min_size=1, max_size=9))):
        with pytest.raises(CannotOpen):
            ring.open(wrong, place)


@given(words=some.binary(max_size=200), place=places, other=places, part=some.integers(0, 2))
def test_moved_to_another_row_field_or_person_it_does_not_open(
    words: bytes, place: Place, other: Place, part: int
) -> None:
    """Even where the key is the same."""
    moved = [
        place._replace(row=other.row),
        place._replace(person=other.person),
        place._replace(label=other.label),
        other,
    ]
    sealed = Ring(Holder(place.person)).seal(words, place)
    for there in moved:
        if (there.label, there.row, there.person) != (place.label, place.row, place.person):
            with pytest.raises(CannotOpen):
                Ring(Holder(there.person)).open(sealed, there)


def test_two_seals_of_the_same_words_have_nothing_in_common() -> None:
    place = Place("draft", PEOPLE[0], "steps_draft.words", uuid.uuid4())
    ring = Ring(Holder(PEOPLE[0]))
    assert len({ring.seal(b"I lied.", place)[1:] for _ in range(100)}) == 100


def test_no_row_opens_with_what_stands_in_any_other(world: World) -> None:
    rows = [(row, field.place(row)) for row, field in every_row()]
    raw = [(row.__dict__["words"].raw, place) for row, place in rows]
    assert len(raw) >= 40
    for (sealed, _), (_, place) in permutations(raw, 2):
        with pytest.raises(CannotOpen):
            EVERYBODYS.open(sealed, place)


@pytest.mark.parametrize("column", ["words", "writer_id"])
def test_a_page_whose_words_were_tampered_with_fails_and_says_no_word(
    ann: User, cy: User, column: str, caplog: pytest.LogCaptureFixture
) -> None:
    note = write(ann, kind="note", step=None, note=f"Here sings {MARK}.")
    change, values = {
        "words": ("words = set_byte(words, 20, get_byte(words, 20) # 1)", []),
        "writer_id": ("writer_id = %s", [cy.pk]),
    }[column]
    sql(f"UPDATE steps_draft SET {change} WHERE id = %s", *values, note.pk)
    client = signed_in(ann if column == "words" else cy, raise_request_exception=False)
    page = client.get(f"/writing/{note.pk}/")
    assert page.status_code == 500
    assert "was changed or moved" in caplog.text
    assert MARK not in caplog.text + page.content.decode()


# --- What the rows show --------------------------------------------------------------------------


def test_rows_read_raw_hold_no_word(world: World) -> None:
    assert "canary" not in everything_stored()
    opened = " ".join(str(row.words) for row, _ in every_row())
    assert {word for word in world.canaries if word not in opened} == {"canary-discarded-x"}
    draft = world.ids["draft"]
    sql("UPDATE steps_draft SET words = convert_to('canary', 'UTF8') WHERE id = %s", draft)
    assert "canary" in everything_stored()


def test_every_column_of_text_is_sealed_or_on_the_short_public_list() -> None:
    assert columns_of_text() - CLEAR == sealed_columns()
    assert columns_of_text() >= CLEAR


@pytest.mark.django_db(transaction=True)
def test_neither_a_dump_nor_the_files_of_the_server_hold_a_word() -> None:
    """The first names show that we would find one."""
    mark, began = secrets.token_hex(8), time.time() - 2
    ann, ben = person(f"Ann {mark}", email="a@example.org"), person("Ben")
    pair(ann, ben)
    said = f"word{mark}word"
    for draft in (write(ann, what_i_did=said), write_offer(ann, said), write_promise(ann, said)):
        tell(draft, by=ann)
    write(ben, kind="note", step=None, note=said)
    offer = Offer.objects.get(pk=send(write_offer(ann, said), by=ann).pk)
    promise = Promise.objects.get(pk=send(write_promise(ann, said), by=ann).pk)
    with acting_as(ben):
        offer.respond("no", by=ben, words=said, pk=uuid.uuid4())
    with acting_as(ann):
        promise.report("kept", due_on=promise.starts_on, by=ann, note=said, pk=uuid.uuid4())
    for stored in (dumped(), stored_in_files(since=began)):
        assert f"Ann {mark}".encode() in stored
        assert said.encode() not in stored
        assert said.encode().hex().encode() not in stored


# --- Who opens -----------------------------------------------------------------------------------


def test_words_are_opened_by_their_person_alone(couple: tuple[User, User]) -> None:
    """Ann has the key under which Ben's copies are sealed; it opens nothing for her."""
    ann, ben = couple
    item = send(write(ann, what_i_did="I lied."), by=ann)
    copies = {copy.person_id: copy.pk for copy in Copy.objects.filter(version__item=item)}
    note = write(ben, kind="note", step=None, note="for me")
    with acting_as(ann):
        assert Copy.objects.get(pk=copies[ann.pk]).words["words"] == {"what_i_did": "I lied."}
        for theirs in (Copy(pk=copies[ben.pk]), Draft(pk=note.pk)):
            with pytest.raises((CannotOpen, models.ObjectDoesNotExist)):
                _ = type(theirs)._default_manager.get(pk=theirs.pk).words
    with acting_as(ben):
        assert Copy.objects.get(pk=copies[ben.pk]).words["words"] == {"what_i_did": "I lied."}


def test_without_anybody_acting_nothing_is_opened_or_sealed(ann: User) -> None:
    note = write(ann, kind="note", step=None, note="for me")
    row = Draft.objects.get(pk=note.pk)
    with nobody_acts():
        with pytest.raises(CannotOpen, match="Nobody is acting"):
            _ = row.words
        with acting_as(ann):
            assert row.words == {"note": "for me"}
        with pytest.raises(CannotOpen, match="Nobody is acting"):
            note.save()


def test_what_cy_wrote_alone_opens_after_joining(ann: User, cy: User) -> None:
    note = write(cy, kind="note", step=None, note="before")
    pair(ann, cy)
    with acting_as(cy):
        assert Draft.objects.get(pk=note.pk).words == {"note": "before"}
    assert "before" in signed_in(cy).get("/me/").content.decode()


def test_keys_cost_one_query_in_a_request_that_shows_words_and_none_elsewhere(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    for path, queries in (("/record/", 1), ("/settings/", 0)):
        client = signed_in(ben)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(path).status_code == 200
        assert sum("accounts_copykey" in query["sql"] for query in asked) == queries


@pytest.mark.parametrize(
    "asks",
    [
        lambda: list(Draft.objects.values("words")),
        lambda: list(Draft.objects.values()),
        lambda: list(Draft.objects.values_list("words", flat=True)),
        lambda: list(Copy.objects.values("version__copies__words")),
        lambda: list(Draft.objects.filter(words="I lied.")),
        lambda: list(Draft.objects.exclude(words__isnull=True)),
        lambda: list(Draft.objects.filter(words__note="I lied.")),
        lambda: Draft.objects.update(words={"note": "I lied."}),
    ],
)
def test_words_are_never_asked_for_without_their_row(ann: User, asks: Callable[[], Any]) -> None:
    write(ann)
    with pytest.raises(FieldError):
        asks()


def test_nothing_that_is_printed_shows_a_key_or_a_word(
    ann: User, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even the page that debugging shows when a key is wrong."""
    caplog.set_level(logging.DEBUG, "django")
    write(ann, kind="note", step=None, note=f"Here sings {MARK}.")
    raw = secrets.token_bytes(SIZE)
    client = signed_in(ann, raise_request_exception=False)
    with override_settings(KEYS={"first": Kek(raw)}, DEBUG=True):
        page = client.get("/me/").content.decode()
    assert "did not wrap this key" in page
    shown = f"{page} {caplog.text} {Kek(raw)!r} {Kek(raw)} {Sealed(raw)!r}"
    for form in (raw.hex(), base64.b64encode(raw).decode(), repr(raw)[2:12], MARK):
        assert form not in shown


# --- Rotation ------------------------------------------------------------------------------------


@pytest.fixture
def three(transactional_db: None) -> list[User]:
    """Each of them with a note."""
    people = [person(name) for name in ("Ann", "Ben", "Cy")]
    for user in people:
        write(user, kind="note", step=None, note=f"of {user.first_name}")
    return people


def rotated() -> str:
    from io import StringIO

    said = StringIO()
    call_command("rotate_keys", stdout=said)
    return said.getvalue()


def test_rotation_goes_on_where_it_was_stopped(
    three: list[User], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "BATCH", 2)
    old = settings.KEYS
    with override_settings(KEYS=ADDED | old):
        assert next(rotation.rotate()) == 2
        assert rotation.outdated() == 4
        assert_all_open(three)
        dora = person("Dora")
        said = rotated()
        assert re.findall(r"\d+ of 4", said) == ["1 of 4", "3 of 4", "4 of 4"]
        assert "All keys are wrapped by new." in said
        assert rotated() == "All keys are wrapped by new.\n"
        for kind in (DraftKey, CopyKey):
            assert set(kind.objects.values_list("kek", flat=True)) == {"new"}
    with override_settings(KEYS=ADDED):
        assert_all_open([*three, dora])


def test_rotation_refuses_to_begin_without_a_key_that_is_needed(three: list[User]) -> None:
    (first,) = settings.KEYS
    before = list(DraftKey.objects.order_by("pk").values_list("wrapped", flat=True))
    wrong = {first: Kek(secrets.token_bytes(SIZE))}
    for keys, reason in ((ADDED, f"lacks {first}"), (ADDED | wrong, "did not wrap this key")):
        with override_settings(KEYS=keys), pytest.raises(CommandError, match=reason):
            rotated()
        assert list(DraftKey.objects.order_by("pk").values_list("wrapped", flat=True)) == before


def test_a_key_that_is_missing_or_wrong_is_named(ann: User) -> None:
    note = write(ann, kind="note", step=None, note="for me")
    (first,) = settings.KEYS
    for keys, reason in ((ADDED, "not in MEND_KEYS"), ({first: ADDED["new"]}, "did not wrap")):
        with override_settings(KEYS=keys), acting_as(ann), pytest.raises(CannotOpen) as refused:
            _ = Draft.objects.get(pk=note.pk).words
        assert reason in str(refused.value)
        assert first in str(refused.value)


# --- Looking on ----------------------------------------------------------------------------------


def assert_all_open(people: list[User]) -> None:
    for user in people:
        with acting_as(user):
            notes = [draft.words["note"] for draft in Draft.objects.written_by(user)]
        assert notes == [f"of {user.first_name}"] or user.first_name == "Dora"


def every_row() -> list[tuple[Any, Any]]:
    """Each row that has words, not opened yet, with its field."""
    return [
        (row, model._meta.get_field("words"))
        for model in (Draft, Copy)
        for row in model._default_manager.all()
    ]


def everything_stored() -> str:
    """Every column of every row of every table, binary ones as the text they may hold."""
    rows = []
    for table in connection.introspection.table_names():
        rows += [str(row[0]) for row in sql(f'SELECT t::text FROM "{table}" t')]
    text = "\n".join(rows)
    hidden = [bytes.fromhex(digits) for digits in re.findall(r"\\x((?:[0-9a-f]{2})+)", text)]
    return text + b"\n".join(hidden).decode(errors="replace")


def dumped() -> bytes:
    """A dump by the superuser, as text."""
    pg_dump = postgres._binaries() / "pg_dump"
    name = connection.settings_dict["NAME"]
    server = ["--host", str(postgres.socket_folder()), "--username", "postgres"]
    return subprocess.run([pg_dump, *server, name], capture_output=True, check=True).stdout


def stored_in_files(*, since: float) -> bytes:
    """What the server has written in its data folder, the log of changes too."""
    with postgres_superuser() as server:
        server.execute("CHECKPOINT")
    files = (home.home() / "postgres").rglob("*")
    return b"".join(
        path.read_bytes() for path in files if path.is_file() and path.stat().st_mtime > since
    )


def postgres_superuser() -> Any:
    import psycopg

    return psycopg.connect(
        host=str(postgres.socket_folder()), user="postgres", dbname="postgres", autocommit=True
    )


def sql(statement: str, *values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []
