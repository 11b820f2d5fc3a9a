"""Putting away, taking space, and how much may come."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.sure import only_if_sure
from mend.fragments import changed
from mend.fresh import fresh_id, issued
from mend.identity import SignedInRequest
from steps.sharing.kinds import placed
from steps.sharing.limits import Limits, Reopening
from steps.sharing.shelf import waiting
from steps.space.forms import LimitsForm, SpaceForm
from steps.space.known import spaces_of
from steps.space.models import PutAway, Space, may_take


@require_POST
def away(request: SignedInRequest) -> HttpResponse:
    """My pages are empty from now on; nobody is told."""
    PutAway.begin(by=request.user)
    return redirect("today")


@require_POST
def away_end(request: SignedInRequest) -> HttpResponse:
    PutAway.end(by=request.user)
    return redirect("today")


@require_POST
def taking(request: SignedInRequest) -> HttpResponse:
    """From now on nothing comes from the other."""
    form = SpaceForm(request.POST)
    if not form.is_valid():
        context = page_context(request) | {"form": form}
        page = "space/section.html" if request.htmx else "space/index.html"
        return render(request, page, context, status=422)
    said = dict(form.cleaned_data)
    Space.take(by=request.user, pk=issued(said.pop("id"), to=request.user.pk), **said)
    return answered(request, _("You take space from now on."))


@require_POST
@only_if_sure
def ending(request: SignedInRequest) -> HttpResponse:
    """Only who took it. Nothing comes of itself then."""
    Space.end(by=request.user)
    return answered(request, _("Your space is over. Nothing was sent to you because of it."))


def answered(request: SignedInRequest, said: str) -> HttpResponse:
    request.__dict__.pop("room", None)
    return changed(request, "space/changed.html", page_context(request), back_to="stop", said=said)


def page_context(request: SignedInRequest) -> dict[str, Any]:
    return {
        "partner": request.user.partner,
        "spaces": spaces_of(request),
        "may_take": may_take(request.user),
        "form": SpaceForm(initial={"id": fresh_id(request.user.pk)}),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def limits(request: SignedInRequest) -> HttpResponse:
    """How much may come in a day, how much may wait, and where."""
    posted = request.POST if request.method == "POST" else None
    form = LimitsForm(posted, limits=Limits.of(request.user))
    if form.is_valid():
        Limits.choose(by=request.user, **form.chosen())
        messages.success(request, _("Saved. Nobody is told."))
        return redirect("limits")
    context = {"form": form, "partner": request.user.partner}
    return render(request, "space/limits.html", context, status=422 if form.is_bound else 200)


@require_POST
def reopening(request: SignedInRequest) -> HttpResponse:
    """After a “no”, a “not now” or a letter that was set aside: this kind may come again."""
    said = {
        "letter": _("Letters may come again."),
        "offer": _("Offers may come again."),
        "change": _("Questions about promises may come again."),
    }
    kind = request.POST.get("kind", "")
    kind = kind if kind in said else "offer"
    Reopening.open(kind, by=request.user)
    messages.success(request, said[kind])
    return redirect("limits")


@require_safe
def aside(request: SignedInRequest) -> HttpResponse:
    """What comes only when one asks for it: this is asking."""
    kinds = [kind for kind in Limits.of(request.user).aside if kind in placed()]
    cards = waiting(request.user).filter(kind__in=kinds).select_related("writer")
    return render(request, "space/aside.html", {"cards": list(cards)})
