"""Steps that are practised by writing are begun once something is written, shared or told."""

from typing import Any

from django.db.models import F, QuerySet, Value

from steps.journey.models import Journey
from steps.journey.plate import OPEN
from steps.sharing.drafts import Draft
from steps.sharing.items import Item


def evidence(journey: Journey) -> list[QuerySet[Any, Any]]:
    """Drafts count for the one who works here: nobody else sees this plate."""
    mine = {"couple": journey.couple_id, "journey": journey, "writer": journey.offender_id}
    return [
        rows.order_by().annotate(seam=F("step"), state=Value(OPEN)).values_list("seam", "state")
        for rows in (
            Draft.objects.filter(**mine, step__isnull=False),
            Item.objects.filter(**mine, kind="entry"),
        )
    ]
