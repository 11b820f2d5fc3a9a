"""What stays with somebody who has left: all that was theirs there, as it was on that day."""

import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models

from accounts.models import User
from mend import clock
from mend.rows import Rows
from mend.sealed import WordsField
from steps.leaving.gathering import everything_of


class ArchiveQuerySet(Rows["Archive"]):
    def visible_to(self, user: User) -> Self:
        return self.filter(person=user)


class Archive(models.Model):
    """A copy like those that one can take along, sealed. Nothing that happens later is in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    left_on = models.DateField()
    words = WordsField(key="draft", person="person")

    objects = ArchiveQuerySet.as_manager()

    @classmethod
    def keep(cls, *, by: User) -> "Archive":
        today: dt.date = clock.today(by.time_zone)
        everything = everything_of(by)
        everything["rows"].pop("archive")  # those stand by themselves
        everything["other"] = None  # a name goes with whose it is
        return cls.objects.create(person=by, left_on=today, words=everything)
