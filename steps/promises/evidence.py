"""What promises join: step 9 by a first day, 13 by five days, 14 by weeks; none by a “kept”."""

from typing import Any

from django.db.models import (
    BooleanField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)  # fmt: skip
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from steps.journey.given import COUPLE, JOURNEY, NOW, OFFENDER
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.promises.consents import Consent
from steps.promises.models import Promise
from steps.promises.pauses import Pause
from steps.promises.reports import CLOSING, Report
from steps.thresholds import (
    A_DAY,
    A_WEEK,
    REPAIRED_WITHIN,
    REPORTS_ON_TIME,
    WEEKS_BACK,
    WEEKS_LOOKED_AT,
    WEEKS_REPORTED,
)


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
        ends_on__range=(OuterRef("due_on") - A_WEEK, OuterRef("due_on") - A_DAY),
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
        rows(Journey.objects.filter(is_consistent(), pk=JOURNEY), 14, JOINED),
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


def is_consistent() -> RawSQL:
    """Was something reported in enough of the last weeks, and each miss in them put right?

    A week is one of where the offender is, from Monday on, the present one among them; something
    was reported in it if it was written then, of whatever day. Weeks in which a pause lay and
    nothing was reported are left out. A miss stands against it once its time for a note is over.
    """
    numbers = [OFFENDER, JOURNEY, NOW, WEEKS_BACK - 1, NOW, WEEKS_LOOKED_AT, WEEKS_REPORTED]
    return RawSQL(CONSISTENT, [*numbers, NOW, REPAIRED_WITHIN], output_field=BooleanField())


# The day of a miss may be reopened since, and a late report of a miss is one, too.
CONSISTENT = """
WITH place AS (SELECT id AS who, time_zone AS zone FROM accounts_user WHERE id = %s),
said AS (
  SELECT item.made_at, report.promise_id, report.due_on, report.number, report.outcome,
         date_trunc('week', item.made_at AT TIME ZONE zone) AS monday
  FROM steps_report report JOIN steps_item item ON item.id = report.item_ptr_id, place
  WHERE item.journey_id = %s AND item.kind = 'report'
),
weeks AS (
  SELECT monday, EXISTS (SELECT FROM said WHERE said.monday = week.monday) AS reported,
         EXISTS (SELECT FROM steps_pause pause
                 WHERE pause.writer_id = who AND pause.starts_on <= pause.ends_on
                   AND pause.starts_on < week.monday + interval '7 days'
                   AND pause.ends_on >= week.monday) AS paused
  FROM place, LATERAL generate_series(
    date_trunc('week', %s AT TIME ZONE zone) - %s * interval '7 days',
    date_trunc('week', %s AT TIME ZONE zone), interval '7 days') AS week (monday)
),
looked_at AS (
  SELECT * FROM weeks WHERE reported OR NOT paused ORDER BY monday DESC LIMIT %s
)
SELECT count(*) FILTER (WHERE reported) >= %s AND NOT EXISTS (
  SELECT FROM said miss
  WHERE miss.outcome = 'missed' AND miss.monday >= min(looked_at.monday) AND miss.made_at <= %s - %s
    AND NOT EXISTS (SELECT FROM said other
                    WHERE (other.promise_id, other.due_on) = (miss.promise_id, miss.due_on)
                      AND (other.number > miss.number AND other.outcome <> 'missed'
                           OR other.number < miss.number AND other.outcome = 'missed'))
    AND NOT EXISTS (SELECT FROM steps_repair repair
                    WHERE (repair.promise_id, repair.due_on) = (miss.promise_id, miss.due_on)))
FROM looked_at
"""


def rows(found: QuerySet[Any], step: int, state: int) -> QuerySet[Any, Any]:
    whole = IntegerField()
    return found.values_list(Value(step, output_field=whole), Value(state, output_field=whole))
