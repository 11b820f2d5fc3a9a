"""What Ben may say of a day, or leave unsaid; and what of it reaches Ann."""

import datetime as dt
import uuid

import pytest

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from mend.refusals import Refused
from steps.promises.models import Promise
from steps.promises.tracking import Clearing, Tracking, Verdict
from steps.space.models import Space
from steps.timeline.models import Event
from tests.people import signed_in
from tests.promises.story import (
    HTMX,
    MONDAY,
    address,
    cleared,
    day,
    days_on,
    ended,
    judged,
    opened,
    promised,
    reported,
    told,
)
from tests.writing import send, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(couple: tuple[User, User]) -> Promise:
    """Made on Monday, open to Ben, kept track of together."""
    ann, ben = couple
    with clock.at(MONDAY):
        return opened(promised(ann, ends_on="2026-12-31"), ben)


@pytest.mark.parametrize("outcome", ["kept", "broken", "excused"])
@pytest.mark.parametrize("said", [None, "kept", "change"])
def test_ben_judges_a_due_day_reported_or_not(
    couple: tuple[User, User], promise: Promise, outcome: str, said: str | None
) -> None:
    ann, ben = couple
    with clock.at(days_on(1)):
        if said:
            reported(promise, day(1), said, by=ann)
    with clock.at(days_on(1 if said else 2)):
        judged(promise, day(1), outcome, by=ben)
    verdict = Verdict.objects.visible_to(ann).get()
    assert (verdict.outcome, verdict.due_on, verdict.writer_id) == (outcome, day(1), ben.pk)
    assert Event.objects.get(kind="verdict").facts == {"due_on": str(day(1)), "outcome": outcome}


def test_what_ann_named_missed_can_only_be_excused_as_long_as_that_stands(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        reported(promise, day(0), "missed", by=ann)
        for outcome in ("kept", "broken"):
            with pytest.raises(Refused):
                judged(promise, day(0), outcome, by=ben)
        assert judged(promise, day(0), "excused", by=ben)
        reported(promise, day(0), "change", by=ann)
        assert judged(promise, day(0), "broken", by=ben)


def test_an_earlier_verdict_stands_when_ann_says_missed(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(days_on(1)):
        judged(promise, day(0), "broken", by=ben)
        reported(promise, day(0), "missed", by=ann)
    assert Verdict.objects.visible_to(ann).get().outcome == "broken"


def test_a_verdict_may_change_for_30_days_and_both_stay(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(days_on(1)):
        judged(promise, day(0), "broken", by=ben)
        judged(promise, day(0), "broken", by=ben)
    with clock.at(days_on(31) - dt.timedelta(minutes=5)):
        judged(promise, day(0), "kept", by=ben)
    with clock.at(days_on(31) + dt.timedelta(minutes=5)):
        for outcome in ("excused", "unsaid"):
            with pytest.raises(Refused):
                judged(promise, day(0), outcome, by=ben)
    said = Verdict.objects.visible_to(ann).order_by("number").values_list("outcome", flat=True)
    assert list(said) == ["broken", "kept"]


def test_only_ben_judges(couple: tuple[User, User], cy: User, promise: Promise) -> None:
    ann, _ = couple
    with clock.at(MONDAY), pytest.raises(Promise.DoesNotExist):
        judged(promise, day(0), "kept", by=ann)
    with clock.at(MONDAY), pytest.raises(Promise.DoesNotExist):
        cleared(promise, day(0), by=ann)
    assert not Promise.objects.visible_to(cy).exists()


def test_what_was_said_in_person_is_not_judged(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        spoken = told(ann)
        with pytest.raises(Promise.DoesNotExist):
            judged(spoken, day(0), "kept", by=ben)


def test_a_day_to_come_is_neither_judged_nor_cleared(
    couple: tuple[User, User], promise: Promise
) -> None:
    _, ben = couple
    with clock.at(MONDAY):
        for act in (lambda: judged(promise, day(1), "kept", by=ben),
                    lambda: cleared(promise, day(1), by=ben)):  # fmt: skip
            with pytest.raises(Refused):
                act()


def test_only_for_me_stays_with_ben_also_when_he_chooses_together_later(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(days_on(1)):
        opened(promise, ben, "private")
        judged(promise, day(0), "broken", by=ben)
        opened(promise, ben, "together")
    assert not Verdict.objects.visible_to(ann).exists()
    assert not Event.objects.filter(kind="verdict").exists()
    assert Verdict.objects.visible_to(ben).get().outcome == "broken"


def test_without_keeping_track_there_is_no_verdict(
    couple: tuple[User, User], promise: Promise
) -> None:
    _, ben = couple
    with clock.at(days_on(1)):
        opened(promise, ben, "none")
        with pytest.raises(Refused):
            judged(promise, day(0), "kept", by=ben)


def test_the_way_of_keeping_track_is_known_to_ben_alone(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    opened(promise, ben, "together")
    assert Tracking.objects.visible_to(ben).count() == 1
    assert not Tracking.objects.visible_to(ann).exists()
    assert Tracking.of(ben, promise.journey_id) == "together"
    with pytest.raises(Promise.DoesNotExist):
        Tracking.choose("none", promise=promise, by=ann)


def test_a_mark_that_anns_space_refuses_is_not_shown_as_made(
    couple: tuple[User, User], promise: Promise
) -> None:
    """Both did something; Ben marks on a page that was open before."""
    ann, ben = couple
    with clock.at(days_on(31)):
        send(write(ben), by=ben)
        reported(promise, day(31), "kept", by=ann)
        with acting_as(ann):
            Space.take(by=ann, pk=uuid.uuid4())
        typed = {"outcome": "broken", "back": "promise"}
        place = address(promise, day(31), "verdict")
        answer = signed_in(ben).post(place, typed, headers=HTMX)
    assert answer.status_code == 409
    assert "takes space" in answer.text
    assert "mark--broken" not in answer.text
    assert not Verdict.objects.exists()


def test_clearing_is_known_to_ben_alone_and_can_be_undone(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        cleared(promise, day(0), by=ben)
        cleared(promise, day(0), by=ben)
    assert Clearing.objects.visible_to(ben).count() == 1
    assert not Clearing.objects.visible_to(ann).exists()
    for _number in range(2):
        Clearing.put_back(promise=promise, due_on=day(0), by=ben)
    assert not Clearing.objects.exists()


def test_silence_stays_silence_after_a_year(couple: tuple[User, User], promise: Promise) -> None:
    ann, ben = couple
    with clock.at(days_on(365)):
        assert not Verdict.objects.visible_to(ann).exists()
        assert not Event.objects.exclude(kind="promise").exists()
        assert not Verdict.objects.visible_to(ben).exists()


def test_a_mark_is_changed_three_times_within_a_day_and_then_the_next_day_again(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        reported(promise, day(0), "kept", by=ann)
        for outcome in ("kept", "broken", "kept", "broken", "broken"):
            judged(promise, day(0), outcome, by=ben)
        with pytest.raises(Refused):
            judged(promise, day(0), "kept", by=ben)
    assert Event.objects.filter(kind="verdict").count() == 4
    with clock.at(days_on(2)):
        judged(promise, day(0), "kept", by=ben)


def marks_of(ann: User) -> list[str]:
    """As Ann reads them, oldest first."""
    seen = Verdict.objects.visible_to(ann).order_by("number")
    return list(seen.values_list("outcome", flat=True))


def test_a_day_is_marked_once_it_is_over_everywhere_or_was_reported(
    couple: tuple[User, User], promise: Promise
) -> None:
    """Not by the zone of who promised: trying would tell it."""
    ann, ben = couple
    noon_after = days_on(1)  # in the last zone of the world the day has just ended
    with clock.at(noon_after - dt.timedelta(minutes=5)), pytest.raises(Refused, match="not over"):
        judged(promise, day(0), "broken", by=ben)
    with clock.at(noon_after + dt.timedelta(minutes=5)):
        judged(promise, day(0), "broken", by=ben)
        with pytest.raises(Refused, match="not over"):
            judged(promise, day(1), "broken", by=ben)
        reported(promise, day(1), "change", by=ann)
        assert judged(promise, day(1), "broken", by=ben)


@pytest.mark.parametrize("ends_early", [True, False])
def test_first_marks_are_made_until_30_days_after_the_end(
    couple: tuple[User, User], ends_early: bool
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(promised(ann, ends_on=str(day(3))), ben)
    if ends_early:
        with clock.at(days_on(1)):
            ended(promise, by=ann)
    last = 1 if ends_early else 3
    with clock.at(days_on(last + 30)):
        promise = Promise.objects.get(pk=promise.pk)
        judged(promise, day(0), "broken", by=ben)
    with clock.at(days_on(last + 31)):
        with pytest.raises(Refused, match="ended a while ago"):
            judged(promise, day(1), "broken", by=ben)
        judged(promise, day(0), "excused", by=ben)
        judged(promise, day(0), "unsaid", by=ben)


def test_a_mark_is_taken_back_and_both_versions_stay(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(days_on(1)):
        with pytest.raises(Refused, match="nothing to take back"):
            judged(promise, day(0), "unsaid", by=ben)
        judged(promise, day(0), "broken", by=ben)
        opened(promise, ben, "none")
        for _number in range(2):
            judged(promise, day(0), "unsaid", by=ben)
    assert marks_of(ann) == ["broken", "unsaid"]
    with clock.at(days_on(2)):
        opened(promise, ben)
        page = signed_in(ben).get("/list/").content.decode()
        assert "Taken back" in page
        assert "before: broken" in page
        judged(promise, day(0), "kept", by=ben)
    assert marks_of(ann) == ["broken", "unsaid", "kept"]


def test_a_private_mark_that_is_taken_back_is_never_heard_of(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(days_on(1)):
        opened(promise, ben, "private")
        judged(promise, day(0), "broken", by=ben)
        opened(promise, ben, "together")
        judged(promise, day(0), "unsaid", by=ben)
    assert marks_of(ann) == []
    assert not Event.objects.filter(kind="verdict").exists()


def test_24_things_a_day_are_marked_and_a_week_that_is_begun_goes_whole(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        first, second = (opened(promised(ann, ends_on=str(day(29))), ben) for _number in range(2))
    for number in range(28):
        with clock.at(days_on(number)):
            reported(second, day(number), "kept", by=ann)
    browser = signed_in(ben)
    with clock.at(days_on(28)):
        for number in range(20):
            judged(first, day(number), "excused", by=ben)
        for monday, answer in ((21, 302), (14, 409)):
            week = {"day": [str(day(monday + number)) for number in range(7)]}
            asked = browser.post(f"/list/{second.pk}/{day(monday)}/agreement/", week)
            assert asked.status_code == answer
        with pytest.raises(Refused, match="for one day"):
            judged(first, day(20), "kept", by=ben)
        judged(first, day(0), "unsaid", by=ben)
    assert Verdict.objects.filter(promise=second).count() == 7
    with clock.at(days_on(29) + dt.timedelta(minutes=5)):
        judged(first, day(20), "kept", by=ben)
