"""What is typed about an invitation."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.pairing.invitations import Invitation
from mend.forms import at_most

TOKEN = re.compile(r"([\w-]{24})/?$", re.ASCII)


class RoleForm(forms.Form):
    """What the inviter says of themselves, if they like."""

    role = forms.ChoiceField(
        label=gettext_lazy("What you say about yourself"),
        choices=[*Invitation.Role.choices, ("", gettext_lazy("I would rather not say"))],
        help_text=gettext_lazy("Whoever opens the link can read it."),
        widget=forms.RadioSelect,
        required=False,
    )


class MailForm(forms.Form):
    """Where a link is to be mailed to."""

    email = forms.EmailField(
        label=gettext_lazy("Their e-mail address"),
        help_text=gettext_lazy(
            "The mail names nobody, neither you nor them. An address gets at most one in 30 days, "
            "whoever asks for it, and whoever reads it can say: no more of these."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class AcceptorForm(forms.Form):
    """Whom the inviter saw on the page when they answered."""

    who = forms.CharField(max_length=64, widget=forms.HiddenInput)


class PastedForm(forms.Form):
    """A link as somebody got it, or only the code at its end."""

    link = forms.CharField(
        label=gettext_lazy("The link you were given"),
        validators=[at_most(500)],
        help_text=gettext_lazy("The whole link, or only the letters and numbers at its end."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_link(self) -> str:
        """The token in it."""
        if found := TOKEN.search(self.cleaned_data["link"]):
            return found[1]
        raise forms.ValidationError(_("There is no whole link in this. Please paste it once more."))
