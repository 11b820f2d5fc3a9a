"""Leave this page: the session ends at once, and a neutral page comes up."""

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.carried import COOKIE


@login_not_required
def leave(request: HttpRequest) -> HttpResponse:
    """A plain link, so that it works without JavaScript; it tells the next site nothing."""
    logout(request)
    response = redirect(settings.NEUTRAL_SITE)
    response.delete_cookie(COOKIE, samesite="Lax")
    response["Referrer-Policy"] = "no-referrer"
    return response
