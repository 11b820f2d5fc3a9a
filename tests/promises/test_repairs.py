"""What puts a miss right: once, within 72 hours, beside the report; and the weeks of step 14."""

import datetime as dt
import uuid

import pytest

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from mend.refusals import Refused
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.promises.models import Promise
from steps.promises.pauses import Pause
from steps.promises.repairs import Repair
from steps.promises.tick import let_reports_go
from steps.sharing.items import Copy, Item
from steps.space.models import Space
from steps.thresholds import NOTES_A_DAY
from steps.timeline.models import Event, intact
from tests.people import signed_in
from tests.promises.story import (
    HTMX,
    MONDAY,
    address,
    day,
    days_on,
    judged,
    opened,
    promised,
    report_form,
    reported,
    told,
)
from tests.writing import write_promise

pytestmark = pytest.mark.django_db
WORDS = "I call her first thing tomorrow."


def repaired(promise: Promise, number: int, words: str = WORDS, *, by: User) -> Repair:
    with acting_as(by):
        return Repair.write(words, promise=promise, due_on=day(number), by=by, pk=uuid.uuid4())


def missed(ann: User, ben: User, number: int = 0) -> Promise:
    """A promise that Ben reads, and a first day of it that Ann named missed."""
    promise = opened(promised(ann), ben)
    reported(promise, day(number), "missed", by=ann)
    return promise


def test_it_is_one_for_a_miss_and_never_changed(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = missed(ann, ben)
        repair = repaired(promise, 0, by=ann)
        assert repaired(promise, 0, by=ann) == repair
        with pytest.raises(Refused):
            repaired(promise, 0, "Something else.", by=ann)
        reported(promise, day(0), "change", by=ann)
        event = Event.objects.get(kind="repair")
        assert event.facts == {"due_on": "2026-11-02"}
        assert event.about_id == promise.pk
        assert intact(Event.objects.visible_to(ann))
        assert Copy.objects.filter(version__item=repair).count() == 2
        with acting_as(ben), pytest.raises(Promise.DoesNotExist):
            Repair.write(WORDS, promise=promise, due_on=day(0), by=ben, pk=uuid.uuid4())


def test_it_goes_only_with_a_day_that_stands_as_missed_and_for_72_hours(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        for outcome in ("kept", "missed", "change"):
            if outcome != "missed":
                reported(promise, day(0), outcome, by=ann)
                with pytest.raises(Refused):
                    repaired(promise, 0, by=ann)
            else:
                reported(promise, day(0), outcome, by=ann)
    with clock.at(days_on(2)):
        reported(promise, day(0), "missed", by=ann)
        with pytest.raises(Refused):
            repaired(promise, 1, by=ann)
    with clock.at(days_on(2)), pytest.raises(Refused):
        repaired(promise, 0, "If you tell anyone, you'll regret it.", by=ann)
    with clock.at(days_on(3) + dt.timedelta(minutes=-1)):
        repaired(promise, 0, by=ann)
    with clock.at(days_on(2)):
        reported(promise, day(1), "missed", by=ann)
    with clock.at(days_on(5) + dt.timedelta(minutes=1)), pytest.raises(Refused):
        repaired(promise, 1, by=ann)


def test_told_in_person_it_is_anns_alone(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = told(ann)
        reported(promise, day(0), "missed", by=ann)
        repair = repaired(promise, 0, by=ann)
    assert (repair.sent_at, repair.told_on) == (None, day(0))
    assert not Item.objects.sent_to(ben).exists()
    assert not Event.objects.filter(kind="repair").exists()
    let_reports_go()
    assert not Event.objects.filter(kind="repair").exists()


def test_in_bens_space_it_waits_with_its_report_and_keeps_its_time(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(promised(ann), ben)
        with acting_as(ben):
            Space.take(by=ben, pk=uuid.uuid4())
        reported(promise, day(0), "missed", by=ann)
    with clock.at(days_on(2)):
        repair = repaired(promise, 0, by=ann)
        assert not Item.objects.sent_to(ben).filter(kind__in=["report", "repair"]).exists()
    with clock.at(days_on(9)):
        with acting_as(ben):
            Space.end(by=ben)
        let_reports_go()
        let_reports_go()
        kinds = Event.objects.order_by("seq").values_list("kind", flat=True)
        assert list(kinds)[-2:] == ["report", "repair"]
        repair.refresh_from_db()
        assert repair.sent_at == repair.made_at
        page = signed_in(ben).get(f"/list/{promise.pk}/").content.decode()
    assert WORDS in page


def test_a_report_that_waits_still_keeps_its_repair_back(couple: tuple[User, User]) -> None:
    """The space is over, but the clock has not come by yet: the order stays."""
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(promised(ann), ben)
        with acting_as(ben):
            Space.take(by=ben, pk=uuid.uuid4())
        reported(promise, day(0), "missed", by=ann)
        with acting_as(ben):
            Space.end(by=ben)
        assert repaired(promise, 0, by=ann).sent_at is None
        let_reports_go()
        assert Event.objects.filter(kind="repair").count() == 1


@pytest.mark.parametrize("htmx", [{}, HTMX], ids=["without", "htmx"])
def test_it_stands_beside_the_report_for_both(couple: tuple[User, User], htmx: dict) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = missed(ann, ben)
        where, client = address(promise, day(0), "repair"), signed_in(ann)
        form = report_form(ann, "", repair=WORDS)
        too_long = client.post(where, form | {"repair": "a" * 281}, headers=htmx)
        assert too_long.status_code == 422
        assert b"a" * 281 in too_long.content
        for _ in range(2):
            done = client.post(where, form, headers=htmx)
            assert done.status_code == (200 if htmx else 302)
        late = client.post(where, report_form(ann, "", repair="Other words."), headers=htmx)
        assert late.status_code == 409
        if htmx:
            assert WORDS in done.content.decode()
            assert b"Other words." in late.content
        for user in (ann, ben):
            page = signed_in(user).get("/list/").content.decode()
            assert page.count(WORDS) == 1
            record = signed_in(user).get("/record/").content.decode()
            assert WORDS in record
            assert "put a miss right" in record
        assert signed_in(ben).post(where, form).status_code == 404


def test_misses_by_the_dozen_bring_no_more_notes_than_reports_do(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann, ends_on=day(20).isoformat())
    with clock.at(days_on(16)):
        for number in range(NOTES_A_DAY + 1):
            reported(promise, day(number), "missed", by=ann)
        for number in range(NOTES_A_DAY):
            repaired(promise, number, by=ann)
        with pytest.raises(Refused):
            repaired(promise, NOTES_A_DAY, by=ann)
        with pytest.raises(Refused):
            reported(promise, day(16), "kept", by=ann, note="I forgot.")
    with clock.at(days_on(17) + dt.timedelta(minutes=1)):
        repaired(promise, NOTES_A_DAY, by=ann)


# Step 14: weeks are told by their number, from the first Monday on.


def known(ann: User) -> dict[int, int]:
    journey = Journey.of(ann)
    assert journey
    return states(journey)


def weekly(ann: User, *, weeks: int = 12) -> Promise:
    """Every Monday, for 84 days."""
    ends_on = (clock.today("UTC") + dt.timedelta(weeks=weeks, days=-1)).isoformat()
    return promised(ann, rhythm="weekly", weekdays=["0"], ends_on=ends_on)


def in_week(number: int, days: int = 0) -> dt.datetime:
    return days_on(7 * number + days)


def test_step_14_is_joined_by_a_report_in_six_of_the_last_eight_weeks_and_reopens(
    couple: tuple[User, User],
) -> None:
    """What Ben marks, and that he does not, changes nothing."""
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(weekly(ann), ben)
    for number in (0, 1, 3, 4, 6, 7):
        with clock.at(in_week(number)):
            assert known(ann)[14] == OPEN
            reported(promise, day(7 * number), "kept", by=ann)
    with clock.at(in_week(7, 1)):
        assert known(ann)[14] == JOINED
        judged(promise, day(49), "broken", by=ben)
        assert known(ann)[14] == JOINED
    with clock.at(in_week(8, -1)):
        assert known(ann)[14] == JOINED
    with clock.at(in_week(8)):  # the first week is not among them any more
        assert known(ann)[14] == OPEN
        reported(promise, day(56), "kept", by=ann)
        assert known(ann)[14] == JOINED


def test_step_14_goes_by_when_it_was_written_where_ann_is(couple: tuple[User, User]) -> None:
    """Eight weeks said in one sitting are one week."""
    ann, _ = couple
    with clock.at(MONDAY):
        promise = weekly(ann)
    with clock.at(in_week(7)):
        for number in range(8):
            reported(promise, day(7 * number), "kept", by=ann)
        assert known(ann)[14] == OPEN


def test_late_on_sunday_it_is_monday_in_berlin(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = weekly(ann)
    for number in (0, 1, 2, 3, 4, 5):
        late = in_week(number - 1, 6).replace(hour=23, minute=30)
        with clock.at(late if number in (2, 4) else in_week(number)):
            assert known(ann)[14] == OPEN
            reported(promise, day(7 * number), "kept", by=ann)
    with clock.at(in_week(5)):
        assert known(ann)[14] == JOINED


def test_step_14_asks_of_each_miss_a_repair_once_its_three_days_are_over(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = weekly(ann)
    for number in range(6):
        with clock.at(in_week(number)):
            reported(promise, day(7 * number), "missed" if number in (2, 5) else "kept", by=ann)
            if number == 2:
                repaired(promise, 14, by=ann)
    with clock.at(in_week(5, 2)):
        assert known(ann)[14] == JOINED  # there is still time
    with clock.at(in_week(5, 4)):
        assert known(ann)[14] == OPEN
    with clock.at(in_week(5, 2)):
        repaired(promise, 35, by=ann)
    with clock.at(in_week(5, 4)):
        assert known(ann)[14] == JOINED


def test_step_14_lets_a_miss_go_that_was_reopened_or_lies_further_back(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = weekly(ann)
    for number in range(8):
        with clock.at(in_week(number)):
            reported(promise, day(7 * number), "kept" if number else "missed", by=ann)
    with clock.at(in_week(7, 1)):
        assert known(ann)[14] == OPEN
    with clock.at(in_week(8)):
        assert known(ann)[14] == JOINED
    with clock.at(in_week(7, 1)):
        reported(promise, day(0), "change", by=ann)
        assert known(ann)[14] == JOINED


def test_step_14_leaves_weeks_with_a_pause_out(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = weekly(ann)
    for number in (0, 1, 2):
        with clock.at(in_week(number)):
            reported(promise, day(7 * number), "kept", by=ann)
    with clock.at(in_week(2, 6)), acting_as(ann):
        Pause.begin(until=day(34), by=ann)
    for number in (7, 8, 9):
        with clock.at(in_week(number)):
            reported(promise, day(7 * number), "kept", by=ann)
    with clock.at(in_week(9)):  # 0, 1, 2, then two with the pause, 5 and 6 silent, 7, 8, 9
        assert known(ann)[14] == JOINED
    Pause.objects.update(ends_on=day(27))
    with clock.at(in_week(9)):
        assert known(ann)[14] == OPEN


def test_before_any_promise_step_14_is_not_begun(ann: User) -> None:
    with clock.at(MONDAY):
        write_promise(ann)
        assert 14 not in known(ann)
