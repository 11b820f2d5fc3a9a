"""Leave this page, and the safety check."""

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.carried import COOKIE
from accounts.safety.forms import OWN, WATCHED, SafetyForm


@login_not_required
def leave(request: HttpRequest) -> HttpResponse:
    """The session ends at once, and a neutral page comes up.

    A plain link, so that it works without JavaScript; it tells the next site nothing. An installed
    app cannot go elsewhere (`stay`): there the page is one of ours that says nothing.
    """
    logout(request)
    stays = "stay" in request.GET
    response = render(request, "left.html") if stays else redirect(settings.NEUTRAL_SITE)
    response.delete_cookie(COOKIE, samesite="Lax")
    response["Referrer-Policy"] = "no-referrer"
    return response


@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def safety_check(request: HttpRequest) -> HttpResponse:
    """Alone and unstored: what is ticked reaches no table, no log and no address.

    What is no answer is never told that all is well: 422 with the questions.
    """
    form = SafetyForm(request.POST if request.method == "POST" else None)
    signs = form.cleaned_data["signs"] if form.is_valid() else []
    context = {
        "form": form,
        "is_answered": form.is_valid(),
        "is_watched": WATCHED in signs,
        "frightens": OWN in signs,
        "is_serious": bool({*signs} - {OWN}),
    }
    page = "safety/check.html#answer" if request.htmx else "safety/check.html"  # type: ignore[attr-defined]
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, page, context, status=status)
