"""Rule 4: silence never converts, not after a day and not after a year.

Broken on purpose, each for itself: a promise in force was called “not answered” in `state_of`,
steps/promises/known.py; the tick of steps/space/tick.py ended every space after 30 days. The test
about labels failed, then the one about a year. What was read and not answered for a long time was
said to match (accounts), or to be received (letters): the test about what was read failed.
"""

import datetime as dt
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core import mail
from django.db import connection

from accounts.models import Invitation, User
from mend import clock
from mend.identity import acting_as
from steps.promises.models import Promise
from steps.promises.tracking import Tracking
from steps.sharing.shelf import Reading
from tests.people import pair, person, signed_in
from tests.space.taking import PAGES, takes, tick
from tests.test_access import checksum
from tests.writing import (
    send,
    write,
    write_account,
    write_disclosure,
    write_guess,
    write_letter,
    write_offer,
    write_ownership,
    write_plan,
    write_promise,
)  # fmt: skip

pytestmark = pytest.mark.django_db

BEGAN = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)
LOOKS = (1, 30, 365)
# What nobody is ever told about something that waits for them, or for the other.
LABELS = re.compile(
    r"unanswered|unread|unopened|no answer|not answered|has not|have not|hasn’t|haven’t|overdue"
    r"|remind|waiting for you|still waits|ignored|expired|pending|late\b|silent|%|\d+ of \d+"
    r"|days? ago|since \d",
    re.IGNORECASE,
)
MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
TAGS = re.compile(r"<[^>]+>")
# Said of the rules, to everybody and at all times.
OF_RULES = (
    "Nothing is promised just now.",
    "Things that may wait without an answer",
    "or say nothing at all",
    "count as on time",
)


@dataclass
class Waiting:
    """Everything that can wait for Ben, and a link of Dora's that waits for anybody."""

    ann: User
    ben: User
    dora: User
    pages: list[str]


@pytest.fixture
def waiting() -> Iterator[Waiting]:
    with clock.at(BEGAN - dt.timedelta(days=20)):
        ann, ben, dora = (person(name) for name in ("Ann", "Ben", "Dora"))
        pair(ann, ben)
        old = send(write(ann, what_i_did="I lied."), by=ann)
        ahead = [send(draft, by=ann) for draft in (write_plan(ann), write_ownership(ann))]
        Reading.open(ahead[0], by=ben)
    with clock.at(BEGAN):
        closed = send(write_offer(ann, "I paint."), by=ann)
        offer = send(write_offer(ann, "I cook."), by=ann)
        promise = send(write_promise(ann), by=ann)
        told = send(write_disclosure(ann), by=ann)
        for card in (offer, promise):
            Reading.open(card, by=ben)
        with acting_as(ben):
            Tracking.choose("together", promise=Promise.objects.get(pk=promise.pk), by=ben)
        with acting_as(ann):
            Promise.objects.get(pk=promise.pk).report(
                "kept", due_on=BEGAN.date(), by=ann, pk=uuid.uuid4()
            )
        Invitation.invite(by=dora, role="wronged")
        takes(ben, line="I need some time.")
        ids = [item.pk for item in (old, closed, offer, promise, told, *ahead)]
        pages = (
            ["/steps/8/ties/", "/steps/16/looks/"]
            + [f"/card/{pk}/" for pk in ids]
            + [f"/list/{promise.pk}/"]
        )
        yield Waiting(ann, ben, dora, [*PAGES, *pages])


def test_a_year_of_silence_turns_nothing_into_anything(waiting: Waiting) -> None:
    """Every day the clock ticks; only the tables and the mails can show what it did."""
    mail.outbox.clear()
    before = checksum()
    for day in range(1, 366):
        with clock.at(BEGAN + dt.timedelta(days=day)):
            tick()
        if day in LOOKS:
            assert checksum() == before
    assert mail.outbox == []


@pytest.mark.parametrize("day", LOOKS)
def test_nothing_that_waits_is_labelled_and_nobody_is_reminded(waiting: Waiting, day: int) -> None:
    with clock.at(BEGAN + dt.timedelta(days=day)):
        before = checksum_of_steps()
        for reader in (waiting.ann, waiting.ben, waiting.dora):
            for page, text in words_of(reader, waiting).items():
                assert LABELS.findall(text) == [], (reader.first_name, page)
        assert checksum_of_steps() == before
    assert mail.outbox == []


def test_after_two_months_and_after_a_year_every_page_says_the_same(waiting: Waiting) -> None:
    """Until a month after the promise its days can be marked, and no page says that they could."""
    said = []
    for day in (60, 365):
        with clock.at(BEGAN + dt.timedelta(days=day)):
            readers = (waiting.ann, waiting.ben)
            said.append([undated(words_of(reader, waiting)) for reader in readers])
    assert said[0] == said[1]


def test_what_was_read_and_not_answered_says_the_same_after_a_year(
    couple: tuple[User, User], cy: User
) -> None:
    """Of steps 1 to 3, from when on nothing changes by itself any more."""
    ann, ben = couple
    with clock.at(BEGAN):
        account, guess = (send(draft, by=ann) for draft in (write_account(ann), write_guess(ann)))
    with clock.at(BEGAN + dt.timedelta(days=8)):
        letter = send(write_letter(ann), by=ann)
    for item in (account, guess, letter):
        Reading.open(item, by=ben)
    pages = ["/steps/1/account/", "/steps/2/map/", "/steps/3/desk/", "/record/"]
    read = Waiting(
        ann, ben, cy, [*pages, *(f"/card/{one.pk}/" for one in (account, guess, letter))]
    )
    said = []
    for day in (23, 60, 400):
        with clock.at(BEGAN + dt.timedelta(days=day)):
            tick()
            said.append([undated(words_of(reader, read)) for reader in (ann, ben)])
    assert said[0] == said[1] == said[2]
    for words in said[0]:
        assert LABELS.findall(" ".join(words.values())) == []


def test_today_says_to_ben_that_nothing_needs_him_and_has_no_place_for_a_task(
    waiting: Waiting,
) -> None:
    for day in LOOKS:
        with clock.at(BEGAN + dt.timedelta(days=day)):
            page = signed_in(waiting.ben).get("/today/").content.decode()
        assert "Nothing here needs you today." in page


def words_of(reader: User, waiting: Waiting) -> dict[str, str]:
    """What the pages say, without what they say of the rules."""
    client = signed_in(reader)
    said: dict[str, str] = {}
    for page in waiting.pages:
        found: Any = MAIN.search(client.get(page).content.decode())
        text = " ".join(TAGS.sub(" ", found[0]).split()) if found else ""
        for rule in OF_RULES:
            text = text.replace(rule, "")
        said[page] = text
    return said


def undated(said: dict[str, str]) -> dict[str, str]:
    """A date gets its year once it is in another one."""
    return {page: re.sub(r" 20\d\d", "", text) for page, text in said.items()}


def checksum_of_steps() -> list[tuple[str, str]]:
    """Of all that the two share; sessions are made by looking."""
    tables = [t for t in connection.introspection.table_names() if t.startswith("steps_")]
    each = " UNION ALL ".join(
        f"SELECT '{table}', md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t"
        for table in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(each)
        return sorted(cursor.fetchall())
