"""Promises, what their writer reports of each day, and what the other person says of it."""

import datetime as dt
import uuid
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.promises.forms import OUTCOMES, RHYTHMS, PromiseForm
from steps.promises.schedule import ONE_DAY, Schedule, end_of_grace
from steps.sharing import door, kinds
from steps.sharing.drafts import Draft
from steps.sharing.items import Item, ItemQuerySet
from steps.timeline.models import Event

MOST_OPEN = 3
ENDS_EVERY = dt.timedelta(days=7)


class PromiseQuerySet(ItemQuerySet["Promise"]):
    def running(self, today: dt.date) -> Self:
        """Not ended, and the last day's report could still be on time; a single one until it is closed."""
        return self.filter(ended_at=None, ends_on__gte=today - ONE_DAY).exclude(
            Q(rhythm="once") & Q(reports__outcome__in=("kept", "missed"))
        )


class Promise(Item):
    """One sentence to keep on the days of its schedule, in the time zone it was made in."""

    form = PromiseForm

    rhythm = models.CharField(max_length=8, choices=RHYTHMS)
    weekdays = ArrayField(models.SmallIntegerField(), default=list)
    starts_on = models.DateField()
    ends_on = models.DateField()
    zone = models.CharField(max_length=64)
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[PromiseQuerySet] = PromiseQuerySet.as_manager()  # type: ignore[assignment]

    @classmethod
    def allow(cls, draft: Draft, *, by: User) -> None:
        """At most three are open at a time; those on their way count."""
        running = cls.objects.written_by(by).running(clock.today(by.time_zone)).count()
        held = Draft.objects.written_by(by).filter(kind="promise", goes_at__isnull=False)
        if running + held.exclude(pk=draft.pk).count() >= MOST_OPEN:
            raise Refused(_("Three promises are open. Keep or end one before you make another."))

    def save(self, **kwargs: Any) -> None:
        self.zone = self.zone or self.writer.time_zone
        super().save(**kwargs)

    @cached_property
    def schedule(self) -> Schedule:
        return Schedule(self.rhythm, self.weekdays, self.starts_on, self.ends_on)

    @property
    def today(self) -> dt.date:
        """The date it is now where the promise was made."""
        return clock.today(self.zone)

    def is_due(self, day: dt.date) -> bool:
        """Has this day of the schedule come, before the promise was ended?"""
        last = clock.date_of(self.ended_at, self.zone) if self.ended_at else self.today
        return day in self.schedule.dates and day <= min(last, self.today)

    def report(
        self, outcome: str, *, due_on: dt.date, by: User, note: str = "", pk: uuid.UUID
    ) -> "Report":
        """Say how one day went, or correct it; both stay. Missed never becomes kept."""
        if self.writer_id != by.pk:
            raise Promise.DoesNotExist
        if not self.is_due(due_on):
            raise Refused(_("This day has not come yet."))
        by.couple.lock()
        last = Report.objects.filter(promise=self, due_on=due_on).order_by("number").last()
        if last and (last.pk == pk or (last.outcome == outcome and not note)):
            return last
        if last and last.outcome == "missed" and outcome == "kept":
            raise Refused(_("What was missed stays missed. You can add a note to it."))
        now = clock.now()
        known = {"sent_at": now} if self.sent_at else {"told_on": clock.today(by.time_zone)}
        report = Report(
            pk=pk, promise=self, due_on=due_on, outcome=outcome,
            number=last.number + 1 if last else 1, on_time=now < end_of_grace(due_on, self.zone),
            couple_id=self.couple_id, journey_id=self.journey_id, writer=by, kind="report",
            step=self.step, **known,
        )  # fmt: skip
        return door.make_known(report, words={"note": note} if note else {}, by=by)

    def end(self, *, by: User) -> None:
        """End it early, in the open: always possible, at most once a week."""
        if self.writer_id != by.pk:
            raise Promise.DoesNotExist
        by.couple.lock()
        self.refresh_from_db(fields=["ended_at"])
        if self.ended_at:
            return
        week = Promise.objects.written_by(by).filter(ended_at__gt=clock.now() - ENDS_EVERY)
        if week.exists():
            raise Refused(_("You ended a promise within the last week. The next one can wait a little."))
        self.ended_at = clock.now()
        self.save(update_fields=["ended_at"])
        if self.sent_at:
            Event.note("ended", about=self, by=by)


class Report(Item):
    """What the writer said of one day; a correction is a new row, and the old one stays."""

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="reports")
    due_on = models.DateField()
    outcome = models.CharField(max_length=8, choices=OUTCOMES)
    number = models.SmallIntegerField()
    on_time = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint("promise", "due_on", "number", name="report_number")]

    @property
    def about_id(self) -> uuid.UUID:  # type: ignore[override]
        return self.promise_id

    def event_facts(self) -> dict[str, Any]:
        return {"due_on": self.due_on.isoformat(), "outcome": self.outcome}


kinds.register("promise", label=gettext_lazy("A promise"), form=PromiseForm, item=Promise)
