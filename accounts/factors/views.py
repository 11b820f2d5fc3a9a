"""Passkeys, an app's codes and recovery codes: allauth's views, where ours do more."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.recovery_codes.internal.flows import auto_generate_recovery_codes
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.webauthn.views import EditWebAuthnView, RemoveWebAuthnView, SignupWebAuthnView
from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.http import urlencode

from accounts.devices.models import Device
from accounts.factors.models import has_passkey


class FirstPasskeyView(SignupWebAuthnView):  # type: ignore[misc]
    """The last step of signing up with a passkey."""

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Recovery codes come along: who loses their only passkey could never come back.

        Who made it a moment ago is still there, and need not show so once more.
        """
        response: HttpResponse = super().form_valid(form)
        user = self.request.user
        if not user.is_authenticated:
            return response
        record_authentication(
            self.request, user, "mfa", type="webauthn", passwordless=True, reauthenticated=True
        )
        auto_generate_recovery_codes(self.request)
        then = urlencode({"next": response.headers["Location"]})
        return redirect(f"{reverse('mfa_view_recovery_codes')}?{then}")


class RecoveryCodesView(ViewRecoveryCodesView):  # type: ignore[misc]
    def get_context_data(self, **context: Any) -> dict[str, Any]:
        then = get_next_redirect_url(self.request) or reverse("mfa_index")
        return super().get_context_data(**context) | {"then": then}  # type: ignore[no-any-return]


class RemovePasskeyView(RemoveWebAuthnView):  # type: ignore[misc]
    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """With the last one goes what was allowed for its sake: staying signed in for longer."""
        response: HttpResponse = super().form_valid(form)
        user: Any = self.request.user
        if not has_passkey(user):
            Device.end_mine(self.request.session.session_key, by=user)
            self.request.session.mark(mine=False)
        return response


class RenamePasskeyView(EditWebAuthnView):  # type: ignore[misc]
    success_url = reverse_lazy("mfa_index")
