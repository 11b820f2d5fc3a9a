"""The parts of a whole apology, and the sentences of a letter that may say them."""

import hashlib
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise as LazyText
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from steps.language.reading import sentences_of

# Those that weigh most come first (Lewicki, Polin and Lount 2016).
PARTS: Mapping[str, LazyText] = {
    "doing": _("It was my doing"),
    "repair": _("How I will put it right"),
    "harm": _("What it did to you"),
    "regret": _("Regret"),
    "happened": _("What happened"),
    "change": _("What will be different"),
}
MOST_SENTENCES = 250  # of the longest letter; what comes after can be read, not marked


class SentenceField(forms.ChoiceField):
    """A sentence of the letter, or none; one that was changed since is none."""

    def clean(self, value: Any) -> str:
        known = {mark for mark, _said in self.choices}  # type: ignore[misc, union-attr]
        return value if value in known else ""


def part_fields(text: str) -> dict[str, forms.Field]:
    """For each part: which sentence says it?"""
    marked = {mark_of(said): f"{at} · {short(said)}" for at, said in reversed(numbered(text))}
    choices = [("", _("Not marked")), *reversed(marked.items())]
    return {
        part: SentenceField(label=str(label), choices=choices, required=False)
        for part, label in PARTS.items()
    }


def facts_of(cleaned: Mapping[str, str], text: str) -> dict[str, list[Any]]:
    """Which parts are marked, and at the sentence of which number, counted from 1."""
    places = {mark_of(said): at for at, said in reversed(numbered(text))}
    found = [(part, places[cleaned[part]]) for part in PARTS if cleaned.get(part) in places]
    return {"says": [part for part, _ in found], "places": [place for _, place in found]}


def numbered(text: str) -> list[tuple[int, str]]:
    """The sentences as they were typed, on one line each."""
    spans = (one.span(0, len(one.plain)) for one in sentences_of(text)[:MOST_SENTENCES])
    return list(enumerate((" ".join(text[start:end].split()) for start, end in spans), 1))


def mark_of(sentence: str) -> str:
    """Stays with the sentence when others are written before it."""
    return hashlib.sha256(sentence.encode()).hexdigest()[:12]


def short(sentence: str) -> str:
    return Truncator(sentence).chars(60)
