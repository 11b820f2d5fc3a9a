"""Steps that are practised by writing are begun once something is written, shared or told."""

from typing import Any

from django.db.models import F, QuerySet, Value

from steps.journey.given import COUPLE, JOURNEY, OFFENDER, SINCE
from steps.journey.plate import OPEN
from steps.sharing.drafts import Draft
from steps.sharing.items import Item

# Among the steps: something was written, shared or told since a moment, at whichever of them;
LATELY = 0
# and something that was on its way could not go.
STAYED = -1


def evidence() -> list[QuerySet[Any, Any]]:
    """Drafts count for the one who works here: nobody else sees this plate."""
    mine = {"couple": COUPLE, "journey": JOURNEY, "writer": OFFENDER}
    begun = (
        Draft.objects.filter(**mine, step__isnull=False),
        Item.objects.filter(**mine, kind="entry"),
    )
    lately = (
        Draft.objects.filter(writer=OFFENDER, journey__isnull=False, saved_at__gte=SINCE),
        Item.objects.filter(writer=OFFENDER, made_at__gte=SINCE).exclude(kind="gap"),
    )
    stayed = Draft.objects.filter(writer=OFFENDER, couple=COUPLE, stayed_at__isnull=False)
    return [
        *(rows.order_by().values_list(F("step"), Value(OPEN)) for rows in begun),
        *(rows.order_by().values_list(Value(LATELY), Value(OPEN))[:1] for rows in lately),
        stayed.order_by().values_list(Value(STAYED), Value(OPEN)),
    ]
