"""What is known of each day of some promises to one person, in one query."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Case,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import JSONObject

from accounts.models import User
from steps.promises.changes import Change
from steps.promises.consents import Consent
from steps.promises.known import known_to, paused_days, pauses_out_of
from steps.promises.models import Promise, PromiseQuerySet
from steps.promises.repairs import Repair
from steps.promises.reports import Report
from steps.promises.running import last_day
from steps.promises.sheets import days_shown
from steps.promises.tracking import Clearing, Verdict
from steps.sharing.shelf import Reading
from steps.thresholds import A_WEEK

WEEKS_SHOWN = 26


@dataclass(frozen=True)
class Fact:
    """One due day: what its writer `said` last, and what its reader `marked` last, if anything.

    `repair` is the note that puts a miss right. A day `is_paused` instead.
    """

    promise: Promise
    on: dt.date
    said: str = ""
    marked: str = ""
    is_private: bool = False
    repair: uuid.UUID | None = None
    is_paused: bool = False

    @property
    def is_silent(self) -> bool:
        return not (self.said or self.marked or self.is_paused)


def promises_until(reader: User, last: dt.date, *, own: bool) -> PromiseQuerySet:
    """Those of the newest 26 weeks in which some promise ran; of the other’s, those one reads.

    Each comes with all that was said of its days. `newest` and `earliest` are the last and the
    first day of all of them.
    """
    until = last_day(OuterRef("pk"), F("ends_on"))
    known = known_to(reader).filter(starts_on__lte=last).annotate(until=until)
    if own:
        known = known.filter(writer=reader)
    else:
        opened = Reading.objects.visible_to(reader).filter(opened_at__isnull=False)
        read = opened.filter(item=OuterRef("pk")).exclude(left_at__gt=F("opened_at"))
        known = known.exclude(writer=reader).filter(Exists(read))
    newest = Subquery(known.order_by("-until").values("until")[:1])
    earliest = Subquery(known.order_by("starts_on").values("starts_on")[:1])
    found = known.annotate(newest=newest, earliest=earliest, **said_of_days(reader))
    return found.filter(until__gte=F("newest") - WEEKS_SHOWN * A_WEEK).order_by("made_at", "pk")


def said_of_days(reader: User) -> dict[str, ArraySubquery]:
    """What the other marked for themselves is not among it; what one cleared oneself is apart."""
    mine = {"promise": OuterRef("pk")}
    written = Repair.objects.visible_to(reader).filter(
        promise=OuterRef("promise"), due_on=OuterRef("due_on")
    )
    reports = Report.objects.visible_to(reader).filter(**mine)
    marks = Verdict.objects.visible_to(reader).filter(**mine)
    cleared = Clearing.objects.visible_to(reader).filter(**mine)
    is_private = Case(
        When(shared_at=None, then=Value(True)), default=Value(False), output_field=BooleanField()
    )
    return {
        "reported_days": listed(
            reports, day="due_on", number="number", said="outcome",
            repair=Subquery(written.values("pk")),
        ),
        "marked_days": listed(
            marks, day="due_on", number="number", said="outcome", private=is_private,
        ),
        "paused_days": paused_days(reader),
        "agreed": listed(
            Consent.objects.visible_to(reader).filter(choice__in=("yes", "decline"), **mine),
            choice="choice", from_on="from_on", number="number", rhythm="change__rhythm",
            weekdays="change__weekdays", ends_on="change__ends_on",
        ),
        "cleared_days": ArraySubquery(cleared.values("due_on")),
    }  # fmt: skip


def listed(rows: QuerySet[Any], **facts: Any) -> ArraySubquery:
    return ArraySubquery(rows.order_by().values(said_of=JSONObject(**facts)))


def facts_of(promise: Any, reader: User) -> Iterator[Fact]:
    """The days that have come for `reader`; a promise out of `promises_until`."""
    promise.pauses = pauses_out_of(promise.paused_days)
    promise.consents = [
        agreed(one, promise) for one in sorted(promise.agreed, key=lambda one: one["number"])
    ]
    said, marked = newest_by_day(promise.reported_days), newest_by_day(promise.marked_days)
    paused = set(promise.days_paused)
    for day in sorted({*days_shown(promise, reader)} - {*promise.cleared_days}):
        if day in paused:
            yield Fact(promise, day, is_paused=True)
            continue
        report, mark = said.get(day, {}), marked.get(day, {})
        yield Fact(
            promise, day, said=report.get("said", ""),
            marked="" if mark.get("said") == "unsaid" else mark.get("said", ""),
            is_private=mark.get("private", False),
            repair=uuid.UUID(report["repair"]) if report.get("repair") else None,
        )  # fmt: skip


def agreed(facts: dict[str, Any], promise: Promise) -> Consent:
    """As it counts for the days; its words are not asked for."""
    said = Consent(promise=promise, choice=facts["choice"], from_on=day_of(facts["from_on"]))
    if facts["ends_on"]:
        said.change = Change(
            rhythm=facts["rhythm"], weekdays=facts["weekdays"], ends_on=day_of(facts["ends_on"])
        )
    return said


def newest_by_day(rows: list[dict[str, Any]]) -> dict[dt.date, dict[str, Any]]:
    return {day_of(row["day"]): row for row in sorted(rows, key=lambda row: row["number"])}


def day_of(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
