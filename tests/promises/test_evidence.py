"""Steps 9, 13 and 14: begun by a promise, joined by days that were reported on time."""

import pytest

from accounts.models import User
from mend import clock
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.thresholds import REPORTS_ON_TIME
from tests.promises.story import MONDAY, day, days_on, judged, opened, promised, reported, told
from tests.writing import write_promise

pytestmark = pytest.mark.django_db


def known(ann: User) -> dict[int, int]:
    journey = Journey.of(ann)
    assert journey
    return states(journey)


def test_a_draft_leaves_a_seam_closed_only_as_far_as_drafts_do(ann: User) -> None:
    with clock.at(MONDAY):
        write_promise(ann)
        assert 13 not in known(ann)


@pytest.mark.parametrize("make", [promised, told])
def test_a_promise_sent_or_said_begins_three_steps(couple: tuple[User, User], make: type) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        make(ann)
        assert [known(ann).get(step) for step in (9, 13, 14)] == [OPEN] * 3


@pytest.mark.parametrize("outcome", ["kept", "missed"])
def test_step_9_is_joined_by_the_first_day_reported_on_time(
    couple: tuple[User, User], outcome: str
) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann, rhythm="weekly", weekdays=["2"])
    with clock.at(days_on(3)):
        reported(promise, day(2), outcome, by=ann)
        assert known(ann)[9] == JOINED
        assert known(ann)[13] == OPEN


def test_a_late_first_day_or_another_day_joins_nothing(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann)
    with clock.at(days_on(2)):
        reported(promise, day(0), "kept", by=ann)
        reported(promise, day(1), "kept", by=ann)
        assert known(ann)[9] == OPEN


def test_needs_a_change_never_counts_and_opens_the_day_again(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        reported(promise, day(0), "change", by=ann)
        assert known(ann)[9] == OPEN
        reported(promise, day(0), "kept", by=ann)
        assert known(ann)[9] == JOINED
        reported(promise, day(0), "change", by=ann)
        assert known(ann)[9] == OPEN
    with clock.at(days_on(5)):
        reported(promise, day(0), "kept", by=ann)
        assert known(ann)[9] == OPEN


def test_five_days_on_time_join_step_13_and_an_honest_miss_is_one(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(promised(ann), ben)
    for number in range(REPORTS_ON_TIME):
        with clock.at(days_on(number)):
            assert known(ann)[13] == OPEN
            reported(promise, day(number), "kept", by=ann)
            reported(promise, day(number), "missed", by=ann)
    with clock.at(days_on(4)):
        assert known(ann)[13] == JOINED
        judged(promise, day(4), "excused", by=ben)
        assert known(ann)[13] == JOINED


def test_late_days_do_not_count_for_step_13(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann)
    with clock.at(days_on(6)):
        for number in range(7):
            reported(promise, day(number), "kept", by=ann)
        assert known(ann)[13] == OPEN
