"""What a step is made of."""

from dataclasses import dataclass
from typing import Literal

from django.urls import reverse
from django.utils.functional import Promise as LazyText

from steps.guide.parts import Part


@dataclass(frozen=True)
class Question:
    """One prompt to the writer, and one box on the writing page.

    `key` names the answer in a saved draft, so it never changes once it has been used.
    """

    key: str
    text: LazyText
    hint: LazyText


@dataclass(frozen=True)
class Step:
    """One of the 21. Every text speaks to the one who did the hurt; `minutes` is a modest guess.

    `practice` is the kind that is written there first. `shareable`: what is written here can be
    sent. `for_two`: it needs both people, its seam is drawn finer and may stay open for ever.
    """

    number: int
    title: LazyText
    part: Part
    aim: LazyText
    guidance: tuple[LazyText, ...]
    questions: tuple[Question, ...]
    counts: LazyText
    other_sees: LazyText
    minutes: int
    practice: Literal[
        "entry", "offer", "promise", "account", "guess", "letter", "patience", "chain", "plan",
        "ownership",
    ] = "entry"  # fmt: skip
    shareable: bool = False
    for_two: bool = False

    def get_absolute_url(self) -> str:
        return reverse("step", args=[self.number])
