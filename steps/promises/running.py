"""Which promises are open: asked of the database, for lists and for limits."""

import datetime as dt
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual

from steps.promises.consents import Consent
from steps.promises.pauses import Pause
from steps.promises.reports import CLOSING, Report
from steps.thresholds import A_DAY


def running(today: dt.date) -> Q:
    """Not ended, not declined, and its last day can still be reported on time.

    A single one until it is. Its day that lies in a pause moves to the day after it.
    """
    consents = Consent.objects.filter(promise=OuterRef("pk"))
    closing = Report.objects.filter(promise=OuterRef("pk"), outcome__in=CLOSING)
    last = last_day(OuterRef(OuterRef("pk")), OuterRef("ends_on"))
    pauses = Pause.objects.filter(
        couple=OuterRef("couple"), writer=OuterRef("writer"), starts_on__lte=last,
        ends_on__gte=last,
    )  # fmt: skip
    moved = Q(Exists(pauses.filter(ends_on__gte=today - 2 * A_DAY)), rhythm="once")
    lasts = Q(GreaterThanOrEqual(last_day(OuterRef("pk"), F("ends_on")), today - A_DAY))
    open_days = Q(kind="promise", ended_at=None) & (lasts | moved)
    closed = Q(rhythm="once") & Q(Exists(closing))
    return open_days & ~closed & ~Q(Exists(consents.filter(choice="decline")))


def last_day(promise: Any, made: Any) -> Coalesce:
    """As the two agreed last, else as it was `made`."""
    agreed = Consent.objects.filter(promise=promise, choice="yes").order_by("-number")
    return Coalesce(Subquery(agreed.values("change__ends_on")[:1]), made)
