"""Promises: one sentence to keep on the days of a schedule."""

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
from steps.promises.forms import RHYTHMS, PromiseForm, check_begin
from steps.promises.pauses import Pause
from steps.promises.reports import CLOSING, Report
from steps.promises.rhythm import in_words
from steps.promises.schedule import ONE_DAY, Schedule
from steps.sharing import kinds
from steps.sharing.drafts import Draft
from steps.sharing.items import Item, ItemQuerySet
from steps.thresholds import HELD_FOR
from steps.timeline.models import Event

MOST_OPEN = 3
ENDS_EVERY = dt.timedelta(days=7)


def running(today: dt.date) -> Q:
    """Not ended, and its last day can still be reported on time; a single one until it is.

    The day of a single one that lies in a pause moves to the day after it.
    """
    closing = Report.objects.filter(promise=OuterRef("pk"), outcome__in=CLOSING)
    pauses = Pause.objects.filter(
        couple=OuterRef("couple"), writer=OuterRef("writer"), starts_on__lte=OuterRef("ends_on"),
        ends_on__gte=OuterRef("ends_on"),
    )  # fmt: skip
    moved = Q(Exists(pauses.filter(ends_on__gte=today - 2 * ONE_DAY)), rhythm="once")
    open_days = Q(kind="promise", ended_at=None) & (Q(ends_on__gte=today - ONE_DAY) | moved)
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
        """The zone is that of the moment at which it was shared, or said in person."""
        made_at = self.sent_at - HELD_FOR if self.sent_at else clock.now()
        self.zone = self.zone or self.writer.zone_at(made_at)
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

    def today_of(self, reader: User) -> dt.date:
        """For the other their own date: the hour at which a day comes tells nobody's zone."""
        return self.today if self.writer_id == reader.pk else clock.today(reader.time_zone)

    @property
    def days_due(self) -> list[dt.date]:
        """The days that have come where it was made, before it was ended; oldest first."""
        return self.come(self.days, self.today)

    def come(self, days: list[dt.date], today: dt.date) -> list[dt.date]:
        last = clock.date_of(self.ended_at, self.zone) if self.ended_at else today
        return [day for day in days if day <= min(last, today)]

    @property
    def days(self) -> list[dt.date]:
        """The days of the schedule without those of a pause; a single one moves behind it."""
        paused = set(self.days_paused)
        days = [day for day in self.schedule.dates if day not in paused]
        if self.rhythm == "once" and paused:
            return [max(one.ends_on for one in self.pauses if self.ends_on in one) + ONE_DAY]
        return days

    @property
    def days_paused(self) -> list[dt.date]:
        return [day for day in self.schedule.dates if any(day in one for one in self.pauses)]

    @property
    def last_day(self) -> dt.date:
        """Of those that could come; the day on which it was ended early, if it was."""
        if self.ended_at:
            return clock.date_of(self.ended_at, self.zone)
        return max(self.days, default=self.ends_on)

    @cached_property
    def pauses(self) -> list[Pause]:
        """All of its writer's; pages put them on many promises at once."""
        return list(Pause.objects.filter(couple=self.couple_id, writer=self.writer_id))

    def check_due(self, day: dt.date, *, to: User) -> None:
        """Raises DoesNotExist for a day that is not its own, Refused for one that is not due."""
        if day not in {*self.schedule.dates, *self.days}:
            raise Promise.DoesNotExist
        if day > self.today_of(to):
            raise Refused(_("This day has not come yet."))
        if day not in self.days:
            raise Refused(_("On this day the promise was paused."))
        if day not in self.come(self.days, day):
            raise Refused(_("The promise was ended before this day."))

    def report(  # type: ignore[override]  # hides the accessor of Django's inheritance
        self, outcome: str, *, due_on: dt.date, by: User, note: str = "", pk: uuid.UUID
    ) -> Report:
        """Say how one day went, or correct it; both stay. Missed never becomes kept.

        The same `pk` again, or the same outcome with no note, gives the one that stands. Told in
        person, alone or in space it is for its writer; after space it goes as it was.
        """
        if self.writer_id != by.pk:
            raise Promise.DoesNotExist
        by.lock_couple()
        self.refresh_from_db(fields=["couple", "ended_at"])
        self.check_due(due_on, to=by)
        return Report.say(outcome, promise=self, due_on=due_on, by=by, note=note, pk=pk)

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


kinds.register("promise", label=gettext_lazy("A promise"), form=PromiseForm, item=Promise)
