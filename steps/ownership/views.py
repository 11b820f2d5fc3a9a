"""Cards for the next time, read again after a month; and the one fixed card."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from mend import clock
from mend.fragments import changed
from mend.identity import SignedInRequest
from steps.evidence import states
from steps.journey.own import own_journey
from steps.journey.plate import plate
from steps.ownership.models import CardLook, Ownership, Signal
from steps.sharing.items import with_words
from steps.sharing.pages import Card, card_of_item


@dataclass(frozen=True)
class Look:
    """A card of one's own: read again on `looked_on`, or readable again from `from_day` on."""

    id: uuid.UUID
    card: Card
    made_on: dt.date
    from_day: dt.date
    is_due: bool
    looked_on: dt.date | None


@require_safe
def looks(request: SignedInRequest) -> HttpResponse:
    """My cards, and whether it is time to read one again; nobody else's page."""
    return render(request, "ownership/index.html", page_of(request))


@require_POST
def look(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """It was read again, and holds."""
    journey = own_journey(request)
    was = states(journey) if journey else {}
    CardLook.take(Ownership.objects.written_by(request.user).get(pk=pk), by=request.user)
    context = page_of(request, was=was)
    context["look"] = next(look for look in context["looks"] if look.id == pk)
    back_to = f"{reverse('card_looks')}#look-{pk}"
    return changed(
        request, "ownership/looked.html", context, back_to=back_to, said=_("Kept, only for you.")
    )


@require_POST
def signal(request: SignedInRequest) -> HttpResponse:
    """The fixed card goes in two minutes. Pressed twice it is one."""
    return redirect("writing", pk=Signal.send(by=request.user).pk)


def page_of(request: SignedInRequest, *, was: dict[int, int] | None = None) -> dict[str, Any]:
    journey = own_journey(request)
    return {
        "looks": list(looks_of(request.user)),
        "plate": plate(states(journey), was=was) if journey else None,
    }


def looks_of(user: User) -> list[Look]:
    """Newest first, in the couple of now."""
    mine = Ownership.objects.written_by(user).filter(
        couple=user.membership.couple_id, withdrawn_at=None
    )
    cards = with_words(mine.order_by("-made_at"), user)
    looked = {row.ownership_id: row.looked_at for row in CardLook.objects.visible_to(user)}
    return [
        Look(
            id=card.pk,
            card=card_of_item(card),
            made_on=user.day_of(card.made_at),
            from_day=user.day_of(card.look_again_at),
            is_due=clock.now() >= card.look_again_at,
            looked_on=user.day_of(looked[card.pk]) if card.pk in looked else None,
        )
        for card in cards
    ]
