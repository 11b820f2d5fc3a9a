"""The days of a promise: when it falls due, as it was made and as the two agreed since then."""

import datetime as dt
import uuid
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from accounts.models import User
from mend import clock
from steps.promises.changes import Change
from steps.promises.consents import Consent
from steps.promises.forms import RHYTHMS
from steps.promises.pauses import Pause
from steps.promises.schedule import Schedule
from steps.promises.terms import Terms, dates_of
from steps.thresholds import A_DAY


class Dated(models.Model):
    """Its schedule as it was made, in the time zone it was made in; no day of it is a row."""

    rhythm = models.CharField(max_length=8, choices=RHYTHMS)
    weekdays = ArrayField(models.SmallIntegerField(), default=list)
    starts_on = models.DateField()
    ends_on = models.DateField()
    zone = models.CharField(max_length=64)
    ended_at = models.DateTimeField(null=True)

    couple_id: uuid.UUID
    writer_id: uuid.UUID

    class Meta:
        abstract = True

    @cached_property
    def schedule(self) -> Schedule:
        """As it was made; how it reads since then stand in its terms."""
        return Schedule(self.rhythm, self.weekdays, self.starts_on, self.ends_on)

    @property
    def terms(self) -> list[Terms]:
        """How it was made, and each that the two agreed on since then; oldest first."""
        made: Any = self
        agreed = (said.terms for said in self.consents if said.choice == "yes")
        return [Terms(None, self.schedule, made), *agreed]

    @property
    def declined(self) -> Consent | None:
        return next((said for said in self.consents if said.choice == "decline"), None)

    @cached_property
    def consents(self) -> list[Consent]:
        """All that was said to it and to other terms of it; pages put them on many at once."""
        said = (
            Consent.objects.filter(promise_id=self.pk).select_related("change").order_by("number")
        )
        return with_promise(said, self)

    @cached_property
    def changes(self) -> list[Change]:
        """The other terms that were asked for, oldest first; pages put them on many at once."""
        return list(Change.objects.filter(promise_id=self.pk).order_by("made_at"))

    def look_again(self) -> None:
        """Once the couple is locked: forget what was known before."""
        self.refresh_from_db(fields=["couple", "ended_at"])
        for known in ("consents", "changes", "pauses"):
            self.__dict__.pop(known, None)

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
        last = self.over_on
        return [day for day in days if day <= (min(last, today) if last else today)]

    @property
    def over_on(self) -> dt.date | None:
        """Its last day where it was ended early or declined."""
        if self.declined and self.declined.from_on:
            return self.declined.from_on - A_DAY
        return clock.date_of(self.ended_at, self.zone) if self.ended_at else None

    @property
    def days(self) -> list[dt.date]:
        """The days of its terms without those of a pause; a single one moves behind it."""
        paused = set(self.days_paused)
        if self.rhythm == "once" and paused:
            return [self.moved_to(*paused)]
        return [day for day in dates_of(self.terms) if day not in paused]

    @property
    def days_paused(self) -> list[dt.date]:
        return [day for day in dates_of(self.terms) if any(day in one for one in self.pauses)]

    def moved_to(self, day: dt.date) -> dt.date:
        return max(one.ends_on for one in self.pauses if day in one) + A_DAY

    @property
    def last_day(self) -> dt.date:
        """Of those that could come; the day on which it was over early, if it was."""
        return self.over_on or max(self.days, default=self.terms[-1].schedule.ends_on)

    @cached_property
    def pauses(self) -> list[Pause]:
        """All of its writer's; pages put them on many promises at once."""
        return list(Pause.objects.filter(couple=self.couple_id, writer=self.writer_id))


def with_promise(consents: Iterable[Consent], promise: Any) -> list[Consent]:
    """Each knows the promise it is about, and that of its change, as it is known already."""
    rows = list(consents)
    for said in rows:
        said.promise = promise
    return rows
