"""Step 1: said with the sentence that names the act marked, and “that is all of it”."""

from typing import Any

from django.db.models import QuerySet, Value

from steps.acknowledging.models import Account
from steps.journey.given import COUPLE, JOURNEY, OFFENDER
from steps.journey.plate import JOINED, OPEN

STEP = 1


def evidence() -> list[QuerySet[Any, Any]]:
    """Sent or told alike; no account goes without its sentence. Taken back, it is open again."""
    said = Account.objects.filter(couple=COUPLE, journey=JOURNEY, writer=OFFENDER)
    whole = said.filter(says_all=True, withdrawn_at=None)
    return [
        rows.order_by().values_list(Value(STEP), Value(state))[:1]
        for rows, state in ((said, OPEN), (whole, JOINED))
    ]
