"""Today: the page that puts the slices together."""

from collections.abc import Collection
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import User
from mend import clock
from mend.identity import SignedInRequest
from steps.evidence import LATELY, STAYED, states
from steps.guide.evidence import RECENT
from steps.journey.models import Journey
from steps.journey.own import own_journey
from steps.journey.plate import plate
from steps.promises.mending import fresh_form
from steps.promises.reports import Report
from steps.promises.silence import silence_of
from steps.promises.today import due_today
from steps.sharing.drafts import Draft
from steps.sharing.room import room_of
from steps.sharing.shelf import Reading, shelf
from steps.space.known import spaces_of
from steps.space.models import Space
from steps.thresholds import A_WEEK, GAP
from steps.way import one_thing, ways
from steps.week import week_of


@require_safe
def today(request: SignedInRequest) -> HttpResponse:
    """One thing for who has begun a journey; for everybody else nothing that asks for them."""
    journey = own_journey(request)
    is_fresh = request.GET.get("from") == "now"
    context: dict[str, Any] = {"partner": request.user.partner, "cards": [], "waiting": 0}
    context["spaces"] = spaces_of(request)
    if request.user.partner:
        cards = list(shelf(request.user).select_related("writer"))
        context |= {"cards": cards, "waiting": len(cards)}
    if journey is None:
        context["reported"] = reported_this_week(request.user) if request.user.partner else 0
        return render(request, "journey/today_reader.html", context)
    known = states(journey, since=clock.midnight(request.user.time_zone))
    if is_back(known, journey) and not is_fresh:
        return render(request, "journey/back.html", context | gap_of(request))
    return render(request, "journey/today.html", context | today_of(known, journey, request.user))


def gap_of(request: SignedInRequest) -> dict[str, Any]:
    """What is asked about promises in a gap; nothing where there is none."""
    silence = silence_of(request.user)
    if silence is None:
        return {}
    return {
        "gap_form": fresh_form(request, may_share=silence.is_known),
        "room": room_of(request),
        "back": "today",
    }


def is_back(known: Collection[int], journey: Journey) -> bool:
    """Nothing was written for so long that first it is asked whether to start from today."""
    return RECENT not in known and journey.opened_at < clock.now() - GAP


def today_of(known: dict[int, int], journey: Journey, user: User) -> dict[str, Any]:
    """The plate, what is due, and one thing to do, or the word that it is enough."""
    four = ways(known, journey)
    coming = one_thing(known, four, clock.today(user.time_zone))
    stayed = Draft.objects.written_by(user).filter(stayed_at__isnull=False)
    return {
        "plate": plate(known),
        "promises": due_today(user),
        "stayed": stayed if STAYED in known else (),
        "ways": four,
        "one_thing": None if LATELY in known else coming,
        "week": week_of(journey, user, coming=coming.step),
    }


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
