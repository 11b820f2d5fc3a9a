"""A guess is corrected, looked at again or made anew; a map is Ben's alone until he shares it."""

import datetime as dt
import re

import pytest
from django.template.loader import render_to_string

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from mend.refusals import Refused, Unready
from steps.evidence import states
from steps.guide.areas import AREAS, REACHES
from steps.impact.answers import Correction, SecondLook
from steps.impact.forms import GuessForm, touched
from steps.impact.models import Guess
from steps.impact.pages import Drawn, Row
from steps.impact.picture import outline, petals
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.sharing.drafts import Draft
from steps.sharing.hints import beside
from steps.sharing.items import Copy
from steps.sharing.shelf import Reading, with_opened
from steps.sharing.withdrawing import withdraw
from steps.space.models import Space
from steps.timeline.checking import findings_of
from steps.timeline.models import Event, intact
from tests.impact.drawing import correct, drawn, guessed, look_again, told
from tests.writing import send, tell, write, write_guess, write_map

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
A_WEEK = 7 * A_DAY


def state(of: User) -> int | None:
    journey = Journey.of(of)
    assert journey
    return states(journey).get(2)


def test_a_guess_needs_one_area_in_words_or_by_how_far(ann: User) -> None:
    with pytest.raises(Unready):
        tell(write(ann, kind="guess", step=2, safety="", safety_reach="", money="  "), by=ann)
    tell(write(ann, kind="guess", step=2, body_reach="0"), by=ann)
    said = {"safety": "You check.", "safety_reach": "3", "money_reach": "0", "body": ""}
    assert touched(said) == ["safety", "money"]
    read = GuessForm.read_as(said)
    assert (read["safety"], read["money"], read["body"]) == (
        "very much\nYou check.", "not at all", ""
    )  # fmt: skip


def test_step_2_joins_once_a_guess_was_read_again_after_a_week_sent_or_told(
    couple: tuple[User, User], cy: User
) -> None:
    ann, ben = couple
    guess, alone = guessed(ann, to=ben), told(cy)
    for one, writer in ((guess, ann), (alone, cy)):
        assert state(writer) == OPEN
        with clock.at(one.made_at + A_WEEK - dt.timedelta(minutes=1)), pytest.raises(Refused):
            look_again(one, by=writer)
        with clock.at(one.made_at + A_WEEK):
            look_again(one, by=writer)
            look_again(one, by=writer)
        assert state(writer) == JOINED
    assert SecondLook.objects.count() == 2
    assert Event.objects.count() == 1, "nobody is told"
    with acting_as(ben):
        assert not SecondLook.objects.visible_to(ben).exists()
    with acting_as(ann):
        withdraw(guess, by=ann)
        with clock.at(guess.made_at + 2 * A_WEEK), pytest.raises(Refused, match="taken back"):
            guess.look_again(by=ann)
    assert state(ann) == OPEN


def test_step_2_joins_once_a_guess_was_made_anew_after_a_correction(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    guess = guessed(ann, to=ben)
    guessed(ann, to=ben)
    assert state(ann) == OPEN, "made anew, but nobody had said anything"
    with clock.at(clock.now() + A_DAY):
        correct(guess, by=ben, safety="partly")
        assert state(ann) == OPEN, "what Ben says joins nothing"
    with clock.at(clock.now() + 2 * A_DAY):
        guessed(ann, to=ben)
        assert state(ann) == JOINED


def test_after_a_year_of_silence_nothing_was_asked_and_one_look_joins_it(
    couple: tuple[User, User],
) -> None:
    ann, _ben = couple
    item = send(write_guess(ann), by=ann)
    with clock.at(clock.now() + 365 * A_DAY):
        assert state(ann) == OPEN
        assert Event.objects.count() == 1
        look_again(Guess.objects.get(pk=item.pk), by=ann)
        assert state(ann) == JOINED
        assert not Correction.objects.exists()


def test_how_close_it_comes_is_said_for_each_area_and_changed_and_taken_back(
    couple: tuple[User, User], cy: User
) -> None:
    ann, ben = couple
    guess, spoken = guessed(ann, to=ben), told(ann)
    correct(guess, by=ben)
    assert not Correction.objects.exists()
    for said in ({"safety": "no"}, {"safety": "no"}, {"safety": "close"}, {}, {}):
        correct(guess, by=ben, **said)
    rows = Correction.objects.order_by("number").values_list("said", flat=True)
    assert list(rows) == [{"safety": "no"}, {"safety": "close"}, {}]
    record = Event.objects.order_by("seq").values_list("kind", "facts")
    assert list(record) == [
        ("guess", {}), ("correction", {"areas": {"safety": "no"}}),
        ("correction", {"areas": {"safety": "close"}}), ("unsaid", {}),
    ]  # fmt: skip
    for row, person in ((guess, ann), (spoken, ben)):
        with pytest.raises(Guess.DoesNotExist):
            correct(row, by=person, safety="no")
    for person in (ben, cy):
        with pytest.raises(Guess.DoesNotExist):
            look_again(guess, by=person)
    with acting_as(ann):
        withdraw(guess, by=ann)
    with pytest.raises(Refused):
        correct(guess, by=ben, safety="no")


def test_a_map_is_drawn_by_ben_alone_and_opens_both_at_once(couple: tuple[User, User]) -> None:
    """Blind to the guess; held two minutes like all that is shared; opened to nobody before."""
    ann, ben = couple
    write(ann)
    assert Journey.of_other(ben) is None, "Ann has sent nothing: there is nothing to draw beside"
    item = send(write_guess(ann), by=ann)
    draft = write_map(ben, "You told me that I imagined it.")
    assert beside(draft) == [], "who was hurt gets no hints"
    with acting_as(ann):
        assert not Draft.objects.visible_to(ann).filter(kind="map").exists()
    assert with_opened([item], ben)[0].is_closed
    one = send(draft, by=ben)
    assert not with_opened([item], ben)[0].is_closed
    assert with_opened([one], ann)[0].is_closed, "and Ann opens it when she likes"
    with acting_as(ann):
        assert Copy.objects.visible_to(ann).filter(version__item=one).exists()
    assert Event.objects.filter(kind="map").get().actor_id == ben.pk
    assert Reading.objects.count() == 1


def test_without_a_guess_a_map_stays_with_ben(couple: tuple[User, User]) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    draft = write_map(ben)
    with acting_as(ben), pytest.raises(Refused, match="no guess"):
        draft.share(by=ben)
    guess = guessed(ann, to=ben)
    with acting_as(ann):
        withdraw(guess, by=ann)
    with acting_as(ben), pytest.raises(Refused, match="no guess"):
        draft.share(by=ben)
    tell(draft, by=ben)
    assert not Event.objects.filter(kind="map").exists()


def test_a_map_can_be_taken_back_for_good(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    guessed(ann, to=ben)
    one = drawn(ben)
    with acting_as(ben):
        withdraw(one, by=ben)
        withdraw(one, by=ben)
    assert [copy.person_id for copy in Copy.objects.filter(version__item=one)] == [ben.pk]
    assert Event.objects.filter(kind="unsaid").count() == 1
    for reader in couple:
        with acting_as(reader):
            findings = findings_of(reader)
        assert (findings.first, findings.words, findings.without) == (None, [], [])
    assert intact(Event.objects.visible_to(ann))


def test_a_map_is_taken_back_while_ann_takes_space(couple: tuple[User, User]) -> None:
    ann, ben = couple
    guessed(ann, to=ben)
    one = drawn(ben)
    with clock.at(clock.now() + 31 * A_DAY):
        send(write(ben), by=ben)
        with acting_as(ann):
            Space.take(by=ann, pk=one.pk)
        with acting_as(ben):
            withdraw(one, by=ben)
    assert not Copy.objects.filter(version__item=one, person=ann).exists()


def test_the_picture_is_as_far_as_it_reached() -> None:
    """A path of its own for each area and reach, in the picture; none where nothing is said."""
    assert outline(0, "") == ""
    paths = [outline(turn, reach) for turn in (-90, -30) for reach in REACHES]
    assert len(set(paths)) == len(paths)
    for path in paths:
        numbers = [abs(float(number)) for number in re.findall(r"-?\d+\.?\d*", path)]
        assert max(numbers) <= 92
    drawn = petals({"safety_reach": "3"}, {"safety_reach": "1", "body_reach": "0"})
    assert [str(petal.name) for petal in drawn] == [str(area.name) for area in AREAS.values()]
    assert [(bool(petal.guess), bool(petal.own)) for petal in drawn] == [
        (True, True), *3 * [(False, False)], (False, True), (False, False)
    ]  # fmt: skip
    assert {petal.anchor for petal in drawn} == {"start", "middle", "end"}


def test_each_cell_says_whose_it_is_where_the_rows_are_folded_and_an_empty_one_nothing() -> None:
    row = Row(name="Safety", guess=("", ""), own=("much", "I lie awake."), close="")
    folded = Drawn(petals=[], rows=[row], has_guess=True, has_own=True)
    page = render_to_string("impact/drawn.html", {"drawn": folded})
    assert re.findall(r'data-column="([^"]+)"', page) == ["As it was"]
