"""A pause: days on which no promise of its writer falls due."""

import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.models import Couple, User
from mend import clock
from mend.refusals import Refused
from mend.rows import Rows
from steps.promises.schedule import ONE_DAY
from steps.sharing.room import refuse_in_space
from steps.thresholds import BETWEEN_PAUSES, LONGEST_PAUSE


class PauseQuerySet(Rows["Pause"]):
    def visible_to(self, user: User) -> Self:
        """Both of a couple see it."""
        return self.filter(couple=user.membership.couple_id)

    def written_by(self, user: User) -> Self:
        return self.filter(writer=user)

    def real(self) -> Self:
        """Those that have a day at all: one can be ended before it has begun."""
        return self.filter(ends_on__gte=F("starts_on"))


class Pause(models.Model):
    """From the day after it was begun until `ends_on`: no day that had come is changed by it."""

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
        """From tomorrow until a day, 14 days at most, and 14 days after the last one."""
        couple = by.lock_couple()
        refuse_in_space()
        tomorrow = clock.today(by.time_zone) + ONE_DAY
        last = cls.last(by)
        if last and last.ends_on >= tomorrow:
            return last
        if not tomorrow <= until < tomorrow + LONGEST_PAUSE * ONE_DAY:
            raise Refused(_("A pause begins tomorrow and lasts 14 days at most."))
        if last and last.ends_on + BETWEEN_PAUSES * ONE_DAY >= tomorrow:
            raise Refused(_("Your last pause ended a short while ago. Two weeks lie between two."))
        return cls.objects.create(couple=couple, writer=by, starts_on=tomorrow, ends_on=until)

    @classmethod
    def end(cls, *, by: User) -> None:
        """Today is the last day of it."""
        by.lock_couple()
        refuse_in_space()
        today = clock.today(by.time_zone)
        running = cls.objects.written_by(by).filter(couple=by.couple, ends_on__gt=today)
        running.update(ends_on=today)

    @classmethod
    def last(cls, user: User) -> "Pause | None":
        """The newest one in the couple of now."""
        mine = cls.objects.written_by(user).filter(couple=user.membership.couple_id)
        return mine.real().order_by("starts_on").last()
