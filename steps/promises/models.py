"""Promises: one sentence to keep on the days of a schedule."""

import datetime as dt
import uuid
from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.promises.dated import Dated
from steps.promises.forms import PromiseForm, check_begin
from steps.promises.reports import Report
from steps.promises.rhythm import in_words
from steps.promises.running import running
from steps.promises.terms import dates_of
from steps.sharing import kinds
from steps.sharing.drafts import Draft
from steps.sharing.items import Item, ItemQuerySet
from steps.thresholds import ENDS_EVERY, HELD_FOR, MOST_PROMISES
from steps.timeline.models import Event


class PromiseQuerySet(ItemQuerySet["Promise"]):
    def running(self, today: dt.date) -> Self:
        return self.filter(running(today))


class Promise(Dated, Item):
    """One sentence to keep on the days of its schedule, in the time zone it was made in."""

    form = PromiseForm

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )

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
        if running + held.exclude(pk=draft.pk).count() >= MOST_PROMISES:
            raise Refused(_("Three promises are open. Keep or end one before you make another."))

    def save(self, **kwargs: Any) -> None:
        """The zone is that of the moment at which it was shared, or said in person."""
        made_at = self.sent_at - HELD_FOR if self.sent_at else clock.now()
        self.zone = self.zone or self.writer.zone_at(made_at)
        super().save(**kwargs)

    def told_facts(self) -> list[tuple[str, str]]:
        return [(str(_("When")), in_words(self.schedule))]

    def check_due(self, day: dt.date, *, to: User) -> None:
        """Raises DoesNotExist for a day that is not its own, Refused for one that is not due."""
        if day not in {*dates_of(self.terms), *self.days}:
            raise Promise.DoesNotExist
        if day > self.today_of(to):
            raise Refused(_("This day has not come yet."))
        if day not in self.days:
            raise Refused(_("On this day the promise was paused."))
        if day not in self.come(self.days, day):
            raise Refused(_("The promise was over before this day."))

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
        self.look_again()
        self.check_due(due_on, to=by)
        return Report.say(outcome, promise=self, due_on=due_on, by=by, note=note, pk=pk)

    def end(self, *, by: User) -> None:
        """End it early, in the open: always possible while it is open, at most once a week."""
        if self.writer_id != by.pk:
            raise Promise.DoesNotExist
        by.lock_couple()
        self.look_again()
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


kinds.register(
    "promise", label=gettext_lazy("A promise"), form=PromiseForm, item=Promise, aloud="sentence"
)
