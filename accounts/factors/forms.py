"""Passkeys and what they are called."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm, SignupWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 40  # characters


def name_field(**options: Any) -> forms.CharField:
    return forms.CharField(
        label=_("What you call it"),
        max_length=LONGEST,
        help_text=_("Only you see it. It tells this passkey from others of yours."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        **options,
    )


class FirstPasskeyForm(SignupWebAuthnForm):  # type: ignore[misc]
    name = name_field(required=False)


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """Each one is enough for signing in, so the device has to ask for a finger, a face or a PIN."""

    name = name_field(required=False)
    passwordless = forms.BooleanField(initial=True, widget=forms.HiddenInput)


class RenamePasskeyForm(EditWebAuthnForm):  # type: ignore[misc]
    name = name_field()
