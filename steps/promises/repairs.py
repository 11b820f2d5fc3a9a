"""What the one who promised does to put a missed day right: one note, soon, never changed."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.promises.models import Promise
from steps.promises.reports import Report, known_with, notes_lately
from steps.sharing import door
from steps.sharing.hints import refuse_threat
from steps.sharing.items import Item, ItemQuerySet, with_words
from steps.thresholds import NOTES_A_DAY, REPAIRED_WITHIN


class Repair(Item):
    """One note to one missed day. It is counted in no limit and goes where the report went."""

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )
    promise = models.ForeignKey("steps.Promise", models.PROTECT, related_name="repairs")
    due_on = models.DateField()

    objects: ClassVar[ItemQuerySet["Repair"]] = ItemQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [models.UniqueConstraint("promise", "due_on", name="one_repair")]

    @property
    def about_id(self) -> uuid.UUID:
        promise_id: uuid.UUID = self.promise_id
        return promise_id

    def event_facts(self) -> dict[str, Any]:
        return {"due_on": self.due_on.isoformat()}

    @classmethod
    def write(
        cls, words: str, *, promise: Promise, due_on: dt.date, by: User, pk: uuid.UUID
    ) -> "Repair":
        """Within 72 hours after a day was first named missed, while that is what stands.

        The same `pk` or the same words again give the one that stands. It is kept back as long as
        the report is, and told in person it is for its writer, as that is.
        """
        if promise.writer_id != by.pk:
            raise Promise.DoesNotExist
        by.lock_couple()
        promise.refresh_from_db(fields=["couple"])
        there = {"promise": promise, "due_on": due_on}
        standing = cls.objects.written_by(by).filter(**there).first()
        if standing:
            return same_again(standing, words, by=by, pk=pk)
        miss = check_miss(list(Report.objects.written_by(by).filter(**there).order_by("number")))
        refuse_threat(words)
        if notes_lately(by) >= NOTES_A_DAY:
            raise Refused(_("These were many notes for one day. Tomorrow there is room again."))
        if Item.is_taken(pk):
            raise Promise.DoesNotExist
        repair = cls(
            id=pk, **there, couple_id=promise.couple_id, journey_id=promise.journey_id, writer=by,
            kind="repair", step=promise.step, **known_with(miss, by=by),
        )  # fmt: skip
        return door.make_known(repair, words={"repair": words}, by=by)


def same_again(standing: Repair, words: str, *, by: User, pk: uuid.UUID) -> Repair:
    """Raises Refused where it would be changed."""
    [written] = with_words([standing], by)
    if written.pk != pk and written.words.get("repair") != words:
        raise Refused(_("What you wrote to this day stays as it is."))
    return written


def check_miss(said: list[Report]) -> Report:
    """The report that named the day missed; raises Refused where no note goes with it now."""
    if not said or said[-1].outcome != "missed":
        raise Refused(_("Such a note goes with a day that you reported as missed."))
    if not is_open(said):
        raise Refused(_("Three days have passed since you reported it. It stays as it is."))
    return said[-1]


def is_open(said: list[Report]) -> bool:
    """Reports of one day, oldest first: can a note still go with it?"""
    first = next(report for report in said if report.outcome == "missed")
    return clock.now() < first.made_at + REPAIRED_WITHIN


def reports_of(there: Q, reader: User) -> list[Report]:
    """The reports that `reader` knows of, each with the `repair` of its day, still without words.

    One query; the words come with those of everything else.
    """
    written = Repair.objects.visible_to(reader).filter(
        promise=OuterRef("promise"), due_on=OuterRef("due_on")
    )
    known = Report.objects.visible_to(reader).filter(there)
    reports: list[Any] = list(known.annotate(repaired_by=Subquery(written.values("pk"))))
    for report in reports:
        report.repair = Repair(pk=report.repaired_by) if report.repaired_by else None
    return reports


def repairs_in(reports: Iterable[Report]) -> list[Repair]:
    return [report.repair for report in reports if report.repair]


def repairable(reports: list[Report]) -> set[dt.date]:
    """The days of one promise to which its writer may write such a note now."""
    days: dict[dt.date, list[Report]] = {}
    for report in sorted(reports, key=lambda report: report.number):
        days.setdefault(report.due_on, []).append(report)
    return {
        day
        for day, said in days.items()
        if said[-1].outcome == "missed" and not said[-1].repair and is_open(said)
    }
