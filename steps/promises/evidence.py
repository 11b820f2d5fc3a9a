"""Steps 9, 13 and 14: begun with a promise; joined by what was reported on time."""

from typing import Any

from django.db.models import QuerySet, Value

from steps.journey.models import Journey
from steps.journey.plate import OPEN
from steps.promises.models import Promise


def evidence(journey: Journey) -> list[QuerySet[Any, Any]]:
    promises = Promise.objects.filter(journey=journey, writer=journey.offender_id)
    return [
        promises.annotate(seam=Value(step), state=Value(OPEN)).values_list("seam", "state")
        for step in (9, 13, 14)
    ]
