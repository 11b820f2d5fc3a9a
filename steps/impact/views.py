"""What the hurt touched: guesses, how close they come, and the map of the one who was hurt."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mend.fragments import changed
from mend.identity import SignedInRequest
from steps.evidence import states
from steps.impact.forms import CorrectionForm, touched
from steps.impact.models import Guess
from steps.impact.pages import page_of, sheet_for
from steps.journey.models import Journey
from steps.journey.own import own_journey
from steps.journey.plate import plate
from steps.sharing.items import with_words
from steps.sharing.room import room_of


@require_safe
def impact(request: SignedInRequest) -> HttpResponse:
    """What I imagine and what the other says to that; or what they imagine, and my own map."""
    return render(request, "impact/index.html", page_context(request))


@require_POST
def correction(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """How close it comes; with nothing chosen, what was said is taken back."""
    guess = Guess.objects.sent_to(request.user).get(pk=pk)
    with_words([guess], request.user)
    form = CorrectionForm(request.POST, areas=touched(guess.words))
    if not form.is_valid():
        return unfinished(request, pk, form)
    said = form.said()
    guess.correct(said, by=request.user)
    line = (
        _("What you said is sent. You can change it.") if said else _("Nothing is said of it now.")
    )
    return answered(request, pk, said=line)


@require_POST
def look(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """I read it again; nobody is told."""
    guess = Guess.objects.written_by(request.user).get(pk=pk)
    journey = own_journey(request)
    was = states(journey) if journey else {}
    guess.look_again(by=request.user)
    drawn = plate(states(journey), was=was) if journey else None
    return answered(request, pk, said=_("Noted, for you alone."), plate=drawn)


def answered(request: SignedInRequest, pk: uuid.UUID, *, said: str, **more: Any) -> HttpResponse:
    """The guess as it is now."""
    context = common(request) | {"sheet": sheet_for(request.user, pk)} | more
    back_to = f"{reverse('impact')}#guess-{pk}"
    return changed(request, "impact/answered.html", context, back_to=back_to, said=said)


def unfinished(request: SignedInRequest, pk: uuid.UUID, form: CorrectionForm) -> HttpResponse:
    """The form as it was sent, with what is wrong; without htmx on the whole page."""
    if request.htmx:
        context = common(request) | {"sheet": sheet_for(request.user, pk, form)}
        return render(request, "impact/answered.html", context, status=422)
    return render(request, "impact/index.html", page_context(request, {pk: form}), status=422)


def page_context(
    request: SignedInRequest, typed: dict[uuid.UUID, CorrectionForm] | None = None
) -> dict[str, Any]:
    journey = own_journey(request)
    return common(request) | {
        "page": page_of(request.user, typed),
        "has_begun": journey is not None,
        "may_draw": Journey.of_other(request.user) is not None,
        "plate": plate(states(journey)) if journey else None,
    }


def common(request: SignedInRequest) -> dict[str, Any]:
    return {"partner": request.user.partner, "room": room_of(request)}
