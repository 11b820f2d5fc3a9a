"""Signing in and out; also with something that was sent before and waits to be sent once more."""

from collections.abc import Callable
from typing import Any

from allauth.account.views import LoginView, LogoutView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django import forms
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse

from accounts.carried import COOKIE, Carried, TakesAlong, mark_of


class SecondStepView(TakesAlong, AuthenticateView):  # type: ignore[misc]
    """A code or a passkey, for those who sign in with more than a password."""


class SignInView(TakesAlong, LoginView):  # type: ignore[misc]
    def form_valid(self, form: forms.Form) -> HttpResponse:
        """What is carried goes along to the second step, if there is one."""
        response = super().form_valid(form)
        carried = self.request.POST.get("carried", "")
        if carried and response.headers.get("Location") == reverse("mfa_authenticate"):
            return as_page(SecondStepView, self.request, carried)
        return response


class PasskeySignInView(TakesAlong, LoginWebAuthnView):  # type: ignore[misc]
    def form_invalid(self, form: forms.Form) -> HttpResponse:
        """A passkey that we do not know: the sign-in page says so, and what is carried stays."""
        response: HttpResponse = super().form_invalid(form)
        carried = self.request.POST.get("carried", "")
        return as_page(SignInView, self.request, carried) if carried else response


class SignOutView(LogoutView):  # type: ignore[misc]
    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The browser forgets what it has of us; other sites of this name keep their cookies."""
        response: HttpResponse = super().post(*args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


def as_page(view: Any, request: HttpRequest, carried: str) -> HttpResponse:
    """The page of `view` as the answer to a post, with what was posted."""
    request.method = "GET"
    page: HttpResponse = view.as_view(carried=carried)(request).render()
    return page


class SignInMiddleware(LoginRequiredMiddleware):
    """Whoever is not signed in is asked to, and loses nothing that was typed."""

    def handle_no_permission(  # type: ignore[override]  # not always a redirect
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponse:
        """For htmx only the status: the page stays, with every word, and says so."""
        if request.headers.get("HX-Request"):
            return HttpResponse(status=401)
        if carried := Carried.of(request):
            return as_page(SignInView, request, carried.signed)
        return super().handle_no_permission(request, view_func)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Note who is signed in, once, where a session says so."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            mark = mark_of(request.user)
            if request.COOKIES.get(COOKIE) != mark:
                secure = settings.SESSION_COOKIE_SECURE
                response.set_cookie(COOKIE, mark, httponly=True, samesite="Lax", secure=secure)
        return response


urlpatterns = [
    path("accounts/login/", SignInView.as_view(), name="account_login"),
    path("accounts/login/passkey/", PasskeySignInView.as_view(), name="mfa_login_webauthn"),
    path("accounts/login/second/", SecondStepView.as_view(), name="mfa_authenticate"),
    path("accounts/logout/", SignOutView.as_view(), name="account_logout"),
]
