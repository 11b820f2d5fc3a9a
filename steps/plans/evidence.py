"""Step 10 is joined by a plan that was sent or told: each risk in one is whole."""

from typing import Any

from django.db.models import QuerySet, Value

from steps.journey.given import COUPLE, JOURNEY, OFFENDER
from steps.journey.plate import JOINED, OPEN
from steps.plans.models import STEP, Plan


def evidence() -> list[QuerySet[Any, Any]]:
    """One that was taken back opens the step, and joins it no more."""
    plans = Plan.objects.filter(couple=COUPLE, journey=JOURNEY, writer=OFFENDER, kind="plan")
    found = [(plans, OPEN), (plans.filter(withdrawn_at=None), JOINED)]
    return [rows.order_by().values_list(Value(STEP), Value(state))[:1] for rows, state in found]
