"""Numbers of the rules in the words of a step: where a rule changes, its text does."""

from typing import Any

from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

IN_WORDS = [
    _("none"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"),
    _("eight"), _("nine"),
]  # fmt: skip


def counted(text: Any, **numbers: int) -> Any:
    """`text`, lazy, with each number in its place in words, as far as nine."""
    return lazy(said, str)(text, **numbers)


def said(text: Any, **numbers: int) -> str:
    words = {name: str(IN_WORDS[number]) for name, number in numbers.items()}
    return str(capfirst(str(text).format(**words)))
