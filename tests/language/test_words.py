"""What a hint says: it explains in a line, asks one question, and calls nobody anything."""

import re

import pytest

from steps.language.category import LEVELS, Category
from steps.language.hints import hints_of
from steps.language.table import CATEGORIES
from steps.language.trainer import EXAMPLES

KEYS = {
    "conditional", "feelings_shifted", "but_that_cancels", "blame_shift", "counter_charge",
    "excuse", "intent_as_shield", "minimising", "no_agent", "closing_pressure", "claim_of_credit",
    "vague_object", "leading_mirror", "threat", "guarantee", "leaning",
}  # fmt: skip
NEVER_SAID = re.compile(
    r"\b(defensive|you are|offenders?|wronged|verdicts?|occurrences?|evidence|ledgers?|journeys?"
    r"|items?|heal(s|ed|ing)?|victims?|guilty|shame\w*|should|must|manipulat\w+|toxic|abuse\w*)\b",
    re.IGNORECASE,
)
STRAIGHT_OR_LOUD = re.compile(r"""["'!%]|\.\.\.| - """)

every_category = pytest.mark.parametrize("one", CATEGORIES, ids=lambda one: one.key)


def test_every_kind_is_in_the_table() -> None:
    assert {one.key for one in CATEGORIES} == KEYS


@every_category
def test_a_hint_ends_with_one_question(one: Category) -> None:
    assert re.fullmatch(r"[A-Z][^.?]*\?", str(one.question))
    assert str(one.explanation).endswith(".")
    assert "?" not in str(one.explanation)


@every_category
def test_it_offers_no_sentence_to_paste(one: Category) -> None:
    """Nobody could put it into a letter: it is not in the voice of the one who writes."""
    for text in (str(one.explanation), str(one.question)):
        assert not re.search(r"\bI\b|\bmy\b|\bme\b", text), text


@every_category
def test_its_words_are_few_and_quiet(one: Category) -> None:
    for text in (str(one.explanation), str(one.question)):
        assert not NEVER_SAID.search(text), text
        assert not STRAIGHT_OR_LOUD.search(text), text
        assert len(text) <= (180 if one.key == "threat" else 85), text


@every_category
def test_only_the_mirror_is_for_listening_and_only_a_threat_for_safety(one: Category) -> None:
    assert one.listening == (one.key == "leading_mirror")
    assert ("safety" in one.ways) == (one.key == "threat")
    assert set(one.ways) <= set(LEVELS)


def test_there_are_enough_examples_of_either_kind() -> None:
    defending = [one for one in EXAMPLES if one.category]
    assert len(EXAMPLES) >= 60
    assert 0.4 <= len(defending) / len(EXAMPLES) <= 0.6
    assert {one.category for one in defending} == KEYS - {"leading_mirror", "leaning"}
    assert len({str(one.text) for one in EXAMPLES}) == len(EXAMPLES)


def test_the_examples_say_what_the_hints_say() -> None:
    for one in EXAMPLES:
        found = {hint.category for hint in hints_of(str(one.text))}
        assert found == ({one.category} if one.category else set()), str(one.text)


def test_every_example_is_explained_in_one_quiet_line() -> None:
    for one in EXAMPLES:
        why = str(one.why)
        assert why.endswith(".")
        assert len(why) <= 85, why
        assert not NEVER_SAID.search(why), why
        assert not STRAIGHT_OR_LOUD.search(why + str(one.text)), why
