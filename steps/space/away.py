"""Pages that were put away are empty until their person says otherwise.

Left are those that name nobody: help, leaving at once, how one signs in, and an invitation that
somebody else gave one.
"""

from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from mend.identity import SignedInRequest
from steps.sharing.room import room_of

NAMING = ("steps.", "accounts.views", "accounts.pairing.views")


class PutAwayMiddleware:
    """Whoever looks finds one empty page. What is sent from a page that was open goes on as usual:
    nothing typed is lost, and nobody else can tell.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        looks = request.method in ("GET", "HEAD") and view.__module__.startswith(NAMING)
        if not (looks and request.user.is_authenticated):
            return None
        asked = cast("SignedInRequest", request)
        if not room_of(asked).is_away:
            return None
        if asked.htmx:
            return HttpResponseClientRedirect(reverse("today"))
        return render(request, "space/away.html")
