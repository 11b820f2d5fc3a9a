"""What follows a guess: how close it comes, as the other says, and that its writer looked again."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models

from accounts.models import Couple, User
from mend import clock
from mend.rows import Rows


class CorrectionQuerySet(Rows["Correction"]):
    def visible_to(self, user: User) -> Self:
        """The two of a couple read it."""
        return self.filter(couple=user.membership.couple_id)


class Correction(models.Model):
    """How close a guess comes: in `said`, for each area, close, partly or no; the newest stands.

    One in which nothing is said takes back what was.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    guess = models.ForeignKey("steps.Guess", models.PROTECT, related_name="corrections")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said = models.JSONField()
    number = models.SmallIntegerField()
    said_at = models.DateTimeField(default=clock.now)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("guess", "number", name="correction_number")]


class SecondLookQuerySet(Rows["SecondLook"]):
    def visible_to(self, user: User) -> Self:
        """That somebody looked again is known to them alone."""
        return self.filter(writer=user)


class SecondLook(models.Model):
    """The writer of a guess read it once more, a week or more after they made it known."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    guess = models.ForeignKey("steps.Guess", models.PROTECT, related_name="second_looks")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    looked_at = models.DateTimeField(default=clock.now)

    objects = SecondLookQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("guess", name="one_second_look")]
