"""The form that a draft is written in."""

import datetime as dt
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from mend import clock
from mend.marks import few_marks
from mend.refusals import Refused

LONGEST = 20_000
LONGEST_DRAFT = 200_000
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class DraftForm(forms.Form):
    """A slice's form: `facts` are kept in the clear once delivered, every other field is words.

    `repeats` are those that say once more what another says.
    A draft keeps whatever was typed, finished or not; the form is asked only before it goes.
    """

    use_required_attribute = False  # a browser would keep what is unfinished from being saved

    facts: ClassVar[frozenset[str]] = frozenset()
    told_as: ClassVar[dict[str, Any]] = {}
    repeats: ClassVar[frozenset[str]] = frozenset()
    step: int

    def __init__(self, *args: Any, step: int, **kwargs: Any) -> None:
        self.step = step
        super().__init__(*args, **kwargs)

    @classmethod
    def headings(cls, step: int) -> dict[str, Any]:
        """What stands above each answer for its reader: `told_as`, or the question; lazy texts."""
        asked = {name: field.label for name, field in cls.base_fields.items()}
        return {name: label for name, label in asked.items() if name not in cls.facts} | cls.told_as

    @classmethod
    def read_as(cls, words: dict[str, Any]) -> dict[str, Any]:
        """The words as they read: what was chosen, too, as a sentence in the reader's language."""
        return words

    @classmethod
    def told(cls, step: int, words: dict[str, Any]) -> list[tuple[str, str]]:
        """The words that are there as they read, each under its heading."""
        read, headings = cls.read_as(words), cls.headings(step).items()
        return [(str(heading), read[name]) for name, heading in headings if read.get(name)]

    def typed(self, post: QueryDict) -> dict[str, Any]:
        """What was typed into this form's fields, as it was typed."""
        return {
            name: post.getlist(name) if self.is_multiple(name) else post.get(name, "")
            for name in self.fields
        }

    def is_multiple(self, name: str) -> bool:
        return bool(getattr(self.fields[name].widget, "allow_multiple_selected", False))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, text in list(cleaned.items()):
            if isinstance(text, str):
                self.check_marks(name, text)
        return cleaned

    def check_marks(self, name: str, text: str) -> None:
        try:
            few_marks(text)
        except forms.ValidationError as error:
            self.add_error(name, error)

    def cleaned_words(self) -> dict[str, str]:
        """The words of a valid form that are not empty."""
        texts = ((name, self.cleaned_data[name]) for name in self.fields if name not in self.facts)
        return {name: text for name, text in texts if text}

    def cleaned_facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.facts}


class TellingForm(forms.Form):
    """The day on which something was said or done in person; not a day to come."""

    on = forms.DateField(label=_("On which day?"), widget=DAY)

    def __init__(self, data: QueryDict | None = None, *, user: User) -> None:
        self.today = clock.today(user.time_zone)
        super().__init__(data, initial={"on": self.today})

    def clean_on(self) -> dt.date:
        on: dt.date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("That day has not come yet."))
        return on


def refuse_if_too_long(words: dict[str, Any]) -> None:
    """All boxes of one draft together; raises Refused."""
    if sum(len(text) for text in words.values()) > LONGEST_DRAFT:
        raise Refused(_("This is too long to keep in one place. Please split it in two."))


def reading_minutes(words: dict[str, str]) -> int:
    """How long the words take to read, in whole minutes, at 200 words a minute."""
    return max(1, round(sum(len(text.split()) for text in words.values()) / 200))
