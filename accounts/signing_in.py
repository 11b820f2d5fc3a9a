"""Signing in; also with something that was sent before and waits to be sent once more."""

from collections.abc import Callable
from typing import Any

from allauth.account.views import LoginView
from django import forms
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from accounts.carried import COOKIE, Carried, mark_of


class SignInView(LoginView):  # type: ignore[misc]
    """`carried` is what the page takes along, signed."""

    carried = ""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        carried = self.carried or self.request.POST.get("carried", "")
        return super().get_context_data(carried=carried, **context)  # type: ignore[no-any-return]

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """The same person finds what they had sent; everybody else goes on as usual."""
        response: HttpResponse = super().form_valid(form)
        carried = Carried.opened(self.request.POST.get("carried", ""))
        user = self.request.user
        if carried and user.is_authenticated and carried.is_of(user):
            return render(self.request, "account/again.html", {"carried": carried})
        return response


class SignInMiddleware(LoginRequiredMiddleware):
    """Whoever is not signed in is asked to, and loses nothing that was typed."""

    def handle_no_permission(  # type: ignore[override]  # not always a redirect
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponse:
        """For htmx only the status: the page stays, with every word, and says so."""
        if request.headers.get("HX-Request"):
            return HttpResponse(status=401)
        if carried := Carried.of(request):
            request.method = "GET"
            page: HttpResponse = SignInView.as_view(carried=carried.signed)(request).render()
            return page
        return super().handle_no_permission(request, view_func)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Note who is signed in, once, where a session says so."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            mark = mark_of(request.user)
            if request.COOKIES.get(COOKIE) != mark:
                secure = settings.SESSION_COOKIE_SECURE
                response.set_cookie(COOKIE, mark, httponly=True, samesite="Lax", secure=secure)
        return response


urlpatterns = [path("accounts/login/", SignInView.as_view(), name="account_login")]
