"""Step 8: begun by a chain or a lesson, joined by choice points that are tied to something done."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Value

from steps.journey.given import COUPLE, JOURNEY, OFFENDER
from steps.journey.plate import JOINED, OPEN
from steps.lessons.models import STEP, Tie
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.thresholds import TIED_POINTS


def evidence() -> list[QuerySet[Any, Any]]:
    """A chain counts while it is there, with its writer or sent; a plan taken back ties nothing."""
    mine = {"couple": COUPLE, "writer": OFFENDER, "journey": JOURNEY}
    shared = Item.objects.filter(**mine, kind__in=("chain", "lesson"))
    draft = Draft.objects.filter(**mine, pk=OuterRef("chain"))
    sent = Item.objects.filter(**mine, pk=OuterRef("chain"))
    ties = Tie.objects.filter(couple=COUPLE, writer=OFFENDER, tied_to__withdrawn_at=None)
    ties = ties.filter(Exists(draft) | Exists(sent))
    return [
        shared.order_by().values_list(Value(STEP), Value(OPEN))[:1],
        ties.order_by().values_list(Value(STEP), Value(JOINED))[TIED_POINTS - 1 : TIED_POINTS],
    ]
