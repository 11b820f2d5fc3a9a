"""Patience: a plan and a weekly look, for oneself; and what the other may say of it."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mend.fragments import changed
from mend.fresh import fresh_id, issued
from mend.identity import SignedInRequest
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.own import own_journey
from steps.journey.plate import plate
from steps.patience.forms import PushedForm, WeekForm
from steps.patience.models import STEP, Pushed, keep_felt, look_back, look_of_this_week
from steps.patience.notes import looks_of, told_by, told_to
from steps.sharing.drafts import Draft


@require_http_methods(["GET", "HEAD", "POST"])
def looks(request: SignedInRequest) -> HttpResponse:
    """My plan, this week’s look back, and those before; for who has begun, and nobody else."""
    journey = own_journey(request)
    if journey is None:
        return redirect("step", number=STEP)
    if request.method != "POST":
        return render(request, "patience/index.html", looks_context(request, journey))
    form = WeekForm(request.POST, step=STEP)
    if not form.is_valid():
        context = looks_context(request, journey) | {"form": form}
        page = "patience/index.html#week" if request.htmx else "patience/index.html"
        return render(request, page, context, status=422)
    was = states(journey)
    new = issued(form.cleaned_data["id"], to=request.user.pk)
    look_back(form.words(), by=request.user, pk=new)
    context = looks_context(request, journey, was=was)
    said = _("Noted, only for you.")
    return changed(request, "patience/looked.html", context, back_to=reverse("looks"), said=said)


def looks_context(
    request: SignedInRequest, journey: Journey, *, was: dict[int, int] | None = None
) -> dict[str, Any]:
    user, this_week = request.user, look_of_this_week(request.user)
    plans = Draft.objects.written_by(user).filter(kind="patience").newest()
    fresh = {"id": fresh_id(user.pk)} | (this_week.words if this_week else {})
    return {
        "plans": list(plans),
        "form": WeekForm(step=STEP, initial=fresh),
        "this_week": this_week,
        "looks": looks_of(user, but=this_week),
        "told": told_to(user),
        "partner": user.partner,
        "plate": plate(states(journey), was=was),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def pushed(request: SignedInRequest) -> HttpResponse:
    """I felt pushed: to keep, or to tell."""
    if request.method != "POST":
        return render(request, "patience/pushed.html", pushed_context(request))
    form = PushedForm(request.POST, step=STEP)
    if not form.is_valid():
        context = pushed_context(request) | {"form": form}
        page = "patience/pushed.html#felt" if request.htmx else "patience/pushed.html"
        return render(request, page, context, status=422)
    said = form.cleaned_data
    verb = Pushed.say if said["way"] == "tell" else keep_felt
    verb(said["words"], by=request.user, pk=issued(said["id"], to=request.user.pk))
    return felt(request, _("It is told.") if said["way"] == "tell" else _("Kept, only for you."))


@require_POST
def pushed_telling(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Tell what one kept before; once it was told, the same answer."""
    kept = Draft.objects.written_by(request.user).filter(pk=pk, kind="pushed").first()
    if kept:
        Pushed.say(kept.words.get("words", ""), by=request.user, pk=pk)
    else:
        Pushed.objects.written_by(request.user).get(pk=pk)
    return felt(request, _("It is told."))


@require_POST
def pushed_end(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Take it back."""
    Pushed.objects.written_by(request.user).get(pk=pk).take_back(by=request.user)
    return felt(request, _("Taken back. Your words are yours alone again."))


def felt(request: SignedInRequest, said: str) -> HttpResponse:
    context = pushed_context(request)
    return changed(request, "patience/felt.html", context, back_to=reverse("pushed"), said=said)


def pushed_context(request: SignedInRequest) -> dict[str, Any]:
    user = request.user
    return {
        "partner": user.partner,
        "can_tell": Pushed.where(user) is not None,
        "form": PushedForm(step=STEP, initial={"id": fresh_id(user.pk)}),
        "kept": list(Draft.objects.written_by(user).filter(kind="pushed").newest()),
        "told": told_by(user),
    }
