"""The forms about oneself."""

from typing import Any

from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.names import not_of, plain_name
from accounts.zones import ZONES, ZoneSelect, zone_choices
from mend.forms import at_most


class SignupForm(AllauthSignupForm):  # type: ignore[misc]
    """First name, e-mail, password; the time zone comes from the browser, unseen."""

    first_name = forms.CharField(
        label=_("First name"),
        validators=[at_most(40), plain_name],
        help_text=_("Only people whom you invite, or who invite you, see it."),
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    time_zone = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = ["first_name", "email", "password1", "time_zone"]

    def clean_time_zone(self) -> str:
        """UTC where the browser does not say, or says what we do not know."""
        zone: str = self.cleaned_data["time_zone"]
        return zone if zone in ZONES else "UTC"

    def try_save(self, request: HttpRequest) -> tuple[User | None, Any]:
        """Two of the same at once make one account; the later is told what a second one is told."""
        try:
            with transaction.atomic():
                return super().try_save(request)  # type: ignore[no-any-return]
        except IntegrityError:
            self.account_already_exists = True
            return super().try_save(request)  # type: ignore[no-any-return]


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]
    """How one is called, and when one’s day begins."""

    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=zone_choices,
        widget=ZoneSelect,
        help_text=_("Days begin and end, and times are shown, by this zone."),
    )

    class Meta:
        model = User
        fields = ["first_name", "time_zone"]
        widgets = {"first_name": forms.TextInput(attrs={"autocomplete": "given-name"})}

    def clean_first_name(self) -> str:
        """Who keeps their name keeps it, also beside somebody of the same one."""
        name: str = self.cleaned_data["first_name"]
        if name != self.initial["first_name"]:
            not_of(self.instance.partner, name)
        return name
