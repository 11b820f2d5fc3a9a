"""Promises for today: what is due and not yet reported, and otherwise when the next day is."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.days import day_in_words
from mend.fresh import fresh_id
from steps.promises.gaps import Gap
from steps.promises.known import paused_days, pauses_out_of, spoken, with_terms
from steps.promises.models import Promise
from steps.promises.reports import Report
from steps.promises.rhythm import in_words
from steps.promises.terms import on
from steps.sharing.items import with_words
from steps.thresholds import A_DAY


@dataclass(frozen=True)
class Due:
    """One promise and one day of it. `is_due`: its report can be said now."""

    promise: uuid.UUID
    sentence: str
    rhythm: str
    due_on: dt.date
    day: str
    is_due: bool
    form_id: uuid.UUID

    @property
    def key(self) -> str:
        return f"day-{self.promise}-{self.due_on}"


def due_today(user: User) -> list[Due]:
    """Yesterday and today where nothing was reported, else the next day; three queries.

    Who started again from a day on is not asked for what lies before it.
    """
    said = Report.objects.written_by(user).filter(promise=OuterRef("pk")).values("due_on")
    starts = Gap.objects.written_by(user).filter(journey=OuterRef("journey"), has_line=False)
    running = Promise.objects.written_by(user).running(clock.today(user.time_zone))
    besides = {
        "reported": ArraySubquery(said),
        "paused_days": paused_days(user),
        "started_at": Subquery(starts.order_by("-made_at").values("made_at")[:1]),
    }
    known = list(running.annotate(**besides).order_by("made_at", "pk"))
    promises: list[Any] = with_terms(known, user)
    for promise in promises:
        promise.pauses = pauses_out_of(promise.paused_days)
    with_words(spoken(promises), user)
    return [due for promise in promises for due in days_of(promise)]


def days_of(promise: Any) -> list[Due]:
    """`promise` comes with its days `reported` and when its writer `started_at` again."""
    first = promise.today - A_DAY
    if promise.started_at:
        first = max(first, clock.date_of(promise.started_at, promise.zone))
    late = [day for day in promise.days_due if day >= first]
    waiting = [day for day in late if day not in promise.reported]
    coming = [day for day in promise.days if day > promise.today][:1]
    return [due(promise, day) for day in waiting or coming]


def due(promise: Promise, day: dt.date) -> Due:
    """As it reads on that day."""
    terms = on(day, promise.terms)
    return Due(
        promise=promise.pk,
        sentence=terms.sentence,
        rhythm=in_words(terms.schedule),
        due_on=day,
        day=name_of(day, promise.today),
        is_due=day <= promise.today,
        form_id=fresh_id(promise.writer_id),
    )


def name_of(day: dt.date, today: dt.date) -> str:
    near = {-1: _("Yesterday"), 0: _("Today"), 1: _("Tomorrow")}
    return near.get((day - today).days) or day_in_words(day)
