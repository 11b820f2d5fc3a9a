"""Rule 15: one takes all of one's own along, and erases it, alone and at once or in seven days.

What a copy holds is looked at in tests/leaving/test_export.py. Here: a dump of the database after
erasing holds none of the marker words, and the other sees that a name is gone, and no more.

Broken on purpose, each for itself: erasing left one’s own copies; it took what the offender had
delivered away from its reader; it left the keys, or the name; the clock forgot those whose seven
days were over. Each time a test failed.
"""

import datetime as dt
import re
import uuid

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.models import CopyKey, Device, DraftKey, Invitation, User
from mend import clock
from mend.identity import acting_as
from steps.amends.models import Answer, Offer
from steps.leaving.erasing import erase
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy
from steps.sharing.shelf import Reading
from steps.space.models import SpaceCopy
from steps.timeline.models import Event, intact
from tests.accounts.signing import sure, uses_app
from tests.people import PASSWORD, person, signed_in
from tests.walls.columns import every_row, sql
from tests.writing import send, write, write_offer

pytestmark = pytest.mark.django_db

SEVEN_DAYS = dt.timedelta(days=7)


@pytest.fixture
def story(couple: tuple[User, User]) -> Offer:
    """Ann tells and offers, Ben answers; both write for themselves."""
    ann, ben = couple
    Reading.open(send(write(ann, what_i_did="I lied about money."), by=ann), by=ben)
    offer = send(write_offer(ann, "I paint the kitchen."), by=ann)
    Reading.open(offer, by=ben)
    with acting_as(ben):
        Offer.objects.get(pk=offer.pk).respond(
            "yes", by=ben, words="Until spring.", pk=uuid.uuid4()
        )
    for one in couple:
        write(one, kind="note", step=None, note=f"Only {one.first_name}.")
    found: Offer = Offer.objects.get(pk=offer.pk)
    return found


def erased(one: User) -> User:
    with acting_as(one):
        erase(by=one)
    return User.objects.get(pk=one.pk)


def all_text() -> str:
    """Every column of every table, as a dump writes it."""
    tables = [
        name for (name,) in sql(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        )
    ]  # fmt: skip
    return "\n".join(row for table in tables for (row,) in sql(f"SELECT t::text FROM {table} t"))


def test_name_address_keys_and_every_way_in_are_gone(
    story: Offer, couple: tuple[User, User]
) -> None:
    _, ben = couple
    uses_app(sure(ben))
    signed_in(ben)
    assert "Ben" in all_text()
    erased(ben)
    assert not re.search(r"\bBen\b|ben@example", all_text())
    for rows in (EmailAddress, Authenticator, Device, DraftKey, CopyKey):
        assert not rows.objects.filter(user=ben).exists()  # type: ignore[attr-defined]
    answer = Client().post("/accounts/login/", {"login": "ben@example.org", "password": PASSWORD})
    assert answer.status_code != 302


def test_no_word_that_ben_wrote_or_was_sent_is_left_to_anybody_but_ann(
    story: Offer, couple: tuple[User, User]
) -> None:
    ann, ben = couple
    erased(ben)
    assert not Draft.objects.filter(writer=ben).exists()
    assert not Copy.objects.filter(person=ben).exists()
    assert not Copy.objects.filter(version__item__writer=ben).exists()
    left = [row for row, _ in every_row() if not isinstance(row, SpaceCopy)]
    assert {getattr(row, "person_id", None) or row.writer_id for row in left} == {ann.pk}
    assert not SpaceCopy.objects.exclude(space__ended_at=None).exists(), "a line of his is left"


def test_what_ben_answered_is_taken_back_and_ann_sees_that_a_name_is_gone(
    story: Offer, couple: tuple[User, User]
) -> None:
    ann, ben = couple
    client = signed_in(ann)
    assert "Until spring." in client.get("/record/").text
    erased(ben)
    for page in ("/today/", "/record/", "/offers/", "/settings/", f"/card/{story.pk}/"):
        text = client.get(page).text
        assert "Until spring." not in text
        assert not re.search(r"\bBen\b", text), page
    assert "Someone" in client.get("/record/").text
    assert Answer.objects.get().withdrawn_at
    assert "The record is as it was written." in client.get("/record/check/").text
    assert intact(Event.objects.visible_to(ann))


def test_what_ann_delivered_stays_with_ben_unsigned(
    story: Offer, couple: tuple[User, User]
) -> None:
    ann, ben = couple
    erased(ann)
    page = signed_in(ben).get("/record/").text
    assert "I lied about money." in page
    assert "I paint the kitchen." in page
    assert not re.search(r"\bAnn\b", page)
    assert "The record is as it was written." in signed_in(ben).get("/record/check/").text


def test_to_the_other_nothing_else_than_the_name_has_changed(
    story: Offer, couple: tuple[User, User]
) -> None:
    """Against what Ben sees of one who writes nothing more."""
    ann, ben = couple
    pages = ("/today/", "/record/", "/offers/", "/list/", "/stop/", "/settings/limits/")
    tokens = re.compile(r'csrf\w+" value="[^"]+|X-CSRFToken": "[^"]+|name="id"[^>]+')
    before = {page: tokens.sub("", signed_in(ben).get(page).text) for page in pages}
    erased(ann)
    for page in pages:
        now = tokens.sub("", signed_in(ben).get(page).text)
        assert now == re.sub(r"\bAnn\b", "Someone", before[page]), page


def test_now_means_at_once_and_signed_out(story: Offer, couple: tuple[User, User]) -> None:
    _, ben = couple
    client = sure(ben)
    answer = client.post("/stop/erasing/", {"when": "now"}, follow=True)
    assert "Everything of yours is erased." in answer.text
    assert "I hurt someone" in answer.text
    assert client.get("/today/").status_code == 302
    assert User.objects.get(pk=ben.pk).erased_at


def test_in_seven_days_means_that_one_can_stay(
    story: Offer,
    couple: tuple[User, User],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    _, ben = couple
    client = sure(ben)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/stop/erasing/", {"when": "later"})
    assert "is to be erased on" in mail.outbox[0].body
    assert "everything of yours here is erased" in client.get("/today/").text
    with clock.at(clock.now() + SEVEN_DAYS - dt.timedelta(minutes=1)):
        call_command("tick")
    assert not User.objects.get(pk=ben.pk).erased_at
    client.post("/stop/erasing/end/")
    assert "everything of yours here is erased" not in client.get("/today/").text
    with clock.at(clock.now() + 2 * SEVEN_DAYS):
        call_command("tick")
    assert not User.objects.get(pk=ben.pk).erased_at


def test_after_seven_days_it_is_done_by_itself(story: Offer, couple: tuple[User, User]) -> None:
    _, ben = couple
    ben.plan_erasing()
    with clock.at(clock.now() + SEVEN_DAYS):
        call_command("tick")
    assert User.objects.get(pk=ben.pk).erased_at
    assert not DraftKey.objects.filter(user=ben).exists()


def test_the_other_cannot_tell_that_it_is_planned(story: Offer, couple: tuple[User, User]) -> None:
    ann, ben = couple
    before = signed_in(ann).get("/today/").text.count("<")
    ben.plan_erasing()
    page = signed_in(ann).get("/today/").text
    assert page.count("<") == before
    assert "erased" not in page


def test_a_yes_to_an_invitation_goes_with_who_said_it(couple: tuple[User, User], cy: User) -> None:
    link = Invitation.invite(by=cy)
    eve = person("Eve")
    link.accept(by=eve)
    erased(eve)
    assert Invitation.objects.get(pk=link.pk).accepted_by is None


def test_an_answer_that_is_none_erases_nothing(couple: tuple[User, User]) -> None:
    _, ben = couple
    assert sure(ben).post("/stop/erasing/", {"when": "never"}).status_code == 422
    assert User.objects.get(pk=ben.pk).is_active
