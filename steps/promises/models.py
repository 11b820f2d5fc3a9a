"""Promises, what their writer reports of each day, and what the other person says of it."""

import datetime as dt
import uuid
from functools import cached_property
from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.promises.forms import OUTCOMES, RHYTHMS, PromiseForm, check_begin
from steps.promises.pauses import Pause
from steps.promises.rhythm import in_words
from steps.promises.schedule import ONE_DAY, Schedule, end_of_grace
from steps.sharing import door, kinds
from steps.sharing.drafts import Draft
from steps.sharing.items import Item, ItemQuerySet
from steps.sharing.room import room
from steps.thresholds import REPORTS_A_DAY
from steps.timeline.models import Event

MOST_OPEN = 3
CLOSING = ("kept", "missed")
ENDS_EVERY = dt.timedelta(days=7)


def running(today: dt.date) -> Q:
    """Not ended, and its last day can still be reported on time; a single one until it is."""
    closing = Report.objects.filter(promise=OuterRef("pk"), outcome__in=CLOSING)
    open_days = Q(kind="promise", ended_at=None, ends_on__gte=today - ONE_DAY)
    return open_days & ~(Q(rhythm="once") & Q(Exists(closing)))


class PromiseQuerySet(ItemQuerySet["Promise"]):
    def running(self, today: dt.date) -> Self:
        return self.filter(running(today))


class Promise(Item):
    """One sentence to keep on the days of its schedule, in the time zone it was made in."""

    form = PromiseForm

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )

    rhythm = models.CharField(max_length=8, choices=RHYTHMS)
    weekdays = ArrayField(models.SmallIntegerField(), default=list)
    starts_on = models.DateField()
    ends_on = models.DateField()
    zone = models.CharField(max_length=64)
    ended_at = models.DateTimeField(null=True)

    # What a page of its reader asks for along with it; nobody else's.
    is_open: bool
    opened_at: dt.datetime | None
    left_at: dt.datetime | None
    tracking: str | None

    objects: ClassVar[PromiseQuerySet] = PromiseQuerySet.as_manager()  # type: ignore[assignment]

    @classmethod
    def allow(cls, draft: Draft, *, by: User) -> None:
        """At most three are open at a time, those on their way among them.

        It looks ahead, said in person or sent: no day before it is written down, and none but
        within 90 days. What is on its way already was checked on the day it was shared.
        """
        if not draft.is_held:
            check_begin(draft.checked_form(), clock.today(by.time_zone))
        running = cls.objects.written_by(by).running(clock.today(by.time_zone)).count()
        held = Draft.objects.written_by(by).filter(kind="promise", goes_at__isnull=False)
        if running + held.exclude(pk=draft.pk).count() >= MOST_OPEN:
            raise Refused(_("Three promises are open. Keep or end one before you make another."))

    def save(self, **kwargs: Any) -> None:
        self.zone = self.zone or self.writer.time_zone
        super().save(**kwargs)

    def told_facts(self) -> list[tuple[str, str]]:
        return [(str(_("When")), in_words(self.schedule))]

    @cached_property
    def schedule(self) -> Schedule:
        return Schedule(self.rhythm, self.weekdays, self.starts_on, self.ends_on)

    @property
    def today(self) -> dt.date:
        """The date it is now where the promise was made."""
        return clock.today(self.zone)

    @property
    def days_due(self) -> list[dt.date]:
        """The days of the schedule that have come, before it was ended; oldest first."""
        last = clock.date_of(self.ended_at, self.zone) if self.ended_at else self.today
        return [day for day in self.days if day <= min(last, self.today)]

    @property
    def days(self) -> list[dt.date]:
        """The days of the schedule without those of a pause."""
        return [day for day in self.schedule.dates if not any(day in one for one in self.pauses)]

    @cached_property
    def pauses(self) -> list[Pause]:
        """All of its writer's; pages put them on many promises at once."""
        return list(Pause.objects.filter(couple=self.couple_id, writer=self.writer_id))

    def check_due(self, day: dt.date) -> None:
        """Raises DoesNotExist for a day that is not its own, Refused for one that is not due."""
        if day not in self.schedule.dates:
            raise Promise.DoesNotExist
        if day > self.today:
            raise Refused(_("This day has not come yet."))
        if day not in self.days:
            raise Refused(_("On this day the promise was paused."))
        if day not in self.days_due:
            raise Refused(_("The promise was ended before this day."))

    def report(  # type: ignore[override]  # hides the accessor of Django's inheritance
        self, outcome: str, *, due_on: dt.date, by: User, note: str = "", pk: uuid.UUID
    ) -> "Report":
        """Say how one day went, or correct it; both stay. Missed never becomes kept.

        The same `pk` again, or the same outcome with no note, gives the one that stands. Told in
        person, alone or in space it is for its writer; after space it goes as it was.
        """
        if self.writer_id != by.pk:
            raise Promise.DoesNotExist
        by.lock_couple()
        self.refresh_from_db(fields=["couple", "ended_at"])
        self.check_due(due_on)
        said = list(Report.objects.filter(promise=self, due_on=due_on).order_by("-number"))
        if again := next((report for report in said if report.pk == pk), None):
            return again
        if said and said[0].outcome == outcome and not note:
            return said[0]
        if outcome == "kept" and any(report.outcome == "missed" for report in said):
            raise Refused(_("What was missed stays missed. You can add a note to it."))
        if len(said) >= REPORTS_A_DAY:
            raise Refused(_("This day was reported often enough. It stays as it is."))
        if Item.is_taken(pk):
            raise Promise.DoesNotExist
        now = clock.now()
        shared = self.sent_at and by.partner and not room().theirs
        known = {"sent_at": now} if shared else {"told_on": clock.today(by.time_zone)}
        report = Report(
            id=pk, promise=self, due_on=due_on, outcome=outcome, number=len(said) + 1,
            on_time=now < end_of_grace(due_on, self.zone),
            couple_id=self.couple_id, journey_id=self.journey_id, writer=by, kind="report",
            step=self.step, **known,
        )  # fmt: skip
        return door.make_known(report, words={"note": note} if note else {}, by=by)

    def end(self, *, by: User) -> None:
        """End it early, in the open: always possible while it is open, at most once a week."""
        if self.writer_id != by.pk:
            raise Promise.DoesNotExist
        by.lock_couple()
        self.refresh_from_db(fields=["ended_at"])
        if self.ended_at:
            return
        mine = Promise.objects.written_by(by)
        if not mine.running(self.today).filter(pk=self.pk).exists():
            raise Refused(_("This promise has come to its end by itself."))
        if mine.filter(ended_at__gt=clock.now() - ENDS_EVERY).exists():
            raise Refused(_("You ended a promise within the last week. The next one can wait."))
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
        return self.promise_id  # type: ignore[no-any-return]

    def event_facts(self) -> dict[str, Any]:
        return {"due_on": self.due_on.isoformat(), "outcome": self.outcome}


kinds.register("promise", label=gettext_lazy("A promise"), form=PromiseForm, item=Promise)
