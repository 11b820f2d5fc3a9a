"""In which zone a promise has its days, and that nobody learns the other’s from them."""

import datetime as dt

import pytest

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from mend.refusals import Refused
from steps.promises.models import Promise
from steps.sharing.tick import deliver_due
from tests.people import signed_in
from tests.promises.story import MONDAY, cleared, day, opened, promised
from tests.writing import THREE_MINUTES, write_promise

pytestmark = pytest.mark.django_db

EAST, WEST = "Pacific/Kiritimati", "Pacific/Pago_Pago"  # 25 hours apart


def test_the_zone_is_that_in_which_it_was_shared(couple: tuple[User, User]) -> None:
    """Else a change within the two minutes gave it days before it was made."""
    ann, _ = couple
    with clock.at(MONDAY):
        ann.describe(first_name="Ann", time_zone=WEST)
        draft = write_promise(ann)
        with acting_as(ann):
            draft.share(by=ann)
            ann.describe(first_name="Ann", time_zone=EAST)
    with clock.at(MONDAY + THREE_MINUTES):
        deliver_due()
        promise = Promise.objects.get(pk=draft.pk)
        assert promise.zone == WEST
        assert len(promise.days_due) == 1
        assert promised(ann).zone == EAST


@pytest.mark.parametrize("zone", [EAST, WEST])
def test_a_day_comes_to_ben_with_his_own(couple: tuple[User, User], zone: str) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        ann.describe(first_name="Ann", time_zone=zone)
        promise = opened(promised(ann, ends_on=str(day(20))), ben)
    midnight = clock.midnight_of(day(4), ben.time_zone)
    browser = signed_in(ben)
    for seconds in (-300, 300):
        with clock.at(midnight + dt.timedelta(seconds=seconds)):
            for address in ("/list/", f"/list/{promise.pk}/"):
                page = browser.get(address).content.decode()
                assert (f"day-{promise.pk}-{day(4)}" in page) is (seconds > 0)
            if seconds > 0:
                cleared(promise, day(4), by=ben)
            else:
                with pytest.raises(Refused, match="not come yet"):
                    cleared(promise, day(4), by=ben)
