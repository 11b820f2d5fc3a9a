"""What Ann may say of a day of her promise, and what each report is."""

import datetime as dt
import uuid

import pytest

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.promises.models import Promise
from steps.promises.reports import Report
from steps.promises.today import due_today
from steps.timeline.models import Event
from tests.people import person, signed_in
from tests.promises.story import (
    HTMX,
    MONDAY,
    address,
    day,
    days_on,
    ended,
    promised,
    report_form,
    reported,
    told,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("outcome", ["kept", "missed", "change"])
def test_ann_reports_a_day_that_is_due(couple: tuple[User, User], outcome: str) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        report = reported(promised(ann), day(0), outcome, by=ann, note="As it was.")
    assert (report.outcome, report.number, report.on_time) == (outcome, 1, True)
    assert Event.objects.filter(kind="report", item=report).count() == 1


def test_a_day_to_come_cannot_be_reported(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY), pytest.raises(Refused):
        reported(promised(ann), day(1), "kept", by=ann)


def test_a_day_of_no_promise_does_not_exist(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann, rhythm="weekly", weekdays=["0"])
        with pytest.raises(Promise.DoesNotExist):
            reported(promise, day(1), "kept", by=ann)


def test_a_report_is_on_time_through_the_next_day_and_late_afterwards(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    berlin_midnight = dt.datetime(2026, 11, 3, 23, tzinfo=dt.UTC)
    with clock.at(MONDAY):
        promise = promised(ann)
    with clock.at(berlin_midnight - dt.timedelta(minutes=1)):
        assert reported(promise, day(0), "change", by=ann).on_time
    with clock.at(berlin_midnight):
        assert not reported(promise, day(0), "kept", by=ann).on_time


@pytest.mark.parametrize(
    ("zone", "now", "due_on"),
    [
        ("Pacific/Kiritimati", "2026-11-02T11:00", "2026-11-03"),
        ("Pacific/Honolulu", "2026-11-02T09:00", "2026-11-01"),
    ],
)
def test_what_is_due_goes_by_the_zone_of_the_promise(zone: str, now: str, due_on: str) -> None:
    dora = person("Dora", time_zone=zone)
    moment = dt.datetime.fromisoformat(now).replace(tzinfo=dt.UTC)
    with clock.at(moment):
        promise = told(dora)
        dora.time_zone = "Europe/Berlin"
        assert reported(promise, dt.date.fromisoformat(due_on), "kept", by=dora).on_time


def test_a_report_can_be_corrected_and_both_stay(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        reported(promise, day(0), "kept", by=ann)
        reported(promise, day(0), "missed", by=ann)
        reported(promise, day(0), "missed", by=ann, note="I forgot.")
    outcomes = Report.objects.order_by("number").values_list("outcome", flat=True)
    assert list(outcomes) == ["kept", "missed", "missed"]


@pytest.mark.parametrize("between", [[], ["change"]])
def test_missed_never_becomes_kept_by_no_detour(
    couple: tuple[User, User], between: list[str]
) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        for outcome in ["missed", *between]:
            reported(promise, day(0), outcome, by=ann)
        with pytest.raises(Refused):
            reported(promise, day(0), "kept", by=ann)


def test_saying_it_twice_is_one_report(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise, pk = promised(ann), uuid.uuid4()
        first = promise.report("kept", due_on=day(0), by=ann, note="Done.", pk=pk)
        again = promise.report("missed", due_on=day(0), by=ann, pk=pk)
        same = reported(promise, day(0), "kept", by=ann)
    assert first == again == same
    assert Report.objects.count() == 1


def test_a_late_second_press_answers_as_the_first_after_a_correction(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise, pk = promised(ann), uuid.uuid4()
        first = promise.report("kept", due_on=day(0), by=ann, pk=pk)
        reported(promise, day(0), "change", by=ann)
        assert promise.report("kept", due_on=day(0), by=ann, pk=pk) == first
    assert Report.objects.count() == 2


def test_an_id_that_is_something_else_is_refused(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        with pytest.raises(Promise.DoesNotExist):
            promise.report("kept", due_on=day(0), by=ann, pk=promise.pk)


def test_only_ann_reports_on_her_promise(couple: tuple[User, User], cy: User) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        for other in (ben, cy):
            with pytest.raises(Promise.DoesNotExist):
                reported(promise, day(0), "kept", by=other)
            with pytest.raises(Promise.DoesNotExist):
                ended(promise, by=other)


def test_a_report_on_what_was_said_in_person_stays_with_ann(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        report = reported(told(ann), day(0), "kept", by=ann, note="Done.")
    assert not Report.objects.visible_to(ben).exists()
    assert not Event.objects.exists()
    assert report.told_on == day(0)


def test_ann_ends_a_promise_early_in_the_open(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = promised(ann)
    with clock.at(days_on(2)):
        ended(promise, by=ann)
        ended(promise, by=ann)
        assert Event.objects.visible_to(ben).filter(kind="ended", about=promise).count() == 1
    with clock.at(days_on(4)):
        assert reported(promise, day(2), "kept", by=ann)
        with pytest.raises(Refused):
            reported(promise, day(3), "kept", by=ann)


def test_one_promise_a_week_can_be_ended_early(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        first, second = (promised(ann, ends_on="2026-11-29") for _number in range(2))
        ended(first, by=ann)
        with pytest.raises(Refused):
            ended(second, by=ann)
    with clock.at(days_on(7) + dt.timedelta(minutes=1)):
        ended(second, by=ann)
    second.refresh_from_db()
    assert second.ended_at


def test_what_is_over_is_not_ended_early(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        week = promised(ann)
        single = promised(ann, rhythm="once", ends_on="2026-11-02")
        reported(single, day(0), "kept", by=ann)
        with pytest.raises(Refused):
            ended(single, by=ann)
    with clock.at(days_on(8)), pytest.raises(Refused):
        ended(week, by=ann)


def test_ending_what_was_said_in_person_is_no_entry(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        ended(told(ann), by=ann)
    assert not Event.objects.exists()


def test_today_asks_for_yesterday_and_today_until_they_are_reported(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        weekly = promised(ann, "I call your sister.", rhythm="weekly", weekdays=["3"])
    with clock.at(days_on(2)):
        asked = [(due.sentence, due.day, due.is_due) for due in due_today(ann)]
        assert asked == [
            ("I call before eight.", "Yesterday", True),
            ("I call before eight.", "Today", True),
            ("I call your sister.", "Tomorrow", False),
        ]
        reported(promise, day(1), "missed", by=ann)
        reported(promise, day(2), "kept", by=ann)
        assert [(due.day, due.is_due) for due in due_today(ann)] == [("Tomorrow", False)] * 2
        assert due_today(ben) == []
    with clock.at(days_on(4)):
        reported(weekly, day(3), "kept", by=ann)
        assert [due.day for due in due_today(ann)] == ["Yesterday", "Today"]


def test_today_names_the_date_of_a_single_promise(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promised(ann, rhythm="once", ends_on="2026-12-01")
        [due] = due_today(ann)
    assert (due.day, due.rhythm, due.is_due) == (
        "Tuesday 1 December", "By Tuesday 1 December", False,
    )  # fmt: skip


def test_a_note_goes_along_for_a_week_and_a_day_goes_without_one_after_it(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    with clock.at(days_on(0)):
        promise = promised(ann, ends_on=str(day(30)))
    browser = signed_in(ann)
    with clock.at(days_on(10)):
        reported(promise, day(3), "kept", by=ann, note="At seven.")
        form = report_form(ann, "kept", note="Long ago.")
        answer = browser.post(address(promise, day(2), "report"), form, headers=HTMX)
        assert answer.status_code == 409
        assert "Long ago." in answer.content.decode(), "what was typed is not lost"
        reported(promise, day(2), "kept", by=ann)
        page = browser.get(f"/list/{promise.pk}/").content.decode()
        assert f'id="day-{promise.pk}-{day(3)}-note"' in page
        assert f'id="day-{promise.pk}-{day(2)}-note"' not in page


def test_a_threat_goes_with_no_report(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        with pytest.raises(Refused, match="threat"):
            reported(promise, day(0), "missed", by=ann, note="If you tell, you'll regret it.")
        assert not Report.objects.exists()


def test_twelve_notes_go_in_a_day(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(days_on(0)):
        promises = [promised(ann, ends_on=str(day(30))) for _number in range(2)]
    with clock.at(days_on(6)):
        for promise in promises:
            for number in range(6):
                reported(promise, day(number), "kept", by=ann, note="Done.")
        with pytest.raises(Refused, match="many notes"):
            reported(promises[0], day(6), "kept", by=ann, note="And this.")
        reported(promises[0], day(6), "kept", by=ann)
    with clock.at(days_on(7) + dt.timedelta(minutes=5)):
        reported(promises[1], day(6), "kept", by=ann, note="And this.")
