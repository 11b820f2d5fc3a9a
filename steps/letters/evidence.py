"""Step 3 is open once a letter is made known, joined by one that says what has to be said."""

from typing import Any

from django.db.models import QuerySet, Value

from steps.journey.given import COUPLE, JOURNEY, OFFENDER
from steps.journey.plate import JOINED, OPEN
from steps.letters.models import STEP, Letter

NEEDED = ["doing", "harm", "regret"]


def evidence() -> list[QuerySet[Any, Any]]:
    """Sent or read out, and not taken back; marked by its writer, and never by an answer."""
    letters = Letter.objects.filter(couple=COUPLE, journey=JOURNEY, writer=OFFENDER)
    whole = letters.filter(withdrawn_at=None, says__contains=NEEDED)
    rows = [(letters, OPEN), (whole, JOINED)]
    return [found.order_by().values_list(Value(STEP), Value(state))[:1] for found, state in rows]
