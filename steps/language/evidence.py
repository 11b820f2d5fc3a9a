"""Step 17 is joined by what went without a firm hint undecided; never by how few there were."""

from typing import Any

from django.db.models import QuerySet, Value

from steps.journey.given import COUPLE, JOURNEY, OFFENDER
from steps.journey.plate import JOINED, OPEN
from steps.sharing.items import Copy
from steps.thresholds import PIECES_REREAD

STEP = 17


def evidence() -> list[QuerySet[Any, Any]]:
    """Each piece counts once, as it first went or was told in person."""
    own = Copy.objects.filter(couple=COUPLE, person=OFFENDER, is_reread=True)
    first = own.filter(version__number=1, version__item__journey=JOURNEY).order_by()
    enough = PIECES_REREAD
    return [
        first.values_list(Value(STEP), Value(OPEN))[:1],
        first.values_list(Value(STEP), Value(JOINED))[enough - 1 : enough],
    ]
