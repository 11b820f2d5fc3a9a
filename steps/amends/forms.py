"""What is offered to put it right, and what the other may answer."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from mend.forms import at_most
from steps.sharing.forms import DAY, DraftForm
from steps.sharing.reply_forms import FreeAnswerForm

REPAIRS = [
    ("thing", _("A thing")),
    ("time", _("Time")),
    ("money", _("Money")),
    ("effort", _("Effort")),
    ("others", _("Setting it right with others")),
]


class OfferForm(DraftForm):
    """One offer of repair."""

    facts = frozenset({"repair", "by_date", "owed_anyway"})
    told_as: ClassVar[dict[str, Any]] = {"what": _("The offer"), "cost": _("What it costs")}

    repair = forms.ChoiceField(
        label=_("What kind of repair is it?"), choices=REPAIRS, widget=forms.RadioSelect
    )
    what = forms.CharField(
        label=_("What do you offer?"),
        help_text=_("Nobody can ask for your passwords, your messages or where you are."),
        validators=[at_most(2000)],
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    cost = forms.CharField(
        label=_("What will it cost you?"),
        help_text=_("Hours, money, comfort. Leave it empty if it costs you little."),
        validators=[at_most(500)],
        required=False,
    )
    by_date = forms.DateField(label=_("By when?"), required=False, widget=DAY)
    owed_anyway = forms.BooleanField(
        label=_("I owe this either way and will do it whatever the answer is."), required=False
    )


class AnswerForm(FreeAnswerForm):
    """What may be said to an offer."""

    CHOICES = [
        ("yes", _("Yes")),
        ("idea", _("Another idea")),
        ("later", _("Not now")),
        ("no", _("No thanks")),
    ]

    choice = forms.ChoiceField(label=_("Your answer"), choices=CHOICES, widget=forms.RadioSelect)


class FeltForm(forms.Form):
    """How it was, afterwards."""

    CHOICES = [("helped", _("It helped")), ("little", _("A little")), ("not", _("It did not"))]

    result = forms.ChoiceField(label=_("How was it?"), choices=CHOICES, widget=forms.RadioSelect)
