"""What a kind of phrase is made of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise as LazyText

from steps.language.phrases import NEVER, before
from steps.language.withdrawn import REPORTED

Level = Literal["safety", "firm", "soft"]
SAID_BEFORE = before(REPORTED)
LEVELS: tuple[Level, ...] = ("safety", "firm", "soft")


@dataclass(frozen=True)
class Category:
    """`ways` to say it, by level: firm where one may rely on it, soft where it depends.

    Left alone with `unless` in its sentence, with `unless_after` right before it, or without
    `only_after` before it. `listening`: only where one says back what somebody else said.
    """

    key: str
    ways: Mapping[Level, re.Pattern[str]]
    explanation: LazyText
    question: LazyText
    unless: re.Pattern[str] = NEVER
    unless_after: re.Pattern[str] = SAID_BEFORE
    only_after: re.Pattern[str] | None = None
    listening: bool = False
