"""A pause: days on which no promise of its writer falls due."""

import datetime as dt
import uuid
from typing import Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from accounts.models import Couple, User
from mend import clock
from mend.days import day_in_words
from mend.refusals import Refused
from mend.rows import Rows
from steps.sharing.items import Item
from steps.sharing.room import refuse_in_space
from steps.thresholds import A_DAY, BETWEEN_PAUSES, LONGEST_PAUSE
from steps.timeline.models import Event


class PauseQuerySet(Rows["Pause"]):
    def visible_to(self, user: User) -> Self:
        """One's own, and the other's of whom one was sent a promise."""
        theirs = Item.objects.sent().filter(
            kind="promise", couple=OuterRef("couple"), writer=OuterRef("writer")
        )
        here = self.filter(couple=user.membership.couple_id)
        return here.filter(Q(writer=user) | Q(Exists(theirs)))

    def written_by(self, user: User) -> Self:
        return self.filter(writer=user)

    def real(self) -> Self:
        """Those that have a day at all: one can be ended before it has begun."""
        return self.filter(ends_on__gte=F("starts_on"))


class Pause(models.Model):
    """From `starts_on` until and with `ends_on`: no day that had come is changed by it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()

    objects = PauseQuerySet.as_manager()

    def __contains__(self, day: dt.date) -> bool:
        return self.starts_on <= day <= self.ends_on

    @classmethod
    def begin(cls, *, until: dt.date, by: User) -> "Pause":
        """From tomorrow, where it is latest, until a day; 14 days at most, and 14 in between."""
        couple = by.lock_couple()
        refuse_in_space()
        first = latest_today(by) + A_DAY
        last = cls.last(by)
        if last and last.ends_on >= first:
            return last
        if not first <= until < first + LONGEST_PAUSE:
            day = day_in_words(first)
            raise Refused(_("A pause begins on %(day)s and lasts 14 days at most.") % {"day": day})
        if last and last.ends_on + BETWEEN_PAUSES >= first:
            raise Refused(_("Your last pause ended a short while ago. Two weeks lie between two."))
        pause = cls.objects.create(couple=couple, writer=by, starts_on=first, ends_on=until)
        if is_known(by):
            Event.note("paused", by=by, first=first.isoformat(), last=until.isoformat())
        return pause

    @classmethod
    def end(cls, *, by: User) -> None:
        """Today, where it is latest, is the last day of it."""
        by.lock_couple()
        refuse_in_space()
        today = latest_today(by)
        lasting = cls.objects.written_by(by).filter(couple=by.couple, ends_on__gt=today)
        if lasting.update(ends_on=today) and is_known(by):
            Event.note("resumed", by=by, last=today.isoformat())

    @classmethod
    def last(cls, user: User) -> "Pause | None":
        """The newest one in the couple of now."""
        mine = cls.objects.written_by(user).filter(couple=user.membership.couple_id)
        return mine.real().order_by("starts_on").last()


def latest_today(by: User) -> dt.date:
    """The latest date that it is now: where they are, and where each running promise was made."""
    mine = apps.get_model("steps", "Promise").objects.written_by(by)  # it imports this file
    zones = mine.running(clock.today(by.time_zone)).values_list("zone", flat=True)
    return max(clock.today(zone) for zone in {by.time_zone, *zones})


def is_known(by: User) -> bool:
    """Does the other know of a promise? Else a pause stays with its writer."""
    mine = Item.objects.written_by(by).filter(couple=by.membership.couple_id)
    return mine.sent().filter(kind="promise").exists()
