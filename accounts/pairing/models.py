"""Couples, who belongs to them, and invitations."""

import base64
import datetime as dt
import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.utils.crypto import salted_hmac

from mend import clock
from mend.rows import Rows

if TYPE_CHECKING:
    from accounts.models import User

OPEN_FOR = dt.timedelta(hours=72)
MAIL_EVERY = dt.timedelta(days=30)


class Couple(models.Model):
    """At most two people; everybody has a couple of one from sign-up."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    begun_at = models.DateTimeField(default=clock.now)

    @classmethod
    def of_one(cls, user: "User") -> "Couple":
        """A new couple in which `user` is alone."""
        couple = cls.objects.create()
        Membership.objects.create(couple=couple, user=user, seat=1)
        return couple

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

    class Meta:
        constraints = [
            models.UniqueConstraint("couple", "user", name="once_in_a_couple"),
            models.UniqueConstraint("couple", "seat", name="two_seats"),
            models.UniqueConstraint("user", condition=Q(ended_at=None), name="one_couple_at_a_time"),
            models.CheckConstraint(condition=Q(seat__in=[1, 2]), name="seat_one_or_two"),
        ]


class InvitationQuerySet(Rows["Invitation"]):
    def written_by(self, user: "User") -> "InvitationQuerySet":
        """The invitations that `user` made."""
        return self.filter(inviter=user)

    def open_to(self, user: "User | None") -> "InvitationQuerySet":
        """Those that still lead somewhere for `user`; all others look alike: expired."""
        free = Q(accepted_by=None, expires_at__gt=clock.now())
        mine = Q(accepted_by=user) if user else Q(pk=None)
        return self.filter(free | mine, withdrawn_at=None, closed_at=None)


class Invitation(models.Model):
    """A single-use link that lasts 72 hours. Declining one is not recorded."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    inviter = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="invitations")
    digest = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="acceptances"
    )
    accepted_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "inviter", condition=Q(withdrawn_at=None, closed_at=None), name="one_invitation_out"
            ),
        ]

    @property
    def token(self) -> str:
        """What the link carries: made from the id and the server's secret, never stored."""
        mac = salted_hmac("mend.invitation", str(self.pk), algorithm="sha256").digest()
        return base64.urlsafe_b64encode(mac[:18]).decode()


class MailedAddress(models.Model):
    """That an address had an invitation by mail: one in 30 days over all senders, or none ever."""

    digest = models.BinaryField(max_length=32, unique=True)
    mailed_at = models.DateTimeField()
    refused_at = models.DateTimeField(null=True)
