"""Step 7 is joined by looking back in four different weeks, whatever it showed."""

from typing import Any

from django.db.models import Count, DateTimeField, F, Func, QuerySet, Value

from steps.journey.given import COUPLE, JOURNEY, OFFENDER
from steps.journey.plate import JOINED, OPEN
from steps.patience.models import STEP
from steps.sharing.drafts import Draft
from steps.thresholds import WEEKS_LOOKED_BACK


def evidence() -> list[QuerySet[Any, Any]]:
    """A week is one where its writer lives; one of them opens the step, as a plan does."""
    local = Func(F("writer__time_zone"), F("begun_at"), function="timezone")
    week = Func(Value("week"), local, function="date_trunc", output_field=DateTimeField())
    looks = Draft.objects.filter(couple=COUPLE, journey=JOURNEY, writer=OFFENDER, kind="look")
    weeks = looks.order_by().values("writer").annotate(weeks=Count(week, distinct=True))
    enough = weeks.filter(weeks__gte=WEEKS_LOOKED_BACK)
    return [
        looks.order_by().values_list(Value(STEP), Value(OPEN))[:1],
        enough.values_list(Value(STEP), Value(JOINED)),
    ]
