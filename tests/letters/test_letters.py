"""Ann writes a letter; it goes late, is held long, asks for nothing; Ben answers freely or not."""

import datetime as dt
import uuid
from typing import Any

import pytest

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from mend.refusals import Refused
from steps.evidence import states
from steps.impact.models import Guess
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.letters.models import STEP, Letter, LetterReply
from steps.letters.parts import numbered
from steps.sharing.drafts import Draft
from steps.sharing.hints import beside, decided, mark_of
from steps.sharing.items import Copy, Item
from steps.sharing.limits import Limits, Reopening
from steps.sharing.shelf import shelf
from steps.sharing.tick import deliver_due
from steps.sharing.withdrawing import withdraw
from steps.timeline.models import Event, intact
from tests.letters.posting import opened, posted, read_out, reply
from tests.people import signed_in
from tests.writing import (
    LETTER,
    WHOLE,
    rest_guess,
    send,
    tell,
    write,
    write_guess,
    write_letter,
    write_map,
    write_offer,
)

pytestmark = pytest.mark.django_db

A_DAY = dt.timedelta(days=1)
NOON = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)


def days_on(number: float) -> Any:
    return clock.at(NOON + number * A_DAY)


def refusal(draft: Draft, by: User) -> str:
    with acting_as(by), pytest.raises(Refused) as refused:
        draft.share(by=by)
    return str(refused.value.sentence)


def state(of: User) -> int | None:
    journey = Journey.of(of)
    assert journey is not None
    return states(journey).get(STEP)


def test_it_goes_seven_days_after_step_2_and_not_before(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with days_on(0):
        assert "step 2" in refusal(write_letter(ann), ann)
        tell(write_guess(ann), by=ann, on=dt.date(2026, 1, 1))
        assert "step 2" in refusal(write_letter(ann), ann), "a day in the past is no rest"
    with days_on(6.9):
        assert "step 2" in refusal(write_letter(ann), ann)
    with days_on(7.1):
        assert send(write_letter(ann), by=ann).sent_at


def test_it_goes_at_once_when_ben_has_said_something_to_step_2(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with days_on(0):
        guess = send_guess(ann)
        send(write(ann, step=1), by=ann)
        assert "step 2" in refusal(write_letter(ann), ann)
        with acting_as(ben):
            guess.correct({"safety": "close"}, by=ben)
        send(write_letter(ann), by=ann)
        assert intact(Event.objects.visible_to(ann))


def test_what_ben_did_to_ann_is_another_matter(couple: tuple[User, User]) -> None:
    """Neither the map that she drew beside it nor what he imagines makes room for her letter."""
    ann, ben = couple
    with days_on(-40):
        send(write(ann), by=ann)
    with days_on(0):
        send(write_guess(ben), by=ben)
        send(write_map(ann), by=ann)
    with days_on(8):
        assert "step 2" in refusal(write_letter(ann), ann), "her map is no guess"
        tell(write_guess(ann), by=ann)
        send(write_guess(ben), by=ben)
        assert "step 2" in refusal(write_letter(ann), ann), "his guess is no answer"
        with acting_as(ben):
            Limits.choose(by=ben, after=["letter"])
    with days_on(16):
        letter = send(write_letter(ann), by=ann)
        with acting_as(ben):
            assert not shelf(ben).filter(pk=letter.pk).exists(), "nor what it did to him"


def test_for_one_hour_it_can_be_taken_back_without_trace(couple: tuple[User, User]) -> None:
    ann, _ = couple
    rest_guess(ann)
    draft, now = write_letter(ann), clock.now()
    with acting_as(ann):
        draft.share(by=ann)
    for minutes in (3, 59):
        with clock.at(now + dt.timedelta(minutes=minutes)):
            deliver_due()
            assert not Item.objects.sent().exists()
    with clock.at(now + dt.timedelta(minutes=59)), acting_as(ann):
        draft.take_back(by=ann)
        draft.share(by=ann)
    with clock.at(now + dt.timedelta(minutes=121)):
        deliver_due()
        assert Letter.objects.get().sent_at
    assert Event.objects.get().kind == "letter"


@pytest.mark.parametrize(
    "phrase",
    ["I'm sorry if what I said hurt you.", "Will you forgive me?", "Can we move on?"],
    ids=["firm", "a soft request", "a firm request"],
)
def test_what_is_marked_is_changed_or_kept_before_it_goes(
    couple: tuple[User, User], phrase: str
) -> None:
    ann, _ = couple
    rest_guess(ann)
    draft = write_letter(ann, f"I lied to you. {phrase}")
    assert "marked" in refusal(draft, ann)
    with acting_as(ann), pytest.raises(Refused):
        draft.tell(on=clock.today(ann.time_zone), by=ann)
    marks = [mark_of(one.hint, one.phrase) for one in beside(draft)]
    assert marks
    for mark in marks:
        with acting_as(ann):
            draft.save_words(decided(draft, mark), revision=draft.revision)
    assert send(draft, by=ann).sent_at


def test_marks_stay_with_their_sentence_and_go_with_it(ann: User) -> None:
    draft = write_letter(ann, **WHOLE)
    earlier = f"Ben, {LETTER.replace('your nights', 'your sleep')}"
    assert [place for place, _ in numbered(earlier)] == [1, 2, 3]
    with acting_as(ann):
        draft.save_words(draft.words | {"letter": f"It is late.\n\n{LETTER}"}, revision=1)
        assert draft.checked_form().cleaned_facts() == {
            "says": ["doing", "harm", "regret"], "places": [2, 3, 4],
        }  # fmt: skip
        draft.save_words(draft.words | {"letter": earlier}, revision=2)
        letter = draft.tell(on=clock.today(ann.time_zone), by=ann)
    assert (letter.says, letter.places) == (["regret"], [3])
    assert Copy.objects.get(person=ann, version__item=letter).words["words"] == {"letter": earlier}


def test_it_joins_when_doing_harm_and_regret_are_marked_whatever_ben_says(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    letter = opened(ann, to=ben, doing=1, regret=3)
    assert state(ann) == OPEN
    reply(letter, "received", by=ben)
    assert state(ann) == OPEN
    with acting_as(ann):
        letter.mark(says=["doing", "harm", "regret"], places=[1, 2, 3], by=ann)
    assert state(ann) == JOINED
    reply(letter, "aside", by=ben)
    with clock.at(clock.now() + 365 * A_DAY):
        assert state(ann) == JOINED
        with acting_as(ann):
            withdraw(Letter.objects.get(pk=letter.pk), by=ann)
        assert state(ann) == OPEN
    with acting_as(ben), pytest.raises(Letter.DoesNotExist):
        letter.mark(says=[], places=[], by=ben)


def test_who_is_alone_reads_it_out(cy: User) -> None:
    read_out(cy, doing=1)
    assert state(cy) == OPEN
    read_out(cy, **WHOLE)
    assert state(cy) == JOINED


def test_after_one_was_set_aside_none_goes_until_ben_says_so(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with days_on(0):
        letter = opened(ann, to=ben)
    with days_on(1):
        reply(letter, "aside", by=ben)
    with days_on(200):
        assert "set a letter aside" in refusal(write_letter(ann), ann)
        signed_in(ann).post("/settings/limits/reopening/", {"kind": "letter"})
        signed_in(ben).post("/settings/limits/reopening/", {"kind": "offer"})
        assert "set a letter aside" in refusal(write_letter(ann), ann)
        signed_in(ben).post("/settings/limits/reopening/", {"kind": "letter"})
        send(write_letter(ann), by=ann)
        assert Reopening.objects.filter(kind="letter").count() == 2


@pytest.mark.parametrize("place", ["aside", "after", "closed"])
def test_where_it_lies_is_bens_choice_and_silent(couple: tuple[User, User], place: str) -> None:
    ann, ben = couple
    with acting_as(ben):
        Limits.choose(by=ben, **{place: ["letter"]})
    letter = posted(ann)
    page = signed_in(ann).get(f"/card/{letter.pk}/").text
    assert "Sent on" in page
    with acting_as(ben):
        assert not shelf(ben).exists()
    with acting_as(ann):
        assert f"card-{letter.pk}" in signed_in(ben).get("/steps/3/desk/").text
    with clock.at(clock.now() + 8 * A_DAY):  # after the quiet week
        guess = send_guess(ann)
    with acting_as(ben):
        assert not shelf(ben).filter(pk=letter.pk).exists(), "what Ann says is not what Ben says"
        guess.correct({"safety": "no"}, by=ben)
        assert shelf(ben).filter(pk=letter.pk).exists() == (place == "after")


def send_guess(ann: User) -> Guess:
    return Guess.objects.get(pk=send(write_guess(ann), by=ann).pk)


def test_ben_answers_changes_it_and_takes_it_back(couple: tuple[User, User]) -> None:
    ann, ben = couple
    letter = opened(ann, to=ben)
    first = reply(letter, "more", by=ben, words="The summer.")
    assert letter.respond("aside", by=ben, pk=first.pk) == first
    assert reply(letter, "more", by=ben, words="The summer.") == first
    reply(letter, "received", by=ben)
    choices = LetterReply.objects.order_by("number").values_list("choice", flat=True)
    assert list(choices) == ["more", "received"]
    assert Event.objects.order_by("-seq")[0].facts == {"choice": "received"}
    for other, who in ((letter, ann), (read_out(ann), ben)):
        with pytest.raises(Letter.DoesNotExist):
            other.respond("received", by=who, pk=uuid.uuid4())
        with pytest.raises(Letter.DoesNotExist):
            other.unsay(by=who)
    used = tell(write_offer(ann), by=ann).pk
    with pytest.raises(Item.DoesNotExist):
        letter.respond("aside", by=ben, pk=used)
    with acting_as(ben):
        letter.unsay(by=ben)
        letter.unsay(by=ben)
    assert Event.objects.filter(kind="unsaid").count() == 1
    assert not Copy.objects.filter(version__item__kind="letter_reply", person=ann).exists()
    assert intact(Event.objects.visible_to(ann))


def test_an_answer_is_changed_three_times_within_a_day_and_none_to_what_was_taken_back(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    with days_on(0):
        letter = opened(ann, to=ben)
        for words in ("One.", "Two.", "Three.", "Four.", "Four."):
            reply(letter, "more", by=ben, words=words)
        with pytest.raises(Refused):
            reply(letter, "more", by=ben, words="Five.")
    with days_on(2), acting_as(ann):
        withdraw(Letter.objects.get(pk=letter.pk), by=ann)
    with days_on(3), pytest.raises(Refused):
        reply(letter, "received", by=ben)


def test_what_was_begun_as_plain_answers_stays_readable_and_goes_nowhere(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    rest_guess(ann)
    old = write(ann, step=3, letter="I lied to you.")
    assert "I lied to you." in signed_in(ann).get(f"/writing/{old.pk}/").text
    assert "stays with you" in refusal(old, ann)
