"""Step 5 is joined by a pledge with one quiet week, or one space kept."""

import datetime as dt

import pytest

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.sharing.room import Attempt
from tests.space.taking import ends, takes
from tests.writing import send, tell, write

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)
A_DAY = dt.timedelta(days=1)


def step_5(ann: User, day: float) -> int | None:
    with clock.at(NOW + day * A_DAY), acting_as(ann):
        journey = Journey.of(ann)
        assert journey
        return states(journey).get(5)


def pledge(ann: User) -> None:
    with clock.at(NOW):
        write(ann, step=5, will_not="I do not call.")


def test_a_pledge_opens_it_and_a_quiet_week_joins_it(couple: tuple[User, User]) -> None:
    ann, _ = couple
    pledge(ann)
    assert step_5(ann, 6.9) == OPEN
    assert step_5(ann, 7.1) == JOINED


def test_a_week_without_a_pledge_joins_nothing(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(NOW):
        send(write(ann), by=ann)
    assert step_5(ann, 30) is None


def test_what_is_sent_or_tried_begins_the_week_anew(couple: tuple[User, User]) -> None:
    ann, _ = couple
    pledge(ann)
    with clock.at(NOW + 5 * A_DAY):
        send(write(ann), by=ann)
    with clock.at(NOW + 10 * A_DAY), acting_as(ann):
        Attempt.note(by=ann)
    assert step_5(ann, 16.9) == OPEN
    assert step_5(ann, 17.1) == JOINED


def test_a_pledge_said_in_person_counts_too(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(NOW):
        tell(write(ann, step=5, will_not="I do not call."), by=ann)
    assert step_5(ann, 7.1) == JOINED


@pytest.mark.parametrize("tries", [True, False])
def test_a_space_that_was_kept_joins_it_however_short(
    couple: tuple[User, User], tries: bool
) -> None:
    ann, ben = couple
    pledge(ann)
    with clock.at(NOW + A_DAY):
        takes(ben)
    if tries:
        with clock.at(NOW + 2 * A_DAY), acting_as(ann):
            Attempt.note(by=ann)
    with clock.at(NOW + 3 * A_DAY):
        ends(ben)
    assert step_5(ann, 3.1) == (OPEN if tries else JOINED)
