"""Ways to stop, and what one takes along."""

import datetime as dt
import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.sure import only_if_sure
from mend import clock, discreet
from mend.identity import SignedInRequest
from steps.leaving.erasing import erase
from steps.leaving.forms import ErasingForm, ExportForm, PartingForm
from steps.leaving.gathering import Plain, everything_of
from steps.leaving.models import Archive
from steps.leaving.packing import packed, page_of
from steps.leaving.parting import part
from steps.space.views import page_context

MADE = f"{settings.COOKIE_PREFIX}made"


@require_safe
def stop(request: SignedInRequest) -> HttpResponse:
    """All ways to stop, each with what the other will see."""
    return render(request, "leaving/stop.html", stop_context(request))


def stop_context(request: SignedInRequest) -> dict[str, Any]:
    return page_context(request) | {
        "parting": PartingForm(initial={"couple": request.user.couple.pk}),
        "erasing": ErasingForm(initial={"when": "later"}),
    }


@require_POST
@only_if_sure
def parting(request: SignedInRequest) -> HttpResponse:
    """Leave, at once. Pressed twice, it was done the first time."""
    form = PartingForm(request.POST)
    if form.is_valid() and part(form.cleaned_data["couple"], by=request.user):
        messages.success(request, _("You have left. Nobody is told, and nothing comes to you."))
        return redirect("taking_along")
    return redirect("stop")


@require_POST
@only_if_sure
def erasing(request: SignedInRequest) -> HttpResponse:
    """Now, or in seven days."""
    form = ErasingForm(request.POST)
    if not form.is_valid():
        context = stop_context(request) | {"erasing": form}
        return render(request, "leaving/stop.html", context, status=422)
    if form.cleaned_data["when"] == "later":
        request.user.plan_erasing()
        tell_owner(request)
        return redirect("stop")
    erase(by=request.user)
    logout(request)
    messages.success(request, _("Everything of yours is erased."))
    return redirect("landing")


@require_POST
def erasing_end(request: SignedInRequest) -> HttpResponse:
    request.user.stay()
    tell_owner(request)
    messages.success(request, _("You stay. Nothing is erased."))
    return redirect("stop")


def tell_owner(request: SignedInRequest) -> None:
    """By mail that it is planned, or no more: somebody else may hold the device."""
    body = render_to_string("leaving/planned_message.txt", {"user": request.user}, request)
    discreet.send_later(discreet.mail("account", body, to=request.user.email))


@require_safe
def taking_along(request: SignedInRequest) -> HttpResponse:
    archives = Archive.objects.visible_to(request.user).order_by("-left_on", "pk")
    context = {"archives": list(archives), "id": uuid.uuid4()}
    return render(request, "leaving/index.html", context)


@require_POST
@only_if_sure
def export(request: SignedInRequest) -> HttpResponse:
    """At once, and told to nobody."""
    today = clock.today(request.user.time_zone)
    file = as_file(everything_of(request.user), today)
    form = ExportForm(request.POST)
    if form.is_valid():
        has_come(file, form.cleaned_data["id"])
    return file


@require_safe
def archive(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """What was there when one left, to read."""
    kept = Archive.objects.visible_to(request.user).get(pk=pk)
    day = date_format(kept.left_on, "j F Y")
    return render(request, "leaving/archive.html", page_of(kept.words) | {"kept": kept, "day": day})


@require_POST
def archive_export(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    return handed_over(request, Archive.objects.visible_to(request.user).get(pk=pk))


@only_if_sure
def handed_over(request: SignedInRequest, kept: Archive) -> HttpResponse:
    return as_file(kept.words, kept.left_on)


def has_come(file: HttpResponse, pk: uuid.UUID) -> None:
    """A cookie that our script can read for some seconds: downloads tell a page nothing."""
    secure = settings.SESSION_COOKIE_SECURE
    file.set_cookie(MADE, str(pk), max_age=10, samesite="Strict", secure=secure)


def as_file(everything: Plain, day: dt.date) -> HttpResponse:
    """Its name says nothing."""
    return HttpResponse(
        packed(everything),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="copy-{day.isoformat()}.zip"'},
    )
