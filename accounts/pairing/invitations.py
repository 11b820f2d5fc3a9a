"""Invitations: a link that one person makes, another uses once, and the first confirms."""

import base64
import datetime as dt
import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.pairing.finding import InvitationQuerySet, digest_of
from accounts.pairing.models import Couple, Membership
from accounts.pairing.signals import joined
from mend import clock
from mend.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

OPEN_FOR = dt.timedelta(hours=72)
CHANGED = gettext_lazy("Something has changed in the meantime. Please look again.")


class Invitation(models.Model):
    """A single-use link that lasts 72 hours. Declining one is not recorded."""

    class Role(models.TextChoices):
        """What the inviter says of themselves, if they like. It names nobody else."""

        OFFENDER = "offender", gettext_lazy("I hurt them")
        WRONGED = "wronged", gettext_lazy("I was hurt")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT, related_name="+")
    inviter = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    role = models.CharField(max_length=8, choices=Role, blank=True)
    digest = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "inviter",
                condition=Q(withdrawn_at=None, confirmed_at=None),
                name="one_invitation_out",
            ),
            models.UniqueConstraint(
                "accepted_by",
                condition=Q(withdrawn_at=None, confirmed_at=None),
                name="one_acceptance_out",
            ),
            models.CheckConstraint(
                condition=Q(accepted_by=None, accepted_at=None, confirmed_at=None)
                | Q(accepted_by__isnull=False, accepted_at__isnull=False),
                name="confirmed_after_accepted",
            ),
        ]

    @property
    def token(self) -> str:
        """What the link carries: made from the id and the server's secret, never stored."""
        mac = salted_hmac("mend.invitation", str(self.pk), algorithm="sha256").digest()
        return base64.urlsafe_b64encode(mac[:18]).decode()

    @property
    def mark(self) -> str:
        """Of whoever accepted, for the page that asks about them: it is in no other invitation."""
        signed = f"{self.pk}:{self.accepted_by_id}"
        return salted_hmac("mend.acceptor", signed, algorithm="sha256").hexdigest()

    def marked(self, mark: str) -> uuid.UUID | None:
        """Who accepted, if the page showed `mark` for them; somebody else may have come since."""
        return self.accepted_by_id if constant_time_compare(mark, self.mark) else None

    @property
    def is_expired(self) -> bool:
        """Nobody has accepted it in its 72 hours."""
        return self.accepted_by_id is None and self.expires_at <= clock.now()

    @property
    def is_free(self) -> bool:
        """Somebody could accept it now."""
        return Invitation.objects.free().filter(pk=self.pk).exists()

    def is_for_who_was_here(self, address: str) -> bool:
        """Did whoever reads this address ever share a place with the inviter, whoever left it?"""
        theirs = Membership.objects.filter(user__email__iexact=address.strip())
        shared = theirs.filter(couple__memberships__user=self.inviter_id)
        return shared.exclude(user=self.inviter_id).exists()

    @classmethod
    def invite(cls, *, by: "User", role: str = "") -> "Invitation":
        """A new link, or the one that is out; one that has run out is renewed."""
        with transaction.atomic():
            couple = by.lock_couple()
            if by.partner:
                raise Refused(_("You share this place with somebody already."))
            standing = cls.objects.written_by(by).standing().first()
            if standing and not standing.is_expired:
                return standing
            if standing:
                standing.withdraw(by=by)
            fresh = cls(couple=couple, inviter=by, role=role, made_at=clock.now())
            fresh.expires_at = fresh.made_at + OPEN_FOR
            fresh.digest = digest_of(fresh.token)
            fresh.save(force_insert=True)
            return fresh

    def withdraw(self, *, by: "User") -> None:
        """The link leads nowhere from now on, whoever has it."""
        mine = Invitation.objects.written_by(by).standing().filter(pk=self.pk)
        mine.update(withdrawn_at=clock.now())

    def renew(self, *, by: "User") -> "Invitation":
        """A new link for 72 hours; the old one leads nowhere. Who accepted is looked at first."""
        with transaction.atomic():
            by.lock_couple()
            mine = Invitation.objects.written_by(by).standing().filter(pk=self.pk)
            if mine.filter(accepted_by__isnull=False).exists():
                raise Refused(_("Somebody has said yes in the meantime. Please look first."))
            mine.filter(accepted_by=None).update(withdrawn_at=clock.now())
            return Invitation.invite(by=by, role=self.role)

    def accept(self, *, by: "User") -> None:
        """Say yes, first come. Nobody moves before the inviter has confirmed it."""
        with transaction.atomic():
            by.lock_couple()
            if self.inviter_id == by.pk:
                raise Refused(_("This is your own link. It is meant for the other person."))
            if by.partner:
                raise Refused(_("You share this place with somebody already."))
            mine = Invitation.objects.standing().filter(accepted_by=by)
            if mine.exclude(pk=self.pk).exists():
                raise Refused(_("You said yes to another invitation. Take that back first."))
            free = Invitation.objects.free().filter(pk=self.pk)
            accepted = free.update(accepted_by=by, accepted_at=clock.now())
            if not accepted and not mine.exists():
                raise Invitation.DoesNotExist
            self.accepted_by = by

    def leave_it(self, *, by: "User") -> None:
        """Take one's yes back before it is confirmed; then it is as if it had never been said."""
        with transaction.atomic():
            by.lock_couple()
            if by.partner and by.partner.pk == self.inviter_id:
                raise Refused(_("It was confirmed a moment ago: you share this place now."))
            mine = Invitation.objects.standing().filter(pk=self.pk, accepted_by=by)
            mine.update(accepted_by=None, accepted_at=None)
            self.accepted_by = None

    def confirm(self, who: uuid.UUID | None, *, by: "User") -> None:
        """Say that `who`, as the page named them, is the right person: they join the inviter.

        Who was alone brings along what they began.
        """
        accepted = Invitation.objects.written_by(by).filter(pk=self.pk, accepted_by=who)
        seen = accepted.select_related("accepted_by").first()
        if seen is None or seen.accepted_by is None:
            raise Refused(CHANGED)
        acceptor = seen.accepted_by
        with transaction.atomic():
            lock_both(by, acceptor)
            if by.partner == acceptor:
                return
            ready = accepted.standing().filter(couple=by.couple)
            alone = by.couple.is_of_one and acceptor.couple.is_of_one
            if not alone or not ready.update(confirmed_at=clock.now()):
                raise Refused(CHANGED)
            Invitation.objects.standing().close_for(by, acceptor)
            old = by.couple.take_in(acceptor)
            by.look_again()
            joined.send(sender=Couple, user=acceptor, old=old, new=by.couple)

    def refuse(self, who: uuid.UUID | None, *, by: "User") -> None:
        """Say that `who`, as the page named them, is not who was meant; the link is used up."""
        mine = Invitation.objects.written_by(by).filter(pk=self.pk, accepted_by=who)
        if who is None or not mine.filter(confirmed_at=None).exists():
            raise Refused(CHANGED)
        mine.standing().update(withdrawn_at=clock.now())


def lock_both(*two: "User") -> None:
    """Lock both couples, in the order of their ids: two confirmations never wait in a ring."""
    for couple in sorted({user.couple for user in two}, key=lambda couple: couple.pk):
        couple.lock()
    for user in two:
        user.look_again()
