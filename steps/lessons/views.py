"""The page on which each choice point is tied to a promise or a plan; its writer's alone."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from mend.fragments import changed
from mend.identity import SignedInRequest
from steps.evidence import states
from steps.journey.own import own_journey
from steps.journey.plate import plate
from steps.lessons.forms import TieForm
from steps.lessons.models import Chain, Tie, points_of, tieable
from steps.sharing.drafts import Draft
from steps.sharing.items import Item, with_words

# Which text of a thing of each kind stands for it in the list; of a plan that of its first risk.
SAYS = {"promise": "sentence", "plan": "risk"}


@dataclass(frozen=True)
class Point:
    """One choice point; `tied_to` is the id of what answers it, as text."""

    chain: uuid.UUID
    key: str
    text: str
    tied_to: str


@require_safe
def ties(request: SignedInRequest) -> HttpResponse:
    """Every choice point that I found, and what I will do there."""
    return render(request, "lessons/index.html", page_of(request))


@require_POST
def tie(request: SignedInRequest, pk: uuid.UUID, point: str) -> HttpResponse:
    """This promise or plan answers it, or nothing yet."""
    journey, form = own_journey(request), TieForm(request.POST)
    was = states(journey) if journey else {}
    if not form.is_valid():
        raise Chain.DoesNotExist
    chain = chain_of(request.user, pk)
    Tie.tie(chain, point, form.cleaned_data["tied_to"], by=request.user)
    context = page_of(request, was=was)
    back_to = f"{reverse('ties')}#point-{pk}-{point}"
    said = _("Kept, only for you.")
    return changed(request, "lessons/tied.html", context, back_to=back_to, said=said)


def chain_of(user: User, pk: uuid.UUID) -> Draft | Chain:
    """With its words, whether it was made known or not; raises DoesNotExist."""
    draft = Draft.objects.written_by(user).filter(pk=pk, kind="chain").first()
    if draft:
        return draft
    [chain] = with_words([Chain.objects.written_by(user).get(pk=pk)], user)
    return chain


def page_of(request: SignedInRequest, *, was: dict[int, int] | None = None) -> dict[str, Any]:
    journey, user = own_journey(request), request.user
    things, chains = list(tieable(user)), list(made_known(user))
    with_words([*things, *chains], user)
    return {
        "points": points(user, chains),
        "answers": [answer(thing) for thing in things],
        "plate": plate(states(journey), was=was) if journey else None,
    }


def made_known(user: User) -> QuerySet[Chain]:
    """The chains that were shared or said, in the couple of now."""
    mine: QuerySet[Chain] = Chain.objects.written_by(user)
    return mine.filter(couple=user.membership.couple_id).order_by("-made_at")


def points(user: User, known: list[Chain]) -> list[Point]:
    """Of drafts first, then of the chains that are `known`, with their words."""
    here = {"couple": user.membership.couple_id, "kind": "chain"}
    drafts = Draft.objects.written_by(user).filter(**here).order_by("-saved_at")
    chains: list[Draft | Chain] = [*drafts, *known]
    tied = {(row.chain, row.point): str(row.tied_to_id) for row in Tie.objects.written_by(user)}
    return [
        Point(chain.pk, key, text, tied.get((chain.pk, key), ""))
        for chain in chains
        for key, text in points_of(chain.words).items()
    ]


def answer(thing: Item) -> tuple[str, str]:
    """What a point can be tied to: its id, and the first words of it."""
    return str(thing.pk), f"{thing.label}: {first_words(thing.kind, thing.words)}"


def first_words(kind: str, words: dict[str, str]) -> str:
    found = (text for name, text in words.items() if name.rpartition("_")[2] == SAYS[kind])
    return Truncator(next(found, "")).chars(80)
