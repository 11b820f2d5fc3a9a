"""The words of the 21 steps: complete, in the right parts, plain and short."""

import ast
import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

import steps.guide
from steps.guide.numbers import how_long, said
from steps.guide.opening import BEGIN, KEEP
from steps.guide.parts import PARTS
from steps.guide.seams import SEAMS
from steps.guide.step import Question, Step
from steps.guide.steps import STEPS, WALK, after, before, by_part, step

TITLES = [
    "Acknowledge the Mistake",
    "Understand the Impact",
    "Express Sincere Remorse",
    "Make Amends",
    "Give Them Space",
    "Communicate Openly",
    "Be Patient",
    "Learn from the Mistake",
    "Follow Through with Promises",
    "Offer Assurance",
    "Ask for Forgiveness",
    "Respect Their Decision",
    "Keep Your Word",
    "Be Consistent",
    "Seek to Understand, Not to Be Understood",
    "Take Responsibility for Future Actions",
    "Avoid Defensive Behavior",
    "Practice Transparency",
    "Rebuild the Bond",
    "Celebrate Small Victories",
    "Maintain the Effort",
]
NEVER_SAID = re.compile(
    r"\b(offenders?|wronged|verdicts?|occurrences?|evidence|ledgers?|journeys?|items?"
    r"|heal(s|ed|ing)?|therap\w+|cure[sd]?|victims?|guilty|shame\w*|well done|congratulat\w+"
    r"|should|must)\b",
    re.IGNORECASE,
)
NUMBERS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|\d+|(?:after|within) an? \w+)\b",
    re.IGNORECASE,
)
STRAIGHT_OR_LOUD = re.compile(r"""["'!%]|\.\.\.| - """)

every_step = pytest.mark.parametrize("one", STEPS, ids=lambda one: f"step {one.number}")

# What the writing page posts besides the answers, each under its question's key.
FIELDS_OF_THE_PAGE = {"kind", "step", "revision", "look", "csrfmiddlewaretoken"}


def texts_of(one: Step) -> list[str]:
    """Every text of a step, as it is read."""
    about_questions = chain.from_iterable((asked.text, asked.hint) for asked in one.questions)
    return [str(text) for text in texts_outside_questions(one)] + [str(t) for t in about_questions]


def texts_outside_questions(one: Step) -> Iterator[object]:
    yield from (one.title, one.aim, *one.guidance, one.counts, one.other_sees)


def sentences_in(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?:;…])[”’]?\s+", text) if part]


def test_there_are_21_with_the_titles_of_the_article() -> None:
    assert [str(one.title) for one in STEPS] == TITLES
    assert [one.number for one in STEPS] == list(range(1, 22))


def test_a_step_is_found_by_its_number() -> None:
    assert all(step(one.number) is one for one in STEPS)


@pytest.mark.parametrize("number", [-1, 0, 22, 10**30])
def test_there_is_no_other_number(number: int) -> None:
    with pytest.raises(LookupError):
        step(number)


def test_the_parts_hold_every_step_once_in_the_order_of_walking() -> None:
    numbers = {part.key: [one.number for one in steps] for part, steps in by_part()}
    assert numbers == {
        "own_it": [1, 2, 3, 4, 8],
        "leave_room": [5, 7, 12],
        "keep_it": [9, 13, 14, 10, 16, 18],
        "together": [6, 15, 19, 20, 11, 21],
        "on_every_page": [17],
    }
    assert sorted(chain.from_iterable(numbers.values())) == list(range(1, 22))


def test_before_and_after_follow_the_walk_from_end_to_end() -> None:
    assert before(WALK[0]) is None
    assert after(WALK[-1]) is None
    assert after(step(4)) is step(8)
    assert before(step(8)) is step(4)


def test_every_step_has_a_seam_of_its_own() -> None:
    assert len(set(SEAMS)) == len(STEPS)
    assert all(re.fullmatch(r"M-?[\d.]+ -?[\d.]+( L-?[\d.]+ -?[\d.]+)+", path) for path in SEAMS)


def test_only_these_can_be_shared() -> None:
    assert {one.number for one in STEPS if one.shareable} == {1, 2, 3, 5, 8, 10, 12, 16}


def test_only_these_need_both_people() -> None:
    assert {one.number for one in STEPS if one.for_two} == {6, 19, 20}


def test_what_has_a_slice_of_its_own_is_made_there() -> None:
    made = {one.number: one.practice for one in STEPS if one.practice != "entry"}
    assert made == {
        1: "account", 2: "guess", 3: "letter", 4: "offer", 7: "patience", 8: "chain", 9: "promise",
        10: "plan", 13: "promise", 14: "promise", 16: "ownership",
    }  # fmt: skip


def test_no_number_of_what_counts_is_written_by_hand() -> None:
    """Each comes from steps/thresholds.py. “One” is a word like any other."""
    by_hand = {
        path.stem: NUMBERS.findall(" ".join(texts_in(node)))
        for path in Path(steps.guide.__path__[0]).glob("*/*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.keyword) and node.arg == "counts"
    }
    assert len(by_hand) == len(STEPS)
    assert not {name: found for name, found in by_hand.items() if found}


def texts_in(counts: ast.keyword) -> Iterator[str]:
    constants = (node.value for node in ast.walk(counts) if isinstance(node, ast.Constant))
    return (value for value in constants if isinstance(value, str))


def test_a_number_is_a_word_as_far_as_nine_and_a_time_is_in_hours_or_minutes() -> None:
    assert said("{days} days", days=9) == "Nine days"
    assert said("After {days} days", days=30) == "After 30 days"
    spans = [dt.timedelta(minutes=minutes) for minutes in (1, 2, 60, 120, 90)]
    words = [how_long(span) for span in spans]
    assert words == ["one minute", "two minutes", "one hour", "two hours", "90 minutes"]


@every_step
def test_no_text_is_missing(one: Step) -> None:
    assert all(text.strip() == text != "" for text in texts_of(one))
    assert 3 <= len(one.guidance) <= 4
    assert 1 <= len(one.questions) <= 5
    assert 3 <= one.minutes <= 10


@every_step
def test_the_questions_of_a_step_have_keys_of_their_own(one: Step) -> None:
    keys = [asked.key for asked in one.questions]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{2,19}", key) for key in keys)
    assert not FIELDS_OF_THE_PAGE.intersection(keys)


@every_step
def test_a_question_asks(one: Step) -> None:
    for asked in one.questions:
        assert "?" in str(asked.text)


@every_step
def test_the_words_are_quiet_and_blame_nobody(one: Step) -> None:
    for text in texts_of(one):
        assert not NEVER_SAID.search(text), text
        assert not STRAIGHT_OR_LOUD.search(text), text


@every_step
def test_the_words_are_few(one: Step) -> None:
    limits = [(one.aim, 110), (one.counts, 170), (one.other_sees, 170)]
    limits += [(text, 420) for text in one.guidance]
    limits += [(asked.text, 80) for asked in one.questions]
    limits += [(asked.hint, 120) for asked in one.questions]
    assert [text for text, most in limits if len(str(text)) > most] == []


@every_step
def test_sentences_are_short(one: Step) -> None:
    lengths = [len(said.split()) for text in texts_of(one) for said in sentences_in(text)]
    assert sum(lengths) / len(lengths) < 14
    assert max(lengths) <= 32


@every_step
def test_it_says_what_the_other_sees_and_never_sees(one: Step) -> None:
    said = str(one.other_sees)
    assert said.endswith(".")
    assert re.search(r"\b(never|nothing|nobody)\b", said)
    if one.shareable or one.practice == "entry":
        assert ("closed card" in said) == one.shareable


@pytest.mark.parametrize("question", [BEGIN, KEEP], ids=["begin", "keep"])
def test_the_first_question_asks_for_little_and_says_who_reads_it(question: Question) -> None:
    assert str(question.text).endswith("?")
    assert len(str(question.hint)) < 180
    assert not NEVER_SAID.search(f"{question.text} {question.hint}")


def test_every_part_has_a_name_and_says_what_it_is_for() -> None:
    assert len({part.key for part in PARTS}) == len(PARTS)
    assert all(str(part.name) and str(part.about).endswith(".") for part in PARTS)
