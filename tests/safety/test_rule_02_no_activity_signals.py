"""Rule 2: opening, reading, drafting and signing in change nothing that the other is answered.

Broken on purpose, each for itself: `entry_of` in steps/timeline/telling.py gave everybody the
moment of every entry; `day_of` in accounts/models.py read every moment in the zone of now. Each
time a test about the hour failed.
"""

import datetime as dt
import re
import uuid

import pytest
from django.test import Client

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.amends.models import Offer
from steps.leaving.gathering import everything_of
from steps.promises.models import Promise
from steps.promises.tracking import Tracking
from steps.sharing.limits import Limits
from steps.sharing.shelf import Reading
from steps.space.models import PutAway
from tests.people import PASSWORD, pair, person, signed_in
from tests.space.taking import PAGES, pages_of
from tests.timeline.story import at_day, tell_story
from tests.writing import send, write, write_offer, write_promise

pytestmark = pytest.mark.django_db

A_DAY = dt.timedelta(days=1)
NOON = dt.datetime(2026, 11, 16, 12, tzinfo=dt.UTC)
MIDNIGHT = NOON.replace(hour=0)
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
            for page in ("", "person=other", "person=other&kind=list"):
                assert not HOUR.findall(client.get(f"/record/?{page}").content.decode())


def test_no_zone_that_ann_chooses_later_moves_a_day_by_which_she_could_tell_the_hour(
    couple: tuple[User, User],
) -> None:
    """On the record, the offers, the card and in the file that she takes along."""
    ann, ben = couple
    with clock.at(NOON):
        offer = send(write_offer(ann), by=ann)
        with acting_as(ben):
            Reading.open(offer, by=ben)
            Offer.objects.get().respond("yes", by=ben, words="Until spring.", pk=uuid.uuid4())
    pages = ["/record/", "/offers/", f"/card/{offer.pk}/"]
    seen = []
    for number, zone in enumerate(["UTC", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Tokyo"]):
        with clock.at(NOON + (10 + number) * A_DAY), acting_as(ann):
            ann.describe(first_name="Ann", time_zone=zone)
            client = signed_in(ann)
            days = [re.findall(r"\b\d+ November", client.get(page).text) for page in pages]
            taken = [row for row in everything_of(ann)["rows"]["answer"] if row["by"] == "other"]
            seen.append((days, taken))
    assert seen == 4 * seen[:1]
    assert "16 November" in seen[0][0][0]


def test_no_second_calendar_in_anns_file_tells_the_hour_at_which_ben_answered() -> None:
    """On one day of hers, and two days by UTC: her file says the same."""
    files = []
    for hours in (-3, 9):
        ann, ben = person(f"Ann{hours}", time_zone="Pacific/Kiritimati"), person(f"Ben{hours}")
        pair(ann, ben)
        with clock.at(MIDNIGHT - dt.timedelta(hours=4)):
            offer = send(write_offer(ann), by=ann)
        with clock.at(MIDNIGHT + dt.timedelta(hours=hours)), acting_as(ben):
            Offer.objects.get(pk=offer.pk).respond("no", by=ben, pk=uuid.uuid4())
        with clock.at(NOON + A_DAY), acting_as(ann):
            everything = everything_of(ann)
        told = [entry["on"] for entry in everything["record"]], everything["rows"]["answer"][0]
        files.append(re.findall(r"\d{4}-\d\d-\d\d[^']*", str(told)))
        assert not re.findall(
            r"\d{4}-\d\d-\d\d", str([one["said"] for one in everything["record"]])
        )
    assert files == [files[0]] * 2


def test_headers_and_cookies_tell_nothing_either(couple: tuple[User, User]) -> None:
    ann, ben = couple
    item = send(write(ann), by=ann)

    def answered() -> list[dict[str, str]]:
        client = signed_in(ann)
        return [dict(client.get(page).headers) for page in (*PAGES, f"/card/{item.pk}/")]

    before = answered()
    signed_in(ben).post(f"/card/{item.pk}/opening/")
    assert answered() == before
