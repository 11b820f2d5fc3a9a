"""How often hints are right, against phrases that somebody has labelled, and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Any, NamedTuple

from steps.language.hints import Hint, hints_of
from steps.language.leaning import LEANING
from steps.language.table import CATEGORIES

Z_95 = 1.959964
ONLY_LISTENING = {category.key for category in CATEGORIES if category.listening}


class Label(NamedTuple):
    """A phrase that was marked by hand."""

    category: str
    start: int
    end: int


class Rate(NamedTuple):
    """So many of so many, with Wilson’s 95 % interval."""

    hits: int
    total: int

    def interval(self) -> tuple[float, float]:
        if not self.total:
            return 0.0, 1.0
        share, z2 = self.hits / self.total, Z_95**2 / self.total
        middle = share + z2 / 2
        reach = Z_95 * sqrt(share * (1 - share) / self.total + z2 / 4 / self.total)
        return max(0.0, (middle - reach) / (1 + z2)), min(1.0, (middle + reach) / (1 + z2))

    def __str__(self) -> str:
        if not self.total:
            return "none"
        low, high = self.interval()
        share = self.hits / self.total
        return f"{self.hits} of {self.total} ({share:.0%}, {low:.0%} to {high:.0%})"


@dataclass(frozen=True)
class Passage:
    """A text as it was labelled, and what Mend says of it.

    A guess at a whole sentence names no kind, so it is right on a label of any.
    """

    text: str
    labels: tuple[Label, ...]
    hints: tuple[Hint, ...]

    def is_right(self, hint: Hint, *, of_any_category: bool = False) -> bool:
        return any(
            overlap(hint, label)
            and (of_any_category or hint.category in (LEANING.key, label.category))
            for label in self.labels
        )

    def is_found(self, label: Label, *, by_any_category: bool = False) -> bool:
        return any(
            overlap(hint, label) and (by_any_category or hint.category == label.category)
            for hint in self.hints
        )


def overlap(hint: Hint, label: Label) -> bool:
    return hint.start < label.end and label.start < hint.end


def read(row: dict[str, Any]) -> Passage:
    """A span is the phrase itself, where it first stands, or [start, end].

    A passage was written while listening if it says so, or has a label that only makes sense there.
    """
    text = row["text"]
    labels = tuple(Label(one["category"], *place(one["span"], text)) for one in row["hints"])
    listening = row.get("listening", any(one.category in ONLY_LISTENING for one in labels))
    return Passage(text, labels, tuple(hints_of(text, listening=listening)))


def place(span: str | list[int], text: str) -> tuple[int, int]:
    if isinstance(span, str):
        return text.index(span), text.index(span) + len(span)
    start, end = span
    return start, end


def precision(
    passages: list[Passage], *, category: str = "", level: str = "", of_any_category: bool = False
) -> Rate:
    """Of the hints: how many stand on a phrase that was labelled."""
    chosen = [
        passage.is_right(hint, of_any_category=of_any_category)
        for passage, hint in hints_in(passages)
        if category in ("", hint.category) and level in ("", hint.level)
    ]
    return Rate(sum(chosen), len(chosen))


def recall(passages: list[Passage], *, category: str = "", by_any_category: bool = False) -> Rate:
    """Of the labelled phrases: on how many a hint stands."""
    chosen = [
        passage.is_found(label, by_any_category=by_any_category)
        for passage in passages
        for label in passage.labels
        if category in ("", label.category)
    ]
    return Rate(sum(chosen), len(chosen))


def found(passages: list[Passage]) -> Rate:
    """Of the passages with a labelled phrase: how many have a hint on one of them."""
    chosen = [
        any(passage.is_found(label, by_any_category=True) for label in passage.labels)
        for passage in passages
        if passage.labels
    ]
    return Rate(sum(chosen), len(chosen))


def left_alone(passages: list[Passage]) -> Rate:
    """Of the passages without one: how many have no hint at all."""
    chosen = [not passage.hints for passage in passages if not passage.labels]
    return Rate(sum(chosen), len(chosen))


def hints_in(passages: list[Passage]) -> Iterator[tuple[Passage, Hint]]:
    return ((passage, hint) for passage in passages for hint in passage.hints)
