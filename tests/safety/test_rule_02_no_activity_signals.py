"""Rule 2: opening, reading, drafting and signing in change nothing that the other is answered.

Broken on purpose: `entry_of` in steps/timeline/telling.py gave everybody the moment of every entry;
the test about the hour failed.
"""

import re

import pytest
from django.test import Client

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.promises.models import Promise
from steps.promises.tracking import Tracking
from steps.sharing.limits import Limits
from steps.sharing.shelf import Reading
from steps.space.models import PutAway
from tests.people import PASSWORD, signed_in
from tests.space.taking import PAGES, pages_of
from tests.timeline.story import at_day, tell_story
from tests.writing import send, write, write_offer, write_promise

pytestmark = pytest.mark.django_db

HOUR = re.compile(r"\b\d{1,2}:\d{2}\b")


def test_whatever_ben_reads_drafts_or_puts_off_ann_is_answered_the_same(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    items = [send(draft, by=ann) for draft in (write(ann), write_offer(ann), write_promise(ann))]
    cards = [f"/card/{item.pk}/" for item in items]
    before = pages_of(ann, *cards)
    Client().post("/accounts/login/", {"login": ben.email, "password": PASSWORD})
    client = signed_in(ben)
    for page in (*PAGES, *cards):
        client.get(page)
    with acting_as(ben):
        Reading.open(items[0], by=ben)
        Reading.leave(items[1], by=ben)
        Tracking.choose("none", promise=Promise.objects.get(), by=ben)
        Limits.choose(by=ben, others=0, closed=["entry"], aside=["offer"])
        PutAway.begin(by=ben)
    write(ben, kind="note", step=None, note="Only mine.")
    client.get("/today/")
    assert pages_of(ann, *cards) == before


def test_when_ben_shares_or_marks_ann_reads_the_day_and_never_the_hour(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    tell_story(ann, ben)
    with clock.at(at_day(6)):
        for reader in (ann, ben):
            client = signed_in(reader)
            for page in ("person=other", "person=other&kind=list"):
                assert not HOUR.findall(client.get(f"/record/?{page}").content.decode())
        assert HOUR.findall(signed_in(ann).get("/record/?person=me").content.decode())


def test_headers_and_cookies_tell_nothing_either(couple: tuple[User, User]) -> None:
    ann, ben = couple
    item = send(write(ann), by=ann)

    def answered() -> list[dict[str, str]]:
        client = signed_in(ann)
        return [dict(client.get(page).headers) for page in (*PAGES, f"/card/{item.pk}/")]

    before = answered()
    signed_in(ben).post(f"/card/{item.pk}/opening/")
    assert answered() == before
