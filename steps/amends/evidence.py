"""Step 4: begun with an offer; joined when one was carried out, or all were declined."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value

from steps.amends.models import Answer, CarryingOut, Offer
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN

STEP = 4


def evidence(journey: Journey) -> list[QuerySet[Any, Any]]:
    """An answer that was never given decides nothing."""
    offers = Offer.objects.filter(journey=journey, writer=journey.offender_id)
    latest = Answer.objects.filter(offer=OuterRef("pk")).order_by("-number").values("choice")[:1]
    open_still = offers.annotate(last=Subquery(latest)).exclude(last="no")
    declined = offers.filter(sent_at__isnull=False).exclude(Exists(open_still))
    carried = CarryingOut.objects.filter(offer__in=offers)
    return [seam(offers, OPEN), seam(declined, JOINED), seam(carried, JOINED)]


def seam(rows: QuerySet[Any, Any], state: int) -> QuerySet[Any, Any]:
    return rows.annotate(seam=Value(STEP), state=Value(state)).values_list("seam", "state")
