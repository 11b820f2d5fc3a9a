"""Step 4 on Ann's plate: open when she offers, joined by what was done or wholly turned down."""

import datetime as dt

import pytest

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.amends.evidence import STEP
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.sharing.limits import Reopening
from tests.amends.offering import answer, carry_out, offered, told

pytestmark = pytest.mark.django_db


def state(of: User) -> int | None:
    journey = Journey.of(of)
    assert journey is not None
    return states(journey).get(STEP)


def test_it_is_a_crack_before_anything_is_offered(ann: User) -> None:
    Journey.begin(by=ann)
    assert state(ann) is None


def test_an_offer_opens_it_alone_or_sent(couple: tuple[User, User], cy: User) -> None:
    ann, ben = couple
    offered(ann, to=ben)
    told(cy)
    assert state(ann) == state(cy) == OPEN


@pytest.mark.parametrize("choice", ["yes", "idea", "later"])
def test_an_answer_by_itself_joins_nothing(couple: tuple[User, User], choice: str) -> None:
    ann, ben = couple
    answer(offered(ann, to=ben), choice, by=ben)
    assert state(ann) == OPEN


def test_one_carried_out_joins_it(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offered(ann, to=ben)
    offer = offered(ann, to=ben)
    answer(offer, "yes", by=ben)
    carry_out(offer, by=ann)
    assert state(ann) == JOINED


def test_what_was_owed_anyway_joins_it_without_any_answer(couple: tuple[User, User]) -> None:
    ann, ben = couple
    carry_out(offered(ann, to=ben, owed_anyway="on"), by=ann)
    assert state(ann) == JOINED


def test_somebody_alone_can_join_it(cy: User) -> None:
    carry_out(told(cy), by=cy)
    assert state(cy) == JOINED


def test_all_turned_down_joins_it_and_a_new_offer_opens_it_again(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    first = offered(ann, to=ben)
    answer(first, "no", by=ben)
    assert state(ann) == JOINED
    with acting_as(ben):
        Reopening.open("offer", by=ben)
    second = offered(ann, to=ben)
    assert state(ann) == OPEN
    answer(second, "no", by=ben)
    assert state(ann) == JOINED
    answer(first, "later", by=ben)
    assert state(ann) == OPEN


def test_what_ann_carries_out_joins_nothing_of_bens(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(clock.now() - dt.timedelta(days=40)):
        offer = offered(ann, to=ben, owed_anyway="on")
    carry_out(offer, by=ann)
    told(ben)
    assert state(ann) == JOINED
    assert state(ben) == OPEN
