"""Is it really you? Asked before what would hurt most if somebody else held the device.

An answer counts for five minutes. What was sent meanwhile is carried along and sent once more, by
hand.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.forms import ReauthenticateForm
from allauth.account.views import ReauthenticateView
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.base.forms import ReauthenticateForm as CodeForm
from allauth.mfa.base.views import ReauthenticateView as CodeView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from accounts.carried import Carried, TakesAlong
from accounts.factors.forms import SureForm

PAGE = "account/reauthenticate.html"


def only_if_sure[**P](view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """A view for those who have just shown that it is them; who has no way to, is let through."""
    asking: Callable[P, HttpResponse] = reauthentication_required(view)
    return asking


class SureMiddleware:
    """Where it has to be asked first: the page that asks, with what was sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """For htmx only the status: the page stays, and sends its form in the browser's own way."""
        if not isinstance(exception, ReauthenticationRequired):
            return None
        if request.headers.get("HX-Request"):
            return HttpResponse(status=401)
        if carried := Carried.of(request):
            context = ways(request) | {"carried": carried.signed}
            return render(request, PAGE, context, status=401)
        then = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('account_reauthenticate')}?{then}")


def ways(request: HttpRequest) -> dict[str, Any]:
    """A form for each way in which this person can show that it is them."""
    user: Any = request.user
    known = {way["id"] for way in get_adapter().get_reauthentication_methods(user)}
    found: dict[str, Any] = {}
    if "reauthenticate" in known:
        found["by_password"] = ReauthenticateForm(user=user)
    if "mfa_reauthenticate" in known:
        found["by_code"] = CodeForm(user=user)
    if "mfa_reauthenticate:webauthn" in known:
        found["by_passkey"] = SureForm(user=user)
        found["js_data"] = {"request_options": auth.begin_authentication(user)}
    return found


class Asks(TakesAlong):
    """One page with all ways; `way` is the one that this address understands."""

    template_name = PAGE
    way = ""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        own = super().get_context_data(**context)
        form = context.get("form") or own["form"]
        return own | ways(self.request) | ({self.way: form} if form.is_bound else {})

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        page: HttpResponse = self.render_to_response(  # type: ignore[attr-defined]
            self.get_context_data(form=form)
        )
        return page


class ByPassword(Asks, ReauthenticateView):  # type: ignore[misc]
    way = "by_password"


class ByCode(Asks, CodeView):  # type: ignore[misc]
    way = "by_code"


class ByPasskey(Asks, ReauthenticateWebAuthnView):  # type: ignore[misc]
    way = "by_passkey"


urlpatterns = [
    path("accounts/reauthenticate/", ByPassword.as_view(), name="account_reauthenticate"),
    path("accounts/reauthenticate/code/", ByCode.as_view(), name="mfa_reauthenticate"),
    path(
        "accounts/reauthenticate/passkey/",
        ByPasskey.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
]
