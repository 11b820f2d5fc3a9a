"""Rule 8: one leaves alone, at once, without notice; to the other it is as if space were on.

What Ann sees after Ben left is held against what she sees while Ben takes space: every address of
the access table, every page and every action, in every byte, then and a year later. Where Ann, who
alone did a hurt, leaves, Ben sees what he sees of one who writes nothing more.

Broken on purpose, each for itself: `part` in steps/leaving/parting.py took no space; `make_known`
in steps/sharing/door.py made a copy for who had left. Each time a test failed.
"""

import datetime as dt
import re
import uuid
from collections.abc import Callable

import pytest
from django.core import mail
from django.db import transaction

from accounts.models import Invitation, Membership, User
from mend import clock
from mend.fresh import fresh_id
from mend.identity import acting_as
from steps.leaving.models import Archive
from steps.leaving.parting import part
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy, Item
from steps.sharing.shelf import Reading
from steps.sharing.tick import deliver_due
from steps.space.models import Space
from steps.space.tick import end_lapsed
from tests.access_table import TABLE, Row, fields_of
from tests.accounts.signing import sure
from tests.people import pair, person, signed_in
from tests.test_access import FRESH
from tests.test_canary import address_of, seen_by, whole
from tests.world import FRIDAY, World, everything_happens
from tests.writing import send, write, write_offer

pytestmark = pytest.mark.django_db

A_YEAR = dt.timedelta(days=365)
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
HASH = re.compile(r"\b[0-9a-f]{64}\b")
DONE = {"200", "302", "409"}
ENDS_IT = {"leave", "away", "device_end", "others_end"}  # then there is nothing more to compare
ACTIONS = [row for row in TABLE if row.name not in ENDS_IT and DONE & set(row.post.split())]

type Seen = dict[str, object]


def user(world: World, name: str) -> User:
    return User.objects.get(pk=getattr(world, name.lower()).pk)


def takes_space(ben: User) -> None:
    with acting_as(ben):
        Space.take(by=ben, pk=uuid.uuid4())


def leaves(one: User) -> None:
    with acting_as(one):
        assert part(one.couple.pk, by=one)


def does_nothing(one: User) -> None:
    """And writes nothing more."""


def lives_on(one: User) -> None:
    """After having left: writes, begins, and shares with somebody else."""
    one = User.objects.get(pk=one.pk)
    eve = person("Eve")
    pair(one, eve)
    with acting_as(one):
        write(one, kind="note", step=None, note="Hush.")
        Draft.objects.visible_to(one).count()
    send(write(one, what_i_did="I hush."), by=one)


def all_that(name: str, world: World) -> Seen:
    """Every page, then every action and its answer; then every page again after a year."""
    seen: Seen = pages_of(name, world, "at once")
    seen |= {f"answer of {row}": answer_to(name, row, world) for row in ACTIONS}
    with clock.at(FRIDAY + A_YEAR):
        for tick in (deliver_due, end_lapsed):
            tick()
        return seen | pages_of(name, world, "after a year")


def pages_of(name: str, world: World, when: str) -> Seen:
    """Ids and hashes that are new in each answer are all alike."""
    seen = seen_by(world, name)
    return {
        f"{address} {when}": without_new(page.decode(), world) for address, page in seen.items()
    }


def without_new(text: str, world: World) -> str:
    known = {str(one) for one in world.ids.values()}
    text = HASH.sub("hash", text)
    return UUID.sub(lambda one: one[0] if one[0] in known else "id", text)


def answer_to(name: str, row: Row, world: World) -> tuple[int, str]:
    with transaction.atomic():
        answer = world.clients[name].post(address_of(row, world), fields_of(row, world, name))
        if answer.status_code >= 400:
            transaction.set_rollback(True)
    text = FRESH.sub(b"", whole(answer).encode()).decode()
    return answer.status_code, without_new(text, world)


@pytest.mark.parametrize(
    ("name", "other", "instead"),
    [("Ann", "Ben", takes_space), ("Ben", "Ann", does_nothing)],
    ids=["Ben leaves", "Ann leaves"],
)
def test_who_stays_sees_in_every_byte_what_they_would_see_otherwise(
    name: str, other: str, instead: Callable[[User], None]
) -> None:
    world, seen = everything_happens(), []
    for happens in (instead, leaves):
        cookies = world.clients[name].cookies.copy()
        with transaction.atomic(), clock.at(FRIDAY):
            happens(user(world, other))
            if happens is leaves:
                lives_on(user(world, other))
            seen.append(all_that(name, world))
            transaction.set_rollback(True)
        world.clients[name].cookies = cookies
    assert [key for key, there in seen[0].items() if seen[1][key] != there] == []


def test_it_is_done_within_the_request_and_nobody_is_mailed(couple: tuple[User, User]) -> None:
    ann, ben = couple
    client = sure(ben)
    mail.outbox.clear()
    answer = client.post("/stop/parting/", {"couple": ann.couple.pk}, follow=True)
    assert "You have left." in answer.text
    assert not mail.outbox
    ben.look_again()
    assert ben.partner is None
    assert Membership.objects.get(couple=ann.couple, ended_at=None).user_id == ann.pk


def test_pressed_twice_it_is_left_once(couple: tuple[User, User]) -> None:
    ann, ben = couple
    here, client = ann.couple.pk, sure(ben)
    for _ in range(2):
        assert client.post("/stop/parting/", {"couple": here}).status_code == 302
    assert Membership.objects.filter(user=ben).count() == 3  # alone, with Ann, alone again
    assert Archive.objects.filter(person=ben).count() == 1


def test_a_page_from_before_does_not_leave_the_next_couple(
    couple: tuple[User, User], cy: User
) -> None:
    ann, ben = couple
    here = ann.couple.pk
    leaves(ben)
    ben.look_again()
    pair(ben, cy)
    sure(ben).post("/stop/parting/", {"couple": here})
    ben.look_again()
    assert ben.partner == cy


def test_what_was_on_its_way_does_not_go(couple: tuple[User, User]) -> None:
    """To Ben, who left; nor from Ann, had she left."""
    for who in (1, 0):
        with transaction.atomic():
            draft = write(couple[0])
            with acting_as(couple[0]):
                draft.share(by=couple[0])
            leaves(couple[who])
            with clock.at(clock.now() + dt.timedelta(minutes=3)):
                deliver_due()
            assert not Item.objects.exists()
            transaction.set_rollback(True)
        for one in couple:
            one.look_again()


def test_nothing_of_what_is_sent_afterwards_reaches_who_left(couple: tuple[User, User]) -> None:
    """Ann left; Ben, who was hurt, answers as before, and sees that he has."""
    ann, ben = couple
    offer = send(write_offer(ann), by=ann)
    leaves(ann)
    fields = {"id": fresh_id(ben.pk), "choice": "yes", "words": "Until spring."}
    client = signed_in(ben)
    assert client.post(f"/card/{offer.pk}/opening/").status_code == 302
    assert client.post(f"/offers/{offer.pk}/answer/", fields).status_code == 302
    assert "Until spring." in client.get("/record/").text
    holders = Copy.objects.filter(version__item=fields["id"]).values_list("person", flat=True)
    assert list(holders) == [ben.pk]
    pages = " ".join(signed_in(ann).get(page).text for page in ("/today/", "/offers/", "/record/"))
    assert "Until spring." not in pages


def test_both_keep_what_they_wrote_and_were_sent_as_it_was_then(couple: tuple[User, User]) -> None:
    ann, ben = couple
    Reading.open(send(write(ann, what_i_did="I lied about money."), by=ann), by=ben)
    with acting_as(ben):
        write(ben, kind="note", step=None, note="Tea helps.")
    write(ann, what_i_did="Not yet said.")
    leaves(ann)
    archive = Archive.objects.get(person=ann)
    page = signed_in(ann).get(f"/archive/{archive.pk}/").text
    assert "I lied about money." in page
    assert "Not yet said." in page
    assert "Tea helps." not in page
    assert "I lied about money." in signed_in(ben).get("/record/").text
    file = sure(ann).post(f"/archive/{archive.pk}/export/")
    assert file.headers["Content-Type"] == "application/zip"
    leaves(ben)
    kept = signed_in(ben).get(f"/archive/{Archive.objects.get(person=ben).pk}/").text
    assert "I lied about money." in kept
    assert "Tea helps." in signed_in(ben).get("/me/").text


def test_what_nobody_else_has_seen_goes_along(couple: tuple[User, User]) -> None:
    ann, _ = couple
    begun = write(ann, what_i_did="Not yet said.")
    leaves(ann)
    assert "Not yet said." in signed_in(ann).get(f"/writing/{begun.pk}/").text


def test_who_stays_begins_anew_only_after_leaving_too(couple: tuple[User, User], cy: User) -> None:
    ann, ben = couple
    leaves(ben)
    client = signed_in(ann)
    assert client.post("/invitation/link/", {"role": ""}).status_code == 409
    leaves(User.objects.get(pk=ann.pk))
    assert client.post("/invitation/link/", {"role": ""}).status_code == 302


def test_inviting_who_left_answers_as_usual_and_sends_nothing(
    couple: tuple[User, User], django_capture_on_commit_callbacks: object
) -> None:
    ann, ben = couple
    leaves(ben)
    ann = User.objects.get(pk=ann.pk)
    leaves(ann)
    answers = []
    for email in ("ben@example.org", "eve@example.org"):
        link = Invitation.invite(by=User.objects.get(pk=ann.pk))
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            answer = signed_in(ann).post(f"/invitation/link/{link.pk}/mailing/", {"email": email})
        answers.append((answer.status_code, answer.headers["Location"]))
        assert len(mail.outbox) == (email == "eve@example.org")
    assert answers[0] == answers[1]


def test_who_left_mails_no_link_to_who_stayed_either(
    couple: tuple[User, User], django_capture_on_commit_callbacks: object
) -> None:
    """Ann hurt Ben, and leaves: nothing that she has mailed reaches him in a space without end."""
    ann, ben = couple
    send(write(ann), by=ann)
    signed_in(ben).post("/space/taking/", {"id": uuid.uuid4(), "line": ""})
    leaves(ann)
    mail.outbox.clear()
    answers = set()
    for email in (" BEN@example.org ", "eve@example.org"):
        link = Invitation.invite(by=User.objects.get(pk=ann.pk))
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            answer = signed_in(ann).post(f"/invitation/link/{link.pk}/mailing/", {"email": email})
        answers.add((answer.status_code, answer.headers["Location"]))
    assert [letter.to for letter in mail.outbox] == [["eve@example.org"]]
    assert len(answers) == 1


def test_the_page_says_what_the_other_will_see(couple: tuple[User, User]) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    ways = {"Put it away", "Take space", "End a promise", "Leave", "Erase everything"}
    for client, seen in (
        (signed_in(ann), "if you wrote nothing more"),
        (signed_in(ben), "if you took space"),
    ):
        page = client.get("/stop/").text
        assert {way for way in ways if f">{way}</h2>" in page} == ways
        assert seen in page
