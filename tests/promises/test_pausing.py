"""Ann pauses her promises; both see it, and no day that had come is changed."""

import datetime as dt

import pytest

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.plate import JOINED
from steps.promises.models import Promise
from steps.promises.pauses import Pause
from steps.timeline.models import Event
from tests.people import signed_in
from tests.promises.story import HTMX, day, days_on, judged, opened, promised, reported, told

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
        assert pause(ann, day(17)) == 302  # it stands
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


def test_a_day_that_has_come_where_it_was_promised_is_never_paused(
    couple: tuple[User, User],
) -> None:
    """By another zone Ann would have the present day, marked or not, before her still."""
    ann, ben = couple
    with clock.at(days_on(0)):
        ann.describe(first_name="Ann", time_zone="Pacific/Kiritimati")
        promise = opened(promised(ann, ends_on=str(day(20))), ben)
        ann.describe(first_name="Ann", time_zone="Pacific/Pago_Pago")
    with clock.at(days_on(3)):  # the 6th has come in Kiritimati, and it is the 5th in Pago Pago
        reported(promise, day(4), "kept", by=ann)
        assert pause(ann, day(4)) == 409
        assert pause(ann, day(6)) == 302
        assert Pause.objects.get().starts_on == day(5)
        assert day(4) in Promise.objects.get().days
    with clock.at(days_on(4)):
        signed_in(ann).post("/list/pause/end/")
        assert Pause.objects.get().ends_on == day(5), "what was paused stays so"


def test_a_single_day_falls_due_after_the_pause(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(days_on(0)):
        promise = opened(promised(ann, rhythm="once", ends_on=str(day(5))), ben)
    with clock.at(days_on(4)):
        pause(ann, day(9))
        assert "next on Thursday 12 November" in signed_in(ann).get("/list/").content.decode()
    with clock.at(days_on(10)):
        promise = Promise.objects.get(pk=promise.pk)
        assert promise.days_due == [day(10)]
        for address in ("/list/", "/today/"):
            assert f"day-{promise.pk}-{day(10)}" in signed_in(ann).get(address).content.decode()
        with pytest.raises(Refused, match="paused"):
            reported(promise, day(5), "kept", by=ann)
    with clock.at(days_on(11)):
        assert Promise.objects.running(day(11)).exists()
        assert not Promise.objects.running(day(12)).exists()
        reported(promise, day(10), "kept", by=ann)
        judged(promise, day(10), "broken", by=ben)
        journey = Journey.of(ann)
        assert journey
        assert states(journey)[9] == JOINED
        assert not Promise.objects.running(day(11)).exists()


def test_a_first_day_that_was_paused_joins_step_9_by_the_next(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(days_on(0)):
        told(ann)
        pause(ann, day(3))
    with clock.at(days_on(1)):
        promise = promised(ann, ends_on=str(day(20)))
    with clock.at(days_on(6)):
        journey = Journey.of(ann)
        assert journey
        reported(promise, day(6), "kept", by=ann)
        assert states(journey)[9] == JOINED


def test_a_pause_stays_on_both_lists_and_in_the_record(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(days_on(3)):
        pause(ann, day(10))
    with clock.at(days_on(8)):
        signed_in(ann).post("/list/pause/end/")
    with clock.at(days_on(13)):
        for reader, who in ((ann, "You"), (ben, "<b>Ann</b>")):
            browser = signed_in(reader)
            page = browser.get("/list/").content.decode()
            assert "Paused from Friday 6 November until and with Tuesday 10 November" in page
            page = browser.get("/record/").content.decode()
            assert f"{who} paused" in page
            assert "From Friday 6 November until and with Thursday 12 November" in page
            assert f"{who} ended" in page


def test_a_pause_of_what_was_only_said_in_person_stays_with_ann(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(days_on(0)):
        told(ann)
        pause(ann, day(3))
    assert not Event.objects.exists()
    assert not Pause.objects.visible_to(ben).exists()
    assert Pause.objects.visible_to(ann).exists()
