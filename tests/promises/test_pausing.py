"""Ann pauses her promises; both see it, and no day that had come is changed."""

import datetime as dt

import pytest

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.promises.models import Promise
from steps.promises.pauses import Pause
from tests.people import signed_in
from tests.promises.story import HTMX, day, days_on, opened, promised, reported

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(couple: tuple[User, User]) -> Promise:
    ann, ben = couple
    with clock.at(days_on(0)):
        return opened(promised(ann, ends_on=day(40).isoformat()), ben)


def pause(ann: User, until: dt.date, **headers: str) -> int:
    answer = signed_in(ann).post("/list/pause/", {"until": until.isoformat()}, headers=headers)
    return answer.status_code


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_no_day_of_a_pause_falls_due_and_both_see_that_it_is_paused(
    couple: tuple[User, User], promise: Promise, headers: dict[str, str]
) -> None:
    ann, ben = couple
    with clock.at(days_on(3)):
        assert pause(ann, day(6), **headers) == (200 if headers else 302)
    with clock.at(days_on(5)):
        for reader in (ann, ben):
            page = signed_in(reader).get("/list/").content.decode()
            assert "Paused until Sunday 8 November" in page
            assert f"day-{promise.pk}-{day(4)}" not in page
            assert f"day-{promise.pk}-{day(3)}" in page
        today = signed_in(ann).get("/today/").content.decode()
        assert 'value="kept"' not in today
        with pytest.raises(Refused, match="paused"):
            reported(promise, day(4), "kept", by=ann)
    with clock.at(days_on(7)):
        reported(Promise.objects.get(), day(7), "kept", by=ann)


def test_it_lasts_14_days_at_most_and_begins_tomorrow(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple
    with clock.at(days_on(3)):
        assert pause(ann, day(3)) == 409
        assert pause(ann, day(18)) == 409
        assert pause(ann, day(17)) == 302
        assert pause(ann, day(17)) == 302
    assert Pause.objects.count() == 1


def test_it_ends_when_ann_says_so_and_the_next_one_can_wait(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple
    with clock.at(days_on(3)):
        pause(ann, day(10))
    with clock.at(days_on(5)):
        assert signed_in(ann).post("/list/pause/end/", headers=HTMX).status_code == 200
    with clock.at(days_on(6)):
        assert Promise.objects.get().days_due == [day(0), day(1), day(2), day(3), day(6)]
        assert pause(ann, day(9)) == 409
    with clock.at(days_on(19)):
        assert pause(ann, day(22)) == 302


def test_an_empty_day_is_asked_for_again(couple: tuple[User, User], promise: Promise) -> None:
    ann, _ = couple
    for headers in ({}, HTMX):
        answer = signed_in(ann).post("/list/pause/", {"until": ""}, headers=headers)
        assert answer.status_code == 422
        assert "Until and with" in answer.content.decode()


def test_ben_pauses_nothing_of_anns(couple: tuple[User, User], promise: Promise) -> None:
    _ann, ben = couple
    with clock.at(days_on(3)):
        pause(ben, day(6))
    with clock.at(days_on(5)):
        assert day(4) in Promise.objects.get().days_due
