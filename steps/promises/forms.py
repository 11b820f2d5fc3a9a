"""The words and the schedule of a promise, and what is said about each day of it."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steps.promises.schedule import LONGEST, Schedule
from steps.sharing.forms import DraftForm

RHYTHMS = [
    ("once", _("Once, by a date")),
    ("daily", _("Every day")),
    ("weekly", _("Every week, on days")),
]
WEEKDAYS = [
    (0, _("Monday")), (1, _("Tuesday")), (2, _("Wednesday")), (3, _("Thursday")),
    (4, _("Friday")), (5, _("Saturday")), (6, _("Sunday")),
]  # fmt: skip
OUTCOMES = [("kept", _("Kept")), ("missed", _("Missed")), ("change", _("Needs a change"))]
VERDICTS = [("kept", _("Kept")), ("broken", _("Broken")), ("excused", _("Excused"))]
TRACKINGS = [
    ("together", _("Keep track together")),
    ("private", _("Only for me")),
    ("none", _("Not at all")),
]


class PromiseForm(DraftForm):
    """One sentence, when, how it will be known, and what to do when something gets in the way."""

    facts = frozenset({"rhythm", "weekdays", "starts_on", "ends_on"})

    sentence = forms.CharField(
        label=_("I will …"),
        help_text=_("One sentence, something you can keep alone. At most 140 characters."),
        max_length=140,
    )
    rhythm = forms.ChoiceField(label=_("How often?"), choices=RHYTHMS, widget=forms.RadioSelect)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("On which days?"),
        help_text=_("Only for a weekly promise."),
        choices=WEEKDAYS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    starts_on = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    ends_on = forms.DateField(
        label=_("Until"),
        help_text=_("For something you do once: by this day. At most 90 days ahead."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    measure = forms.CharField(
        label=_("How will you both know?"), max_length=280, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    obstacle = forms.CharField(label=_("If this gets in the way …"), max_length=280, required=False)
    plan = forms.CharField(label=_("… then I will"), max_length=280, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        if cleaned["rhythm"] == "weekly" and not cleaned["weekdays"]:
            self.add_error("weekdays", _("Choose at least one day of the week."))
        if cleaned["ends_on"] < cleaned["starts_on"]:
            self.add_error("ends_on", _("The last day comes before the first."))
        elif cleaned["ends_on"] - cleaned["starts_on"] >= dt.timedelta(days=LONGEST):
            self.add_error("ends_on", _("A promise lasts at most 90 days."))
        elif not self.errors and not Schedule(**self.cleaned_facts()).dates:
            self.add_error("ends_on", _("None of these days falls between the two dates."))
        return cleaned

    def cleaned_facts(self) -> dict[str, Any]:
        """The days of the week count only for a weekly promise, the first day not for a single one."""
        facts = super().cleaned_facts()
        if facts["rhythm"] != "weekly":
            facts["weekdays"] = []
        return facts


class ReportForm(forms.Form):
    """What its writer says of one day."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=_("How was it?"), choices=OUTCOMES, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("A note, if you like"), max_length=280, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class VerdictForm(forms.Form):
    """What the other person says of one day, in one word."""

    outcome = forms.ChoiceField(choices=VERDICTS)


class TrackingForm(forms.Form):
    """Three equal ways to keep track."""

    choice = forms.ChoiceField(
        label=_("How would you like to keep track?"), choices=TRACKINGS, widget=forms.RadioSelect
    )
