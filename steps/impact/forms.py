"""What a hurt touched: the guess of the one who did it, the other's own map, and how close."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from mend.forms import at_most
from steps.guide.areas import AREAS, CLOSENESS, REACHES
from steps.sharing.forms import DraftForm

LONGEST_ANSWER = 5_000


class ImpactForm(DraftForm):
    """For each area how far it was reached, and words. Any may stay empty, but not all of them."""

    asks: ClassVar[str]
    reach: ClassVar[Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, area in AREAS.items():
            self.fields[f"{name}_reach"] = forms.ChoiceField(
                label=self.reach % {"area": area.name},
                choices=list(REACHES.items()),
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[name] = forms.CharField(
                label=getattr(area, self.asks),
                help_text=area.hint,
                validators=[at_most(LONGEST_ANSWER)],
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @classmethod
    def headings(cls, step: int) -> dict[str, Any]:
        return {name: area.name for name, area in AREAS.items()}

    @classmethod
    def read_as(cls, words: dict[str, Any]) -> dict[str, Any]:
        """How far it reached stands in front of the words."""
        return words | {name: "\n".join(filter(None, said_of(name, words))) for name in AREAS}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("There is nothing here yet. One area is enough."))
        return cleaned


class GuessForm(ImpactForm):
    """Of the one who did it: a picture, held loosely."""

    asks = "guess"
    reach = _("%(area)s: how far do you think it reached?")


class MapForm(ImpactForm):
    """Of the one it was done to."""

    asks = "own"
    reach = _("%(area)s: how far did it reach?")


class CorrectionForm(forms.Form):
    """How close a guess comes, for each area of it; none has to be answered."""

    CHOICES: ClassVar[list[tuple[str, Any]]] = list(CLOSENESS.items())

    def __init__(self, *args: Any, areas: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in areas:
            self.fields[name] = forms.ChoiceField(
                label=AREAS[name].name,
                choices=self.CHOICES,
                widget=forms.RadioSelect,
                required=False,
            )

    def said(self) -> dict[str, str]:
        return {name: choice for name, choice in self.cleaned_data.items() if choice}


def said_of(area: str, words: dict[str, Any]) -> tuple[str, str]:
    """How far it reached, in words, and the words themselves."""
    reach = words.get(f"{area}_reach", "")
    return str(REACHES.get(reach, "")), words.get(area, "")


def touched(words: dict[str, Any]) -> list[str]:
    """The areas of which something is said."""
    return [name for name in AREAS if any(said_of(name, words))]
