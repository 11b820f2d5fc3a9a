"""The words and the schedule of a promise, and what is said about each day of it."""

import datetime as dt
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from mend import clock
from mend.forms import at_most
from mend.marks import few_marks
from mend.refusals import Unready
from steps.promises.schedule import Schedule
from steps.sharing.forms import DAY, DraftForm
from steps.thresholds import A_DAY, A_WEEK, LONGEST_PROMISE

RHYTHMS = [
    ("once", _("Once, by a date")),
    ("daily", _("Every day")),
    ("weekly", _("Every week, on days")),
]
OUTCOMES = [("kept", _("Kept")), ("missed", _("Missed")), ("change", _("Needs a change"))]
VERDICTS = [("kept", _("Kept")), ("broken", _("Broken")), ("excused", _("Excused"))]
MARKS = [*VERDICTS, ("unsaid", _("Taken back"))]
TRACKINGS = [
    ("together", _("Keep track together")),
    ("private", _("Only for me")),
    ("none", _("Not at all")),
]


def here_today() -> dt.date:
    """The date for whoever is reading the form."""
    return timezone.localdate(clock.now())


def four_weeks_on() -> dt.date:
    """A promise that comes again runs for 28 days, unless its writer says otherwise."""
    return here_today() + 4 * A_WEEK - A_DAY


class PromiseForm(DraftForm):
    """One sentence, when, how it will be known, and what to do when something gets in the way."""

    facts = frozenset({"rhythm", "weekdays", "starts_on", "ends_on"})
    told_as: ClassVar[dict[str, Any]] = {
        "sentence": _("The promise"),
        "measure": _("How you both know"),
        "obstacle": _("If this gets in the way"),
        "plan": _("Then I will"),
    }

    sentence = forms.CharField(
        label=_("I will …"),
        help_text=_("One sentence, something you can keep alone. At most 140 characters."),
        validators=[at_most(140)],
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
    starts_on = forms.DateField(
        label=_("From"),
        help_text=_("Not needed for something that you do once."),
        required=False,
        initial=here_today,
        widget=DAY,
    )
    ends_on = forms.DateField(
        label=_("Until"),
        help_text=_("For something you do once: by this day. At most 90 days ahead."),
        initial=four_weeks_on,
        widget=DAY,
    )
    measure = forms.CharField(
        label=_("How will you both know?"), required=False, validators=[at_most(280)],
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    obstacle = forms.CharField(
        label=_("If this gets in the way …"), required=False, validators=[at_most(280)]
    )
    plan = forms.CharField(label=_("… then I will"), required=False, validators=[at_most(280)])

    def clean_sentence(self) -> str:
        return " ".join(self.cleaned_data["sentence"].split())

    def clean(self) -> dict[str, Any]:
        """A promise falls due at least once and lasts at most 90 days."""
        cleaned = super().clean() or {}
        if not self.errors and cleaned["rhythm"] != "once":
            self.check_days(cleaned["starts_on"], cleaned["ends_on"])
        if not self.errors and not self.dates():
            self.add_error("ends_on", _("None of these days falls between the two dates."))
        return cleaned

    def check_days(self, starts_on: dt.date | None, ends_on: dt.date) -> None:
        if self.cleaned_data["rhythm"] == "weekly" and not self.cleaned_data["weekdays"]:
            self.add_error("weekdays", _("Choose at least one day of the week."))
        if starts_on is None:
            self.add_error("starts_on", _("Choose the day on which it begins."))
        elif ends_on < starts_on:
            self.add_error("ends_on", _("The last day comes before the first."))
        elif ends_on - starts_on >= LONGEST_PROMISE:
            self.add_error("ends_on", _("A promise lasts at most 90 days."))

    def cleaned_facts(self) -> dict[str, Any]:
        """`starts_on` is the first due day; the days of the week count only for a weekly one."""
        facts = super().cleaned_facts() | {"starts_on": self.dates()[0]}
        days = sorted({*facts["weekdays"]}) if facts["rhythm"] == "weekly" else []
        return facts | {"weekdays": days}

    def dates(self) -> list[dt.date]:
        """The days on which a valid promise falls due."""
        return Schedule(**super().cleaned_facts()).dates


def check_begin(form: DraftForm, today: dt.date) -> None:
    """A promise looks ahead: no day before today, and its first within 90 days; raises Unready."""
    first, once = form.cleaned_facts()["starts_on"], form.cleaned_data["rhythm"] == "once"
    box = "ends_on" if once else "starts_on"
    if (first if once else form.cleaned_data["starts_on"]) < today:
        form.add_error(box, _("This day has passed. Begin today or later."))
    elif first - today >= LONGEST_PROMISE:
        form.add_error(box, _("Choose a day within the next 90 days."))
    if not form.is_valid():
        raise Unready(form)


class ReportForm(forms.Form):
    """What its writer says of one day."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=_("How was it?"), choices=OUTCOMES, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("A note, if you like"), required=False, validators=[at_most(280), few_marks],
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class RepairForm(forms.Form):
    """What its writer does to put a missed day right."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    repair = forms.CharField(
        label=_("What I do to put it right"), validators=[at_most(280), few_marks],
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class GapForm(forms.Form):
    """Starting from today, with a line about the time before if one likes."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    line = forms.CharField(
        label=_("A line about this time"), required=False,
        validators=[at_most(280), few_marks], widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    is_shared = forms.BooleanField(label=_("Share this line"), required=False)

    def __init__(self, *args: Any, may_share: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_share:
            del self.fields["is_shared"]


class VerdictForm(forms.Form):
    """What the other person says of one day, in one word, or that they said nothing."""

    outcome = forms.ChoiceField(choices=MARKS)


class PauseForm(forms.Form):
    """The last day without promises."""

    until = forms.DateField(
        label=_("Until and with"), help_text=_("At most 14 days, from tomorrow on."), widget=DAY
    )


class TrackingForm(forms.Form):
    """Three equal ways to keep track."""

    choice = forms.ChoiceField(
        label=_("How would you like to keep track?"), choices=TRACKINGS, widget=forms.RadioSelect
    )
