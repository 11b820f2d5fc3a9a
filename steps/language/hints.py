"""Hints beside a draft: phrases that may defend more than they own, each with one question.

They are for the writer alone and nothing of them is kept. They hold nothing back, but for a hint of
the level “safety”. The rules know English; in other languages they find nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.functional import Promise as LazyText

from steps.language.category import LEVELS, Category, Level
from steps.language.leaning import LEANING, leans
from steps.language.reading import Sentence, sentences_of
from steps.language.table import CATEGORIES

WORDS = re.compile(r"\w(.*\w)?", re.DOTALL)  # from the first to the last
LOOK_BACK = 400  # characters: where somebody writes without a full stop, time would run away


@dataclass(frozen=True)
class Hint:
    """`text[start:end]` is the phrase, in whole words. `question` is all that is asked."""

    category: str
    level: Level
    start: int
    end: int
    explanation: LazyText
    question: LazyText


def hints_of(text: str, *, listening: bool = False) -> list[Hint]:
    """In the order of the text, no two on one span, firm before soft.

    Neighbours of one kind in a sentence are one hint, as they would ask the same question twice.

    `listening`: the text says back what somebody said, so one’s own side in it is marked, too.
    """
    kept: list[Hint] = []
    for sentence in sentences_of(text):
        found: list[Hint] = []
        for level in LEVELS:
            for hint in found_in(sentence, level, listening=listening):
                if not any(hint.start < one.end and one.start < hint.end for one in found):
                    found.append(hint)
        kept += joined(sorted(found, key=lambda hint: hint.start)) or guessed(sentence)
    return kept


def joined(hints: list[Hint]) -> list[Hint]:
    """From the first word of the first to the last of the last, at the firmest of their levels."""
    rows = []
    for _kind, group in groupby(hints, key=lambda hint: hint.category):
        same = list(group)
        level = min((hint.level for hint in same), key=LEVELS.index)
        rows.append(replace(same[0], level=level, end=same[-1].end))
    return rows


def found_in(sentence: Sentence, level: Level, *, listening: bool) -> Iterator[Hint]:
    for category in CATEGORIES:
        if category.listening and not listening:
            continue
        for start, end in phrases_of(category, level, sentence.plain):
            yield Hint(
                category.key, level, *sentence.span(start, end),
                category.explanation, category.question,
            )  # fmt: skip


def guessed(sentence: Sentence) -> list[Hint]:
    """The sentence as a whole, where no phrase was found in it and its words lean that way."""
    words = WORDS.search(sentence.plain)
    if not words or not leans(sentence.plain):
        return []
    span = sentence.span(*words.span())
    return [Hint(LEANING.key, "soft", *span, LEANING.explanation, LEANING.question)]


def phrases_of(category: Category, level: Level, plain: str) -> Iterator[tuple[int, int]]:
    """Where it is said in this sentence, and not taken back, reported or denied there."""
    if level not in category.ways:
        return
    phrases = list(category.ways[level].finditer(plain))
    if not phrases or category.unless.search(plain):
        return
    for phrase in phrases:
        start, end = phrase.span()
        begin = max(0, start - LOOK_BACK)
        is_alone = category.only_after and not category.only_after.search(plain, begin, end)
        if not is_alone and not category.unless_after.search(plain, begin, start):
            yield start, end
