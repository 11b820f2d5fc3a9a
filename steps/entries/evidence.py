"""Steps that are practised by writing are begun once something is written, shared or told."""

from typing import Any

from django.db.models import F, QuerySet, Value

from steps.entries.models import Entry
from steps.journey.models import Journey
from steps.journey.plate import OPEN
from steps.sharing.drafts import Draft


def evidence(journey: Journey) -> list[QuerySet[Any, Any]]:
    """Drafts count for the one who works here: nobody else sees this plate."""
    return [
        rows.annotate(seam=F("step"), state=Value(OPEN)).values_list("seam", "state")
        for rows in (
            Draft.objects.filter(journey=journey, writer=journey.offender_id, step__isnull=False),
            Entry.objects.filter(journey=journey, writer=journey.offender_id),
        )
    ]
