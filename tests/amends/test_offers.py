"""Ann offers a repair; Ben answers freely, or not at all; what is done is said by Ann alone."""

import datetime as dt
import uuid

import pytest

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.amends.models import Answer, Offer
from steps.amends.results import CarryingOut, FeltResult
from steps.sharing.items import Copy, Item
from steps.timeline.models import Event, intact
from tests.amends.offering import answer, carry_out, offered, told

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("choice", ["yes", "idea", "later", "no"])
def test_ben_answers_with_any_of_four(couple: tuple[User, User], choice: str) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    given = answer(offer, choice, by=ben, words="As I see it.")
    assert (given.choice, given.number) == (choice, 1)
    event = Event.objects.get(kind="answer")
    assert (event.about_id, event.facts) == (offer.pk, {"choice": choice})


def test_a_changed_answer_is_a_new_one_and_the_first_stays(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    for choice, words in (("later", ""), ("yes", ""), ("yes", "On Sunday."), ("yes", "")):
        answer(offer, choice, by=ben, words=words)
    choices = Answer.objects.order_by("number").values_list("choice", flat=True)
    assert list(choices) == ["later", "yes", "yes", "yes"]
    assert intact(Event.objects.visible_to(ann))


def test_an_answer_after_ann_has_left_stays_with_ben(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    ann.couple.let_go(ann)
    ben.look_again()
    given = answer(offer, "yes", by=ben, words="As I see it.")
    assert given.sent_at, "to Ben it is as ever"
    assert Copy.objects.get(version__item=given).person_id == ben.pk


def test_the_same_answer_again_changes_nothing(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    first = answer(offer, "no", by=ben, words="Please not.")
    assert answer(offer, "no", by=ben, words="Please not.") == first
    answer(offer, "yes", by=ben)
    assert offer.respond("idea", by=ben, pk=first.pk) == first
    assert Answer.objects.count() == 2


def test_an_answer_in_a_form_of_anothers_id_is_not_there(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer, other = offered(ann, to=ben), offered(ann, to=ben, what="I call your sister.")
    used = answer(other, "yes", by=ben).pk
    for pk in (used, other.pk):
        with pytest.raises(Item.DoesNotExist):
            offer.respond("yes", by=ben, pk=pk)


def test_ann_cannot_answer_herself_nor_can_anybody_what_was_told_in_person(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    for offer, person in ((offered(ann, to=ben), ann), (told(ann), ben)):
        with pytest.raises(Offer.DoesNotExist):
            offer.respond("yes", by=person, pk=uuid.uuid4())
        with pytest.raises(Offer.DoesNotExist):
            offer.feel("helped", by=person)


def test_a_repair_waits_for_a_yes_unless_it_is_owed_or_told(couple: tuple[User, User]) -> None:
    ann, ben = couple
    waiting = offered(ann, to=ben)
    for choice in ("", "later", "no", "idea"):
        if choice:
            answer(waiting, choice, by=ben)
        with pytest.raises(Refused):
            carry_out(waiting, by=ann)
    answer(waiting, "yes", by=ben)
    for offer in (waiting, offered(ann, to=ben, owed_anyway="on"), told(ann)):
        assert carry_out(offer, by=ann).offer_id == offer.pk
    assert Event.objects.filter(kind="carried").count() == 2


def test_it_is_done_once_and_not_in_the_future(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben, owed_anyway="on")
    with pytest.raises(Refused):
        carry_out(offer, by=ann, on=clock.today(ann.time_zone) + dt.timedelta(days=1))
    with pytest.raises(Refused, match="offered later"):
        carry_out(offer, by=ann, on=clock.today(ann.time_zone) - dt.timedelta(days=1))
    first = carry_out(offer, by=ann)
    assert carry_out(offer, by=ann, on=first.done_on) == first
    assert CarryingOut.objects.count() == Event.objects.filter(kind="carried").count() == 1


def test_only_ann_says_that_it_is_done(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben, owed_anyway="on")
    with pytest.raises(Offer.DoesNotExist):
        carry_out(offer, by=ben)


def test_ben_says_how_it_was_once_it_is_done(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben, owed_anyway="on")
    with pytest.raises(Refused):
        offer.feel("helped", by=ben)
    carry_out(offer, by=ann)
    for result in ("helped", "helped", "not"):
        offer.feel(result, by=ben)
    results = FeltResult.objects.visible_to(ann).order_by("number")
    assert list(results.values_list("result", flat=True)) == ["helped", "not"]


def test_silence_changes_nothing(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offered(ann, to=ben)
    before = list(Event.objects.values_list("hash", flat=True))
    for days in (1, 30, 365):
        with clock.at(clock.now() + dt.timedelta(days=days)):
            assert list(Event.objects.values_list("hash", flat=True)) == before
            assert not Answer.objects.exists()


def test_an_answer_is_changed_three_times_within_a_day(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    for words in ("One.", "Two.", "Three.", "Four.", "Four."):
        answer(offer, "yes", by=ben, words=words)
    with pytest.raises(Refused):
        answer(offer, "yes", by=ben, words="Five.")
    assert Answer.objects.count() == 4
    offer.unsay(by=ben)  # taking it back is possible at any time
    with clock.at(clock.now() + dt.timedelta(days=1)):
        answer(offer, "no", by=ben)


def test_how_it_was_is_changed_three_times_within_a_day(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben, owed_anyway="on")
    carry_out(offer, by=ann)
    for result in ("helped", "little", "helped", "little"):
        offer.feel(result, by=ben)
    with pytest.raises(Refused):
        offer.feel("helped", by=ben)
    assert FeltResult.objects.count() == 4
