"""Rule 6: the flow is limited, over all kinds and all that one person works on.

Broken on purpose, each for itself: `check_flow` in steps/sharing/limits.py asked about the day
alone, not about the shelf; it forgot the quiet week. Each time a test failed.
"""

import datetime as dt
import uuid
from typing import Any

import pytest

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from mend.refusals import Refused
from steps.amends.models import Offer
from steps.promises.models import Promise
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.sharing.kinds import placed
from steps.sharing.limits import Limits, Reopening
from steps.sharing.shelf import Reading, shelf
from tests.people import signed_in
from tests.space.taking import pages_of
from tests.writing import (
    rest_guess,
    send,
    tell,
    write,
    write_letter,
    write_offer,
    write_promise,
)

pytestmark = pytest.mark.django_db

A_DAY = dt.timedelta(days=1)
NOON = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)


def days_on(number: float) -> dt.datetime:
    return NOON + number * A_DAY


def refusal(draft: Draft, by: User) -> str:
    """The sentence that somebody reads; the thing stays a draft."""
    with acting_as(by), pytest.raises(Refused) as refused:
        draft.share(by=by)
    assert Draft.objects.get(pk=draft.pk).goes_at is None
    return str(refused.value.sentence)


def sent(ann: User, number: int) -> list[Item]:
    """So many things of different kinds."""
    ways = (write, write_offer, write_promise)
    return [send(ways[each % 3](ann), by=ann) for each in range(number)]


def opened(offer: Item, by: User) -> Offer:
    Reading.open(offer, by=by)
    return Offer.objects.get(pk=offer.pk)


def test_three_things_a_day_whatever_they_are(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(days_on(0)):
        _entry, offer, _promise = sent(ann, 3)
        with acting_as(ben):
            opened(offer, ben).respond("yes", by=ben, pk=uuid.uuid4())
        assert "enough for now" in refusal(write(ann), ann)
    with clock.at(days_on(0.9)):
        assert "enough for now" in refusal(write(ann), ann)
    with clock.at(days_on(1.1)):
        send(write(ann), by=ann)


def test_what_is_on_its_way_counts_and_what_is_taken_back_does_not(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    with clock.at(days_on(0)), acting_as(ann):
        drafts = [write(ann) for _ in range(4)]
        for draft in drafts[:3]:
            draft.share(by=ann)
        refusal(drafts[3], ann)
        drafts[0].take_back(by=ann)
        drafts[3].share(by=ann)


def test_said_in_person_and_reports_are_never_counted(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(days_on(0)):
        *_, promise = sent(ann, 3)
        tell(write(ann), by=ann)
        with acting_as(ann):
            Promise.objects.get(pk=promise.pk).report(
                "kept", due_on=NOON.date(), by=ann, pk=uuid.uuid4()
            )


def test_three_wait_without_an_answer_then_nothing_goes_for_14_days_in_the_same_words(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    with clock.at(days_on(0)):
        items = sent(ann, 3)
        daily = refusal(write(ann), ann)
    with clock.at(days_on(2)):
        assert refusal(write(ann), ann) == daily
        with acting_as(ben):
            for item, mark in zip(items, (Reading.open, Reading.leave, Reading.open), strict=True):
                mark(item, by=ben)
            Limits.choose(by=ben, closed=["entry", "offer", "promise"])
        assert refusal(write(ann), ann) == daily
    with clock.at(days_on(13.9)):
        assert refusal(write(ann), ann) == daily
    with clock.at(days_on(14.1)):
        send(write(ann), by=ann)


def test_an_answer_makes_room(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(days_on(0)):
        _entry, offer, _promise = sent(ann, 3)
    with clock.at(days_on(2)), acting_as(ben):
        opened(offer, ben).respond("yes", by=ben, pk=uuid.uuid4())
    with clock.at(days_on(2)):
        send(write(ann), by=ann)


def test_after_a_letter_comes_a_quiet_week_and_a_second_one_is_one_too_many(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    with clock.at(days_on(0)):
        rest_guess(ann)
        send(write(ann), by=ann)
        send(write_letter(ann), by=ann)
        assert "enough for now" in refusal(write_letter(ann), ann)
        assert "quiet week" in refusal(write(ann), ann)
    with clock.at(days_on(6.9)):
        assert "quiet week" in refusal(write_letter(ann), ann)
    with clock.at(days_on(7.1)):
        send(write(ann), by=ann)


@pytest.mark.parametrize("choice", ["no", "later"])
def test_after_a_no_no_offer_goes_until_ben_opens_it_again(
    couple: tuple[User, User], choice: str
) -> None:
    ann, ben = couple
    with clock.at(days_on(0)):
        offer = opened(send(write_offer(ann), by=ann), ben)
    with clock.at(days_on(1)), acting_as(ben):
        offer.respond(choice, by=ben, pk=uuid.uuid4())
    with clock.at(days_on(200)):
        assert "not now" in refusal(write_offer(ann), ann)
        send(write(ann), by=ann)
        tell(write_offer(ann), by=ann)
        answer = signed_in(ben).post("/settings/limits/reopening/")
        assert answer.status_code == 302
        send(write_offer(ann), by=ann)


def test_ann_cannot_open_it_again_herself(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(days_on(0)):
        offer = opened(send(write_offer(ann), by=ann), ben)
        with acting_as(ben):
            offer.respond("no", by=ben, pk=uuid.uuid4())
    with clock.at(days_on(1)):
        signed_in(ann).post("/settings/limits/reopening/")
        assert Reopening.objects.count() == 1
        assert "not now" in refusal(write_offer(ann), ann)


def form(**changes: Any) -> dict[str, Any]:
    places = {f"place_{kind}": "shelf" for kind in placed()}
    return {"letters": 1, "others": 3, "waiting": 3} | places | changes


@pytest.mark.parametrize("lower", [{"others": 1}, {"waiting": 1}, {"others": 0}])
def test_ben_lets_less_come_and_ann_reads_the_same_words(
    couple: tuple[User, User], lower: dict[str, int]
) -> None:
    ann, ben = couple
    with clock.at(days_on(0)):
        sent(ann, 3)
        usual = refusal(write(ann), ann)
    with clock.at(days_on(20)):
        answer = signed_in(ben).post("/settings/limits/", form(**lower))
        assert answer.status_code == 302
        if lower != {"others": 0}:
            send(write(ann), by=ann)
        assert refusal(write(ann), ann) == usual


@pytest.mark.parametrize("more", [{"others": 4}, {"letters": 2}, {"waiting": 9}, {"others": -1}])
def test_more_than_usual_cannot_be_chosen(couple: tuple[User, User], more: dict[str, int]) -> None:
    _, ben = couple
    assert signed_in(ben).post("/settings/limits/", form(**more)).status_code == 422
    assert not Limits.objects.exists()


@pytest.mark.parametrize("place", ["aside", "closed"])
def test_wherever_it_lies_ann_reads_that_it_was_sent_and_ben_finds_it_closed(
    couple: tuple[User, User], place: str
) -> None:
    ann, ben = couple
    with clock.at(days_on(0)):
        first = send(write(ann), by=ann)
        before = pages_of(ann, f"/card/{first.pk}/")
        signed_in(ben).post("/settings/limits/", form(place_entry=place))
        assert pages_of(ann, f"/card/{first.pk}/") == before
        item = send(write(ann, what_i_did="I hid it."), by=ann)
        assert "Sent on" in signed_in(ann).get(f"/card/{item.pk}/").content.decode()
        assert not shelf(ben).exists()
        seen = pages_of(ben, f"/card/{item.pk}/")
        assert "The shelf is empty." in seen["/today/"]
        assert (f"card-{item.pk}" in seen["/today/aside/"]) == (place == "aside")
        assert f"/card/{item.pk}/" in seen["/record/"]
        assert "I hid it." not in "".join(seen.values())
