"""Settings: how one is called, the zone, and what the other may see."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.forms import ProfileForm
from mend.fragments import changed
from mend.identity import SignedInRequest


@require_safe
def settings(request: SignedInRequest) -> HttpResponse:
    form = ProfileForm(instance=request.user)
    return render(request, "settings/index.html", {"form": form, "partner": request.user.partner})


@require_POST
def profile(request: SignedInRequest) -> HttpResponse:
    """Change name and zone."""
    form = ProfileForm(request.POST, instance=request.user)
    context = {"form": form, "partner": request.user.partner}
    if not form.is_valid():
        part = "#profile" if request.headers.get("HX-Request") else ""
        return render(request, f"settings/index.html{part}", context, status=422)
    request.user.describe(**form.cleaned_data)
    context["form"] = ProfileForm(instance=request.user)
    return changed(request, "settings/profile.html", context, back_to="settings", said=_("Saved."))
