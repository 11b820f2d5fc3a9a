"""Step 16 is begun by a card or by what was told, and joined by a second look after a month."""

from typing import Any

from django.db.models import QuerySet, Value

from steps.journey.given import COUPLE, JOURNEY, OFFENDER
from steps.journey.plate import JOINED, OPEN
from steps.ownership.models import STEP, CardLook
from steps.sharing.items import Item


def evidence() -> list[QuerySet[Any, Any]]:
    """What the other says to a card joins nothing, and neither does silence keep it open."""
    mine = {"couple": COUPLE, "journey": JOURNEY, "writer": OFFENDER}
    begun = Item.objects.filter(**mine, kind__in=("ownership", "disclosure"))
    standing = {"ownership__journey": JOURNEY, "ownership__withdrawn_at": None}
    looked = CardLook.objects.filter(couple=COUPLE, writer=OFFENDER, **standing)
    found: list[tuple[QuerySet[Any, Any], int]] = [(begun, OPEN), (looked, JOINED)]
    return [rows.order_by().values_list(Value(STEP), Value(state))[:1] for rows, state in found]
