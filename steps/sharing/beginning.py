"""The ways in to a fresh page; its address already carries the id that the first save will have."""

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from mend.identity import SignedInRequest
from steps.guide import steps as guide
from steps.sharing.kinds import at_step

# What is written first where a step is practised in a slice of its own.
FIRST = {
    "entry": "entry", "offers": "offer", "promises": "promise",
    "lessons": "chain", "plans": "plan", "ownership": "ownership",
}  # fmt: skip


@require_safe
def new(request: SignedInRequest, number: int) -> HttpResponse:
    try:
        kind = FIRST[guide.step(number).practice]
    except LookupError as error:
        raise Http404 from error
    return fresh_page(kind=kind, step=number)


@require_safe
def new_kind(request: SignedInRequest, number: int, kind: str) -> HttpResponse:
    """Where several kinds are written at one step."""
    if not at_step(kind, number):
        raise Http404
    return fresh_page(kind=kind, step=number)


@require_safe
def new_offer(request: SignedInRequest) -> HttpResponse:
    return fresh_page(kind="offer", step=4)


@require_safe
def new_promise(request: SignedInRequest) -> HttpResponse:
    return fresh_page(kind="promise", step=9)


def fresh_page(**place: Any) -> HttpResponse:
    return redirect(f"{reverse('writing', args=[uuid.uuid4()])}?{urlencode(place)}")
