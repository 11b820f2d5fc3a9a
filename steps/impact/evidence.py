"""Step 2: a guess made known, and read again after a week, or written anew after a correction."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Value

from steps.impact.answers import Correction, SecondLook
from steps.impact.models import Guess
from steps.journey.given import COUPLE, JOURNEY, OFFENDER
from steps.journey.plate import JOINED, OPEN

STEP = 2


def evidence() -> list[QuerySet[Any, Any]]:
    """Sent or told alike, and whatever the other said of it, or did not say."""
    guesses = Guess.objects.filter(couple=COUPLE, journey=JOURNEY, writer=OFFENDER)
    standing = guesses.filter(withdrawn_at=None)
    looks = SecondLook.objects.filter(couple=COUPLE, guess=OuterRef("pk"))
    earlier = Correction.objects.filter(
        couple=COUPLE, guess__journey=JOURNEY, said_at__lt=OuterRef("made_at")
    )
    found = (
        (guesses, OPEN),
        (standing.filter(Exists(looks)), JOINED),
        (standing.filter(Exists(earlier)), JOINED),
    )
    return [rows.order_by().values_list(Value(STEP), Value(state))[:1] for rows, state in found]
