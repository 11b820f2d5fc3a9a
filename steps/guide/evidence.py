"""What opens the parts of the way on Today, and whether somebody comes back after a gap."""

from typing import Any

from django.db.models import IntegerField, QuerySet, Value

from steps.guide.steps import by_part
from steps.journey.given import COUPLE, GAP, JOURNEY, OFFENDER
from steps.journey.plate import OPEN
from steps.sharing.drafts import Draft
from steps.sharing.items import Item

# Marks among the steps. Something of this one was sent, or said in person;
DELIVERED = -2
# a promise was made;
PROMISED = -3
# the other began something for two that the one who works here can see;
JOINED_IN = -4
# and something was written within the gap.
RECENT = -5


def evidence() -> list[QuerySet[Any, Any]]:
    """Facts of who works here; of the other only what they sent."""
    mine = Item.objects.filter(couple=COUPLE, journey=JOURNEY, writer=OFFENDER)
    for_two = [step.number for part, steps in by_part() if part.key == "together" for step in steps]
    theirs = Item.objects.filter(couple=COUPLE, step__in=for_two, sent_at__isnull=False)
    drafts = Draft.objects.filter(writer=OFFENDER, journey__isnull=False, saved_at__gte=GAP)
    found: list[tuple[QuerySet[Any], int]] = [
        (mine, DELIVERED),
        (mine.filter(kind="promise"), PROMISED),
        (theirs.exclude(writer=OFFENDER), JOINED_IN),
        (drafts, RECENT),
        (Item.objects.filter(writer=OFFENDER, made_at__gte=GAP), RECENT),
    ]
    whole = IntegerField()
    return [
        rows.order_by().values_list(Value(mark, output_field=whole), Value(OPEN))[:1]
        for rows, mark in found
    ]
