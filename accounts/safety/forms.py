"""What the safety check asks. The answers go nowhere: they change the page that asked, once."""

from django import forms
from django.utils.translation import gettext_lazy as _

WATCHED = "watched"
OWN = "own"

SIGNS = [
    ("hurt", _("The other person has hurt me, or has said that they would.")),
    ("afraid", _("I am afraid of them, or of how they take things.")),
    ("forced", _("I am made to forgive, to answer, or to act as if all were well.")),
    ("report", _("I must report, confess or ask permission, also where it is nobody’s business.")),
    ("refuse", _("I fear what happens if I refuse.")),
    (WATCHED, _("They read what I write, follow where I am, or look at this device.")),
    (OWN, _("I have hurt, threatened, followed or controlled them.")),
]


class SafetyForm(forms.Form):
    signs = forms.MultipleChoiceField(
        label=_("What is true for you?"),
        help_text=_("Tick whatever fits, or nothing."),
        choices=SIGNS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
