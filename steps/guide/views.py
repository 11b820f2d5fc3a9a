"""Reading the steps. Everybody who is signed in may read all of them, in any order."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mend.identity import SignedInRequest
from steps.guide import steps as guide
from steps.journey.own import own_journey
from steps.language.trainer import EXAMPLES
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.sharing.room import room_of
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
    mine = {"journey__offender": request.user}  # what one draws beside the other's stands elsewhere
    context: dict[str, Any] = {
        "step": chosen,
        "before": guide.before(chosen),
        "after": guide.after(chosen),
        "journey": own_journey(request),
        "drafts": list(Draft.objects.written_by(request.user).at_step(number).filter(**mine)),
        "sent": list(Item.objects.written_by(request.user).at_step(number).filter(**mine)),
    }
    if chosen.practice == "ownership":
        context["room"] = room_of(request)
    if number == 5:
        context |= {"spaces": spaces_of(request), "partner": request.user.partner}
    return render(request, "guide/step.html", context)


@require_safe
def sentence(request: SignedInRequest, number: int) -> HttpResponse:
    """One to practise with: does it own, or defend? What is answered is kept nowhere."""
    if not 1 <= number <= len(EXAMPLES):
        raise Http404
    example, said = EXAMPLES[number - 1], request.GET.get("said", "")
    context = {
        "number": number,
        "example": example,
        "said": said if said in ("owns", "defends") else "",
        "is_right": said == ("defends" if example.category else "owns"),
        "next": number % len(EXAMPLES) + 1,
    }
    return render(request, "guide/sentence.html", context)
