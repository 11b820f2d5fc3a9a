"""The ownership card, and what one tells of oneself."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from mend.forms import at_most
from steps.sharing.forms import DraftForm

WITHIN = [
    ("hour", _("Within an hour")),
    ("day", _("The same day")),
    ("next", _("Within a day")),
    ("two", _("Within two days")),
    ("week", _("Within a week")),
]


def box(label: Any, hint: Any, *, longest: int = 1000, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        validators=[at_most(longest)],
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class OwnershipForm(DraftForm):
    """If it happens again I tell you within …, by …, and do …."""

    facts = frozenset({"within"})
    told_as: ClassVar[dict[str, Any]] = {
        "way": _("How I tell you"), "then": _("What I do then, without being asked"),
    }  # fmt: skip

    within = forms.ChoiceField(
        label=_("If it happens again, how soon will you tell them?"),
        help_text=_("A time that you can keep on your worst day."),
        choices=WITHIN,
        widget=forms.RadioSelect,
    )
    way = box(
        _("How will you tell them?"),
        _("In person or in writing, when, and where it is bearable for them."),
    )
    then = box(_("What will you do then, without being asked?"), _("At your own cost."))


class DisclosureForm(DraftForm):
    """What happened, told by the one who did it. The day it is told is the day it is written."""

    told_as: ClassVar[dict[str, Any]] = {
        "what": _("What happened"), "when": _("When it was"), "now": _("What I do now"),
    }  # fmt: skip

    what = box(
        _("What happened? Begin with “I”."),
        _("As it was, without good news around it."),
        longest=4000,
    )
    when = box(_("When was it?"), _("The real date, as exactly as you know it."), longest=500)
    now = box(_("What have you done since, and what do you do now?"), "", required=False)


class SignalForm(DraftForm):
    """No word of one's own: what it says is fixed."""
