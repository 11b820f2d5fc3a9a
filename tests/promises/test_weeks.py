"""The weeks of a promise, without a database."""

import datetime as dt
import uuid

from mend import clock
from steps.promises import weeks
from steps.promises.days import Day, told
from steps.promises.days import build as build_days
from steps.promises.reports import Report
from steps.promises.tracking import Verdict

TODAY = dt.date(2026, 11, 18)  # a Wednesday
DAYS = [dt.date(2026, 9, 1) + dt.timedelta(days=number) for number in range(79)]
NOON = dt.datetime(2026, 11, 18, 12, tzinfo=dt.UTC)


def report(outcome: str, number: int = 1, *, on_time: bool = True, note: str = "") -> Report:
    said = Report(outcome=outcome, number=number, on_time=on_time, due_on=TODAY, made_at=NOON)
    said.__dict__["copied_words"] = {"note": note} if note else {}
    return said


def verdict(outcome: str, number: int = 1, *, shared: bool = True) -> Verdict:
    return Verdict(outcome=outcome, number=number, due_on=TODAY, shared_at=NOON if shared else None)


def build(*said: Report, verdicts: tuple[Verdict, ...] = (), may_mark: bool = True) -> Day:
    [day] = build_days(
        uuid.uuid4(), [TODAY], reports=said, verdicts=verdicts,
        may_mark=[TODAY] if may_mark else [], zone="UTC",
    )  # fmt: skip
    return day


def test_a_page_holds_the_newest_two_weeks_newest_day_first() -> None:
    days, earlier = weeks.page(DAYS, None)
    assert days[0] == TODAY
    assert days[-1] == earlier == dt.date(2026, 11, 9)


def test_the_next_page_goes_on_without_a_gap_and_the_last_one_ends() -> None:
    seen: list[dt.date] = []
    before = None
    for _ in range(6):
        days, before = weeks.page(DAYS, before)
        seen += days
    assert seen == sorted(DAYS, reverse=True)
    assert before is None


def test_weeks_begin_on_monday_and_say_which_they_are() -> None:
    days = [Day(uuid.uuid4(), day, [], []) for day in sorted(DAYS, reverse=True)[:24]]
    found = weeks.by_week(days, TODAY)
    assert [week.title for week in found[:3]] == ["This week", "Last week", "Week of 2 November"]
    assert [len(week.rows) for week in found] == [3, 7, 7, 7]
    assert all(week.starts_on.weekday() == 0 for week in found)


def test_a_day_shows_the_newest_report_and_keeps_the_older_ones() -> None:
    day = build(report("kept"), report("missed", 2, note="It was not so."))
    assert day.report
    assert (day.report.outcome, day.report.note) == ("missed", "It was not so.")
    assert [said.outcome for said in day.corrected] == ["kept"]


def test_what_was_said_of_another_day_is_left_out() -> None:
    elsewhere = report("kept")
    elsewhere.due_on = TODAY - dt.timedelta(days=1)
    judged = verdict("kept")
    judged.due_on = elsewhere.due_on
    day = build(elsewhere, verdicts=(judged,))
    assert (day.report, day.verdict) == (None, None)


def test_a_late_report_carries_its_day() -> None:
    late = build(report("kept", on_time=False)).report
    assert late
    assert late.late_on == TODAY
    assert build(report("kept")).reports[0].late_on is None


def test_missed_can_only_be_excused_and_never_turned_into_kept() -> None:
    missed, opened = build(report("missed")), build(report("missed"), report("change", 2))
    assert [outcome for outcome, word in missed.marks] == ["excused"]
    assert [outcome for outcome, word in opened.marks] == ["kept", "broken", "excused"]
    for day in (missed, opened):
        assert [outcome for outcome, word in day.outcomes] == ["missed", "change"]


def test_any_other_day_can_be_said_in_three_ways() -> None:
    for day in (build(), build(report("kept")), build(report("change"))):
        assert [outcome for outcome, word in day.marks] == ["kept", "broken", "excused"]
        assert [outcome for outcome, word in day.outcomes] == ["kept", "missed", "change"]


def test_a_day_that_may_not_be_marked_offers_nothing() -> None:
    assert build(report("kept"), may_mark=False).marks == []


def test_verdicts_stand_newest_first_and_say_whether_they_are_private() -> None:
    day = build(verdicts=(verdict("broken"), verdict("kept", 2, shared=False)))
    assert [(said.outcome, said.is_private) for said in day.verdicts] == [
        ("kept", True), ("broken", False),
    ]  # fmt: skip


def test_what_was_cleared_stands_apart_and_is_not_agreed_to() -> None:
    kept = build(report("kept"))
    cleared = Day(kept.promise, TODAY, kept.reports, [], is_cleared=True, may_mark=True)
    judged = Day(kept.promise, TODAY, kept.reports, build(verdicts=(verdict("kept"),)).verdicts,
                 may_mark=True)  # fmt: skip
    [week] = weeks.by_week([kept, cleared, judged, build(report("change")), build()], TODAY)
    assert week.cleared == [cleared]
    assert week.agreeable == [kept]


def test_the_clock_is_where_the_promise_was_made() -> None:
    moment = dt.datetime(2026, 11, 18, 23, 30, tzinfo=dt.UTC)
    assert clock.date_of(moment, "Pacific/Kiritimati") == dt.date(2026, 11, 19)
    late = report("kept", on_time=False)
    late.made_at = moment
    assert told(late, "Pacific/Kiritimati").late_on == dt.date(2026, 11, 19)
