"""Reading the steps. Everybody who is signed in may read all of them, in any order."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mend.identity import SignedInRequest
from steps.guide import steps as guide
from steps.journey.own import own_journey
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.space.known import spaces_of


@require_safe
def steps(request: SignedInRequest) -> HttpResponse:
    return render(request, "guide/index.html", {"parts": guide.by_part()})


@require_safe
def step(request: SignedInRequest, number: int) -> HttpResponse:
    try:
        chosen = guide.step(number)
    except LookupError as error:
        raise Http404 from error
    context: dict[str, Any] = {
        "step": chosen,
        "before": guide.before(chosen),
        "after": guide.after(chosen),
        "journey": own_journey(request),
        "drafts": list(Draft.objects.written_by(request.user).at_step(number)),
        "sent": list(Item.objects.written_by(request.user).at_step(number)),
    }
    if number == 5:
        context |= {"spaces": spaces_of(request), "partner": request.user.partner}
    return render(request, "guide/step.html", context)
