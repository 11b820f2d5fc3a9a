"""Other terms for a promise: how it would read, on which days, until when."""

from typing import Any, ClassVar

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from mend.forms import at_most
from steps.promises.forms import RHYTHMS
from steps.sharing.demands import NOTHING_TO_ASK_FOR
from steps.sharing.forms import DAY, DraftForm

ALL_DAYS = list(WEEKDAYS)


class ChangeForm(DraftForm):
    """As it would read; it comes filled as it stands. Of something done once the day counts."""

    facts = frozenset({"promise_id", "rhythm", "weekdays", "ends_on"})
    told_as: ClassVar[dict[str, Any]] = {
        "sentence": _("The promise would say"),
        "measure": _("How you both know"),
        "words": _("In a few words"),
    }

    promise_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    rhythm = forms.ChoiceField(choices=RHYTHMS, widget=forms.HiddenInput, required=False)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("On which days?"), choices=WEEKDAYS, coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    ends_on = forms.DateField(
        label=_("Until"), help_text=_("For something that is done once: by this day."), widget=DAY
    )
    sentence = forms.CharField(
        label=_("The promise would say: I will …"),
        help_text=_("One sentence, at most 140 characters."),
        validators=[at_most(140)],
    )
    measure = forms.CharField(
        label=_("How will you both know?"), required=False, validators=[at_most(280)],
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    words = forms.CharField(
        label=_("In a few words, if you like: what would be different?"),
        help_text=format_lazy("{} {}", _("At most 280 characters."), NOTHING_TO_ASK_FOR),
        validators=[at_most(280)],
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if (self.data if self.is_bound else self.initial).get("rhythm") == "once":
            del self.fields["weekdays"]

    def clean_sentence(self) -> str:
        return " ".join(self.cleaned_data["sentence"].split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not (cleaned.get("promise_id") and cleaned.get("rhythm")):
            self.add_error(None, _("Begin on the list, at the promise that this is about."))
        elif "weekdays" in self.fields and not cleaned.get("weekdays"):
            self.add_error("weekdays", _("Choose at least one day of the week."))
        return cleaned

    def cleaned_facts(self) -> dict[str, Any]:
        """Every day of the week is daily."""
        days = sorted({*self.cleaned_data.get("weekdays", [])})
        weekly = {"rhythm": "weekly", "weekdays": days}
        rhythm = {"rhythm": "daily", "weekdays": []} if days == ALL_DAYS else weekly
        if self.cleaned_data["rhythm"] == "once":
            rhythm = {"rhythm": "once", "weekdays": []}
        return {name: self.cleaned_data[name] for name in ("promise_id", "ends_on")} | rhythm


class WishForm(ChangeForm):
    """The same, asked for by the one it was made to; `id` is that of the new row."""

    facts = ChangeForm.facts | {"id"}

    id = forms.UUIDField(widget=forms.HiddenInput)
