"""Today: the page that puts the slices together."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import User
from mend import clock
from mend.identity import SignedInRequest
from steps.evidence import LATELY, STAYED, states
from steps.guide import steps as guide
from steps.guide.step import Step
from steps.journey.models import Journey
from steps.journey.own import own_journey
from steps.journey.plate import CRACK, plate
from steps.promises.reports import Report
from steps.promises.today import due_today
from steps.sharing.drafts import Draft
from steps.sharing.shelf import Reading, shelf
from steps.space.known import spaces_of
from steps.space.models import Space

A_WEEK = dt.timedelta(days=7)


@require_safe
def today(request: SignedInRequest) -> HttpResponse:
    """One thing for who has begun a journey; for everybody else nothing that asks for them."""
    journey = own_journey(request)
    context: dict[str, Any] = {"partner": request.user.partner, "cards": [], "waiting": 0}
    context["spaces"] = spaces_of(request)
    if request.user.partner:
        cards = list(shelf(request.user).select_related("writer"))
        context |= {"cards": cards, "waiting": len(cards)}
    if journey is None:
        context["reported"] = reported_this_week(request.user) if request.user.partner else 0
        return render(request, "journey/today_reader.html", context)
    return render(request, "journey/today.html", context | today_of(journey, request.user))


def today_of(journey: Journey, user: User) -> dict[str, Any]:
    """The plate, what is due, and one thing to do, or the word that it is enough."""
    known = states(journey, since=clock.midnight(user.time_zone))
    enough, stayed = known.pop(LATELY, None), known.pop(STAYED, None)
    return {
        "plate": plate(known),
        "promises": due_today(user),
        "stayed": Draft.objects.written_by(user).filter(stayed_at__isnull=False) if stayed else (),
        "one_thing": None if enough else one_thing(known),
    }


@dataclass(frozen=True)
class OneThing:
    """A step for today, and the question to start with."""

    step: Step
    question: str


def one_thing(known: dict[int, int]) -> OneThing:
    """The first step of the walk that was not begun; once all were, the first of them again."""
    alone = [step for step in guide.WALK if not step.for_two]
    unbegun = (step for step in alone if known.get(step.number, CRACK) == CRACK)
    step = next(unbegun, alone[0])
    return OneThing(step=step, question=str(step.questions[0].text))


def reported_this_week(user: User) -> int:
    """On how many promises the other reported in the last seven days.

    What was kept back while one took space comes to the list afterwards, and is not told here;
    nor is what one left closed or put away.
    """
    spaces = Space.objects.written_by(user).filter(ended_at__gt=OuterRef("sent_at"))
    reports = Report.objects.sent_to(user).filter(sent_at__gt=clock.now() - A_WEEK)
    left = Reading.objects.visible_to(user).filter(item=OuterRef("promise")).put_aside()
    reports = reports.exclude(Exists(spaces)).exclude(Exists(left))
    return reports.values("promise").distinct().count()
