"""Numbers of the rules in the words of a page: where a rule changes, its text does."""

import datetime as dt
from typing import Any

from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

IN_WORDS = [
    _("none"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"),
    _("eight"), _("nine"),
]  # fmt: skip


def counted(text: Any, **numbers: int) -> Any:
    """`text`, lazy, with each number in its place, in words as far as nine."""
    return lazy(said, str)(text, **numbers)


def said(text: Any, **numbers: int) -> str:
    words = {name: in_words(number) for name, number in numbers.items()}
    return str(capfirst(str(text).format(**words)))


def how_long(lasts: dt.timedelta) -> str:
    """“One hour”, “two minutes”, in the middle of a sentence; whole minutes."""
    minutes = lasts // dt.timedelta(minutes=1)
    hours, rest = divmod(minutes, 60)
    if rest:
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": in_words(minutes)}
    return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": in_words(hours)}


def in_words(number: int) -> str:
    return str(IN_WORDS[number]) if number < len(IN_WORDS) else str(number)
