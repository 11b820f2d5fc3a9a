"""What promises join: step 9 by a first day, step 13 by five days; neither by a “kept”."""

from typing import Any

from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from steps.journey.given import COUPLE, JOURNEY, OFFENDER
from steps.journey.plate import JOINED, OPEN
from steps.promises.consents import Consent
from steps.promises.models import Promise
from steps.promises.pauses import Pause
from steps.promises.reports import CLOSING, Report
from steps.thresholds import A_DAY, REPORTS_ON_TIME


def evidence() -> list[QuerySet[Any, Any]]:
    """Rows of (step, state). Any promise, sent or told, opens steps 9, 13 and 14.

    The first day is that of the terms that were agreed on before it came. Where a pause lay over
    it, it is one of the week after it.
    """
    made = Promise.objects.filter(couple=COUPLE, journey=JOURNEY, kind="promise")
    days = days_on_time()
    paused = Pause.objects.filter(
        couple=COUPLE, writer=OFFENDER, starts_on__lte=OuterRef("first_on"),
        ends_on__gte=OuterRef("first_on"),
        ends_on__range=(OuterRef("due_on") - 7 * A_DAY, OuterRef("due_on") - A_DAY),
    )  # fmt: skip
    agreed = Consent.objects.filter(
        couple=COUPLE, choice="yes", promise=OuterRef("promise"),
        from_on__lte=OuterRef("promise__starts_on"),
    )  # fmt: skip
    moved = Subquery(agreed.order_by("-number").values("first_on")[:1])
    begun = days.annotate(first_on=Coalesce(moved, F("promise__starts_on")))
    first = begun.filter(Q(due_on=F("first_on")) | Exists(paused))
    enough = REPORTS_ON_TIME
    return [
        *(rows(made.order_by()[:1], step, OPEN) for step in (9, 13, 14)),
        rows(first[:1], 9, JOINED),
        rows(days[enough - 1 : enough], 13, JOINED),
    ]


def days_on_time() -> QuerySet[Report]:
    """One report for each day that was closed on time, kept or missed, and not reopened since."""
    newer = Report.objects.filter(
        Q(on_time=True) | Q(outcome="change"),
        promise=OuterRef("promise"),
        due_on=OuterRef("due_on"),
        number__gt=OuterRef("number"),
    )
    closed = Report.objects.filter(journey=JOURNEY, on_time=True, outcome__in=CLOSING)
    return closed.exclude(Exists(newer)).order_by()


def rows(found: QuerySet[Any], step: int, state: int) -> QuerySet[Any, Any]:
    whole = IntegerField()
    return found.values_list(Value(step, output_field=whole), Value(state, output_field=whole))
