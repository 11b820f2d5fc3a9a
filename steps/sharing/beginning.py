"""The ways in to a fresh page; its address already carries the id that the first save will have."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from mend.fresh import fresh_id
from mend.identity import SignedInRequest
from steps.guide import steps as guide
from steps.sharing.kinds import KINDS
from steps.sharing.pages import step_or_404


@require_safe
def new(request: SignedInRequest, number: int) -> HttpResponse:
    """What is written first at a step."""
    try:
        practice = guide.step(number).practice
    except LookupError as error:
        raise Http404 from error
    if practice not in KINDS:
        raise Http404
    return fresh_page(request, kind=practice, step=number)


@require_safe
def new_of(request: SignedInRequest, kind: str, step: int) -> HttpResponse:
    """One kind, where several are written at one step, or at an address of its own."""
    if kind not in KINDS:
        raise Http404
    return fresh_page(request, kind=kind, step=step_or_404(str(step), KINDS[kind]))


def fresh_page(request: SignedInRequest, **place: Any) -> HttpResponse:
    pk = fresh_id(request.user.pk)
    return redirect(f"{reverse('writing', args=[pk])}?{urlencode(place)}")
