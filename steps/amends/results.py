"""What became of an offer: that it was carried out, and how it was for the other."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import Couple, User
from mend import clock
from mend.rows import Rows
from steps.amends.forms import FeltForm


class CarryingOutQuerySet(Rows["CarryingOut"]):
    def visible_to(self, user: User) -> Self:
        """Of what one offered oneself, and of what was sent."""
        sent = Q(couple=user.membership.couple_id, offer__sent_at__isnull=False)
        return self.filter(Q(offer__writer=user) | sent)


class CarryingOut(models.Model):
    """An offer was carried out on a day, as the one who offered it says."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    offer = models.OneToOneField("steps.Offer", models.PROTECT, related_name="carrying_out")
    done_on = models.DateField()
    said_at = models.DateTimeField(default=clock.now)

    objects = CarryingOutQuerySet.as_manager()


class FeltResultQuerySet(Rows["FeltResult"]):
    def visible_to(self, user: User) -> Self:
        """The two of a couple read it."""
        return self.filter(couple=user.membership.couple_id)


class FeltResult(models.Model):
    """How a repair was for the one it was for."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    offer = models.ForeignKey("steps.Offer", models.PROTECT, related_name="felt_results")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    result = models.CharField(max_length=8, choices=FeltForm.CHOICES)
    number = models.SmallIntegerField()
    said_at = models.DateTimeField(default=clock.now)

    objects = FeltResultQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("offer", "number", name="felt_number")]
