"""Passkeys: what a device answers, and what they are called."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
    SignupWebAuthnForm,
)
from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 40  # characters
UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, struct.error)


class Answered:
    """An answer as no device gives it is a wrong one, in whatever way it cannot be read."""

    def clean_credential(self) -> Any:
        with readable():
            clean = getattr(super(), "clean_credential", None)
            return clean() if clean else self.cleaned_data["credential"]  # type: ignore[attr-defined]

    def clean(self) -> Any:
        with readable():
            return super().clean()  # type: ignore[misc]


@contextmanager
def readable() -> Iterator[None]:
    try:
        yield
    except UNREADABLE as error:
        raise get_adapter().validation_error("incorrect_code") from error


def name_field(**options: Any) -> forms.CharField:
    return forms.CharField(
        label=_("What you call it"),
        max_length=LONGEST,
        help_text=_("Only you see it. It tells this passkey from others of yours."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        **options,
    )


class FirstPasskeyForm(Answered, SignupWebAuthnForm):  # type: ignore[misc]
    name = name_field(required=False)


class AddPasskeyForm(Answered, AddWebAuthnForm):  # type: ignore[misc]
    """Each one is enough for signing in, so the device has to ask for a finger, a face or a PIN."""

    name = name_field(required=False)
    passwordless = forms.BooleanField(initial=True, widget=forms.HiddenInput)


class SignInForm(Answered, LoginWebAuthnForm):  # type: ignore[misc]
    """By a passkey alone."""


class SecondStepForm(Answered, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey beside a password or a code by mail."""


class SureForm(Answered, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey to show that it is you."""


class RenamePasskeyForm(EditWebAuthnForm):  # type: ignore[misc]
    name = name_field()
