"""Step 4 is open once a repair was offered, and joined by what was done, never by a yes."""

from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When

from steps.amends.models import Answer, Offer
from steps.amends.results import CarryingOut
from steps.journey.given import COUPLE, JOURNEY, OFFENDER
from steps.journey.plate import JOINED, OPEN

STEP = 4


def evidence() -> list[QuerySet[Any, Any]]:
    """Joined: one was carried out, or every one that was sent was turned down.

    What is carried out needs no answer where it was owed anyway, so silence blocks nothing.
    """
    offers = Offer.objects.filter(couple=COUPLE, journey=JOURNEY, kind="offer", writer=OFFENDER)
    carried_out = CarryingOut.objects.filter(couple=COUPLE, offer__in=offers)
    rows: list[tuple[QuerySet[Any, Any], int]]
    rows = [(offers, OPEN), (carried_out, JOINED), (declined(offers), JOINED)]
    return [found.order_by().values_list(Value(STEP), Value(state))[:1] for found, state in rows]


def declined(offers: QuerySet[Offer]) -> QuerySet[Offer]:
    """Those that were sent, if the latest answer to each is no thanks, and stands."""
    answers = Answer.objects.filter(offer=OuterRef("pk")).order_by("-number")
    latest = answers.values(stands=Case(When(withdrawn_at=None, then=F("choice"))))[:1]
    sent = offers.filter(sent_at__isnull=False).alias(latest=Subquery(latest))
    return sent.exclude(Exists(sent.filter(Q(latest=None) | ~Q(latest="no"))))
