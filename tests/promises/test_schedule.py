"""On which days a promise falls due, and until when a report is on time, anywhere in the world."""

import datetime as dt

import pytest

from mend import clock
from steps.promises.rhythm import in_words
from steps.promises.schedule import Schedule, end_of_grace

MONDAY, WEDNESDAY, SUNDAY = 0, 2, 6


def date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def schedule(rhythm: str, first: str, last: str, weekdays: list[int] | None = None) -> Schedule:
    return Schedule(rhythm, weekdays or [], date(first), date(last))


def test_a_single_promise_falls_due_on_its_last_day() -> None:
    assert schedule("once", "2026-11-02", "2026-12-01").dates == [date("2026-12-01")]


def test_a_daily_promise_falls_due_across_a_leap_day_and_the_end_of_a_month() -> None:
    days = schedule("daily", "2028-02-28", "2028-03-01").dates
    assert days == [date("2028-02-28"), date("2028-02-29"), date("2028-03-01")]


def test_a_weekly_promise_goes_on_across_the_end_of_the_year() -> None:
    days = schedule("weekly", "2026-12-28", "2027-01-10", [MONDAY, SUNDAY]).dates
    assert list(map(str, days)) == ["2026-12-28", "2027-01-03", "2027-01-04", "2027-01-10"]


def test_a_weekly_promise_begins_on_the_first_of_its_days() -> None:
    days = schedule("weekly", "2026-11-05", "2026-11-20", [WEDNESDAY]).dates
    assert list(map(str, days)) == ["2026-11-11", "2026-11-18"]


@pytest.mark.parametrize("first", ["2026-03-28", "2026-10-24"])
def test_no_day_is_lost_or_doubled_when_the_clocks_change(first: str) -> None:
    last = date(first) + dt.timedelta(days=2)
    assert len(schedule("daily", first, str(last)).dates) == 3


@pytest.mark.parametrize(
    ("zone", "due_on", "end"),
    [
        ("Europe/Berlin", "2026-11-20", "2026-11-21T23:00"),
        ("Europe/Berlin", "2026-03-28", "2026-03-29T22:00"),  # the night with 23 hours
        ("Europe/Berlin", "2026-10-24", "2026-10-25T23:00"),  # the night with 25 hours
        ("Pacific/Kiritimati", "2026-11-20", "2026-11-21T10:00"),
        ("Pacific/Honolulu", "2026-11-20", "2026-11-22T10:00"),
        ("Africa/Cairo", "2026-04-22", "2026-04-23T22:00"),  # a midnight that does not exist
        ("UTC", "2028-02-28", "2028-03-01T00:00"),
    ],
)
def test_a_report_is_on_time_until_the_end_of_the_next_local_day(
    zone: str, due_on: str, end: str
) -> None:
    moment = dt.datetime.fromisoformat(end).replace(tzinfo=dt.UTC)
    assert end_of_grace(date(due_on), zone) == moment
    just_before = moment - dt.timedelta(seconds=1)
    assert clock.date_of(just_before, zone) == date(due_on) + dt.timedelta(days=1)


def test_a_rhythm_reads_as_plain_words() -> None:
    assert in_words(schedule("once", "2026-12-01", "2026-12-01")) == "By Tuesday 1 December"
    assert in_words(schedule("daily", "2026-11-02", "2026-12-15")) == "Every day, until 15 December"
    days = schedule("weekly", "2026-11-02", "2026-12-15", [SUNDAY, MONDAY, WEDNESDAY])
    assert in_words(days) == "Every Monday, Wednesday and Sunday, until 15 December"
