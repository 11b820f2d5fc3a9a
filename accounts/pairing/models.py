"""Couples, and who belongs to them."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection, models
from django.db.models import Q

from mend import clock
from mend.rows import Rows

if TYPE_CHECKING:
    from accounts.models import User


class Couple(models.Model):
    """At most two people; everybody has a couple of one from sign-up."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    begun_at = models.DateTimeField(default=clock.now)

    objects = Rows["Couple"].as_manager()

    @classmethod
    def of_one(cls, user: "User") -> "Couple":
        """A new couple in which `user` is alone."""
        couple = cls.objects.create()
        Membership.objects.create(couple=couple, user=user, seat=1)
        return couple

    @property
    def is_of_one(self) -> bool:
        """Has nobody else ever been here? One that somebody has left takes nobody in."""
        return Membership.objects.filter(couple=self).count() == 1

    def take_in(self, user: "User") -> "Couple":
        """Give `user`, who was alone, the second seat; the couple of one that they left."""
        alone = user.membership
        alone.end()
        Membership.objects.create(couple=self, user=user, seat=2)
        user.look_again()
        return alone.couple

    def let_go(self, user: "User") -> "Couple":
        """`user` leaves; the couple of one in which they are now. To the other nothing changes."""
        user.membership.end()
        alone = Couple.of_one(user)
        user.look_again()
        return alone

    def lock(self) -> None:
        """Until the transaction ends, nobody else changes what the two share."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(self.pk)])


class Membership(models.Model):
    """A person's place in a couple; ended ones only read."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    seat = models.SmallIntegerField()
    joined_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    objects = Rows["Membership"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("couple", "user", name="once_in_a_couple"),
            models.UniqueConstraint("couple", "seat", name="two_seats"),
            models.UniqueConstraint(
                "user", condition=Q(ended_at=None), name="one_couple_at_a_time"
            ),
            models.CheckConstraint(condition=Q(seat__in=[1, 2]), name="seat_one_or_two"),
        ]

    def end(self) -> None:
        self.ended_at = clock.now()
        self.save(update_fields=["ended_at"])
