"""How the actions on promises answer: with the part of the page that changed."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from mend.fragments import changed
from mend.identity import SignedInRequest
from mend.refusals import Refused
from steps.evidence import states
from steps.journey.own import own_journey
from steps.journey.plate import plate
from steps.promises.forms import PauseForm
from steps.promises.known import known_to
from steps.promises.lists import lists_of
from steps.promises.models import Promise
from steps.promises.sheets import days_shown, sheets_of
from steps.promises.today import due_today
from steps.promises.weeks import monday
from steps.sharing.room import room_of
from steps.thresholds import A_WEEK


def list_context(request: SignedInRequest) -> dict[str, Any]:
    """The page of all promises, with the plate for who has begun."""
    journey = own_journey(request)
    return {
        "lists": lists_of(request.user, before=uuid_or_none(request.GET.get("before", ""))),
        "partner": request.user.partner,
        "journey": journey,
        "plate": plate(states(journey)) if journey else None,
        "pause_form": PauseForm(),
        "room": room_of(request),
        "back": "list",
    }


def uuid_or_none(typed: str) -> uuid.UUID | None:
    """An address that was changed by hand shows the newest ones."""
    try:
        return uuid.UUID(typed)
    except ValueError:
        return None


def promise_context(
    request: SignedInRequest, promise: Promise, *, before: dt.date | None = None
) -> dict[str, Any]:
    """The page of one promise; `promise` is one that is known to its reader."""
    [sheet] = sheets_of([promise], request.user, before=before)
    index = "promises/index.html" if sheet.is_own else "promises/index_reader.html"
    return {
        "sheet": sheet,
        "index": index,
        "partner": request.user.partner,
        "room": room_of(request),
        "back": "promise",
    }


def date_or_none(typed: str) -> dt.date | None:
    """An address that was changed by hand shows the newest weeks."""
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        return None


def answer_page(
    request: SignedInRequest, template: str, context: dict[str, Any], said: str
) -> HttpResponse:
    """A larger part of the list, or the whole list by redirect."""
    if not request.htmx:
        messages.success(request, said)
    return changed(request, template, context | {"said": said}, back_to=reverse("list"))


def answer_day(
    request: SignedInRequest,
    day: tuple[Promise, dt.date],
    template: str,
    verb: Callable[[], str],
    *,
    form: forms.Form | None = None,
    named: str = "form",
) -> HttpResponse:
    """Say the verb, which returns what was said; answer with the day as it stands then.

    A refusal comes with the fresh day too: whoever was first, the page shows it. The template
    knows the form as `named`.
    """
    promise, due_on = day
    if form and not form.is_valid():
        return show_day(request, day, template, {named: form}, status=422)
    was = plate_states(request, promise)
    try:
        with transaction.atomic():  # the day is shown as it stands, not as it was to be
            said = verb()
    except Refused as refused:
        if not request.htmx or due_on not in days_shown(promise, request.user):
            raise
        more = {"refused": refused.sentence, named: form}
        return show_day(request, day, template, more, status=409)
    if request.htmx:
        now = plate_states(request, promise)
        drawn = plate(now, was=was) if now is not None else None
        return show_day(request, day, template, {"said": said, "plate": drawn})
    messages.success(request, said)
    return redirect(back_to(request, promise, due_on))


def plate_states(request: SignedInRequest, promise: Promise) -> dict[int, int] | None:
    """What the plate knows, where the page that asks shows one to the writer of the promise."""
    journey = own_journey(request)
    shows_plate = journey and promise.journey_id == journey.pk and page_of(request) != "promise"
    return states(journey) if journey and shows_plate else None


def page_of(request: SignedInRequest) -> str:
    """The page that an action was sent from."""
    typed = request.POST.get("back", "")
    return typed if typed in ("today", "promise") else "list"


def show_day(
    request: SignedInRequest,
    day: tuple[Promise, dt.date],
    template: str,
    more: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """The row of the day as a fragment, or the page of its promise; 404 for one that is not due."""
    promise, due_on = day
    known = known_to(request.user).get(pk=promise.pk)
    context = promise_context(request, known, before=monday(due_on) + A_WEEK)
    row = context["sheet"].day(due_on)
    if row is None:
        raise Promise.DoesNotExist
    context |= {"day": row, "at": row.key, **more}
    if not request.htmx:
        return render(request, "promises/one.html", context, status=status)
    context["back"] = page_of(request)
    if context["back"] == "today":
        context["promises"] = due_today(request.user)
    return render(request, template, context, status=status)


def back_to(request: SignedInRequest, promise: Promise, due_on: dt.date) -> str:
    """Without htmx: the page that the action was sent from, at its day."""
    page = page_of(request)
    if page == "today":
        return reverse("today")
    at = f"#day-{promise.pk}-{due_on}"
    if page == "list":
        return reverse("list") + at
    after = monday(due_on) + A_WEEK
    return f"{reverse('promise', args=[promise.pk])}?before={after}{at}"
