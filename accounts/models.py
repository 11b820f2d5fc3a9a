"""A person, and the index of this app's models."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.attempts.models import Attempt
from accounts.devices.models import Device
from accounts.factors.models import FactorSecret
from accounts.keys.models import CopyKey, DraftKey, forget_keys, known_to
from accounts.names import NameField, plain_name
from accounts.pairing.invitations import Invitation
from accounts.pairing.mailing import MailedAddress
from accounts.pairing.models import Couple, Membership
from accounts.zones import known_zone
from mend import clock
from mend.keyring import Wrapped
from mend.refusals import Refused

__all__ = [
    "Attempt", "CopyKey", "Couple", "Device", "DraftKey", "FactorSecret", "Invitation",
    "MailedAddress", "Membership", "User",
]  # fmt: skip


ONE_DAY = dt.timedelta(days=1)
ERASED_IN = 7 * ONE_DAY
CHANGES_A_DAY = 3


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person with a couple of one."""
        user = self.model(email=email.lower(), **fields)
        user.set_password(password)
        user.sign_up()
        return user


class User(AbstractBaseUser):
    """Signs in by e-mail. When somebody last signed in is not kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    first_name = NameField(_("First name"), max_length=40, validators=[plain_name])
    time_zone = models.CharField(
        _("Time zone"), max_length=64, default="UTC", validators=[known_zone]
    )
    # [until when, zone], oldest first: each time that name or zone was changed.
    earlier_zones = models.JSONField(default=list)
    language = models.CharField(_("Language"), max_length=10, default="en")
    is_active = models.BooleanField(default=True)
    erases_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)
    last_login = None

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return str(self.first_name)

    def sign_up(self) -> None:
        """Save a new person together with their couple of one and their keys."""
        with transaction.atomic():
            self.save(force_insert=True)
            Couple.of_one(self)
            for kind in (DraftKey, CopyKey):
                kind.make(self)

    def describe(self, *, first_name: str, time_zone: str) -> None:
        """Change how one is called, and the zone in which one’s days begin and end.

        Three times a day at most: the other person reads the name wherever it stands.
        """
        was, now = User.objects.select_for_update().get(pk=self.pk), clock.now()
        if (first_name, time_zone) != (was.first_name, was.time_zone):
            lately = [until for until, zone in was.zones_before() if now - until < ONE_DAY]
            if len(lately) >= CHANGES_A_DAY:
                raise Refused(_("You changed this three times within a day. Try again tomorrow."))
            self.earlier_zones = [*was.earlier_zones, [now.isoformat(), was.time_zone]]
        self.first_name, self.time_zone = first_name, time_zone
        self.save(update_fields=["first_name", "time_zone", "earlier_zones"])

    def day_of(self, moment: dt.datetime) -> dt.date:
        """The date of `moment` where I was then.

        A zone chosen afterwards moves no day: the hour of what the other did could be told by it.
        """
        return clock.date_of(moment, self.zone_at(moment))

    def zone_at(self, moment: dt.datetime) -> str:
        """The zone that was chosen then."""
        earlier = (zone for until, zone in self.zones_before() if moment < until)
        return next(earlier, self.time_zone)

    def zones_before(self) -> Iterator[tuple[dt.datetime, str]]:
        """(until when, zone), oldest first."""
        return ((dt.datetime.fromisoformat(until), zone) for until, zone in self.earlier_zones)

    def forget_password(self) -> None:
        """What was chosen before opens this account no more."""
        self.set_unusable_password()
        self.save(update_fields=["password"])

    def plan_erasing(self) -> dt.datetime:
        """In seven days everything goes; until then nothing changes, and one can stay."""
        self.erases_at = self.erases_at or clock.now() + ERASED_IN
        self.save(update_fields=["erases_at"])
        return self.erases_at

    def stay(self) -> None:
        """Change one’s mind within the seven days."""
        self.erases_at = None
        self.save(update_fields=["erases_at"])

    def erase(self) -> None:
        """Name, address, keys and every way in; a row stays that rows of the other point at."""
        forget_keys()
        kinds: tuple[Any, ...] = (EmailAddress, Authenticator, Device)
        for ways_in in kinds:
            ways_in.objects.filter(user=self).delete()
        Invitation.objects.written_by(self).delete()
        Invitation.objects.standing().filter(accepted_by=self).update(
            accepted_by=None, accepted_at=None
        )
        self.email, self.first_name = f"{self.pk}@erased.invalid", ""
        self.time_zone, self.earlier_zones, self.language = "UTC", [], "en"
        self.set_unusable_password()
        self.is_active, self.erases_at, self.erased_at = False, None, clock.now()
        self.save()

    @cached_property
    def members(self) -> list[Membership]:
        """Who belongs to my couple, I among them; also who has left it, which I cannot tell."""
        mine = Q(couple__memberships__user=self, couple__memberships__ended_at=None)
        found = Membership.objects.filter(mine)
        return list(found.select_related("couple", "user").order_by("seat"))

    @property
    def membership(self) -> Membership:
        """My one active membership."""
        return next(member for member in self.members if member.user_id == self.pk)

    @property
    def couple(self) -> Couple:
        return self.membership.couple

    @property
    def partner(self) -> "User | None":
        """The other person of the couple, if there is one."""
        return next((member.user for member in self.members if member.user_id != self.pk), None)

    @property
    def reached(self) -> "list[User]":
        """Who gets a copy of what I send: I, and the other unless they have left."""
        return [member.user for member in self.members if member.ended_at is None]

    def wrapped_keys(self) -> Iterable[tuple[str, uuid.UUID, Wrapped]]:
        """My own keys, and the one under which copies for the other are sealed."""
        return known_to(self)

    def lock_couple(self) -> Couple:
        """My couple, as it is until the transaction ends: nobody else changes what we share.

        Who finds out that they are in another one by now gives the lock back before they wait for
        the next: two who wait for each other would wait for ever.
        """
        while True:
            couple, known = self.couple, {(row.pk, row.ended_at) for row in self.members}
            with transaction.atomic():
                couple.lock()
                here = Membership.objects.filter(couple=couple)
                if set(here.values_list("pk", "ended_at")) == known:
                    return couple
                transaction.set_rollback(True)
            self.look_again()

    def look_again(self) -> None:
        """Forget who belongs to the couple: it may have changed."""
        self.__dict__.pop("members", None)
