"""A person, and the index of this app's models."""

import uuid
import zoneinfo
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.pairing.models import Couple, Invitation, MailedAddress, Membership

__all__ = ["Couple", "Invitation", "MailedAddress", "Membership", "User"]


def plain_name(name: str) -> None:
    """A first name is shown to the other person: no links, no markup, nothing invisible."""
    if any(sign in name for sign in "/<>@\\") or "www." in name.lower() or not name.isprintable():
        raise ValidationError(_("Please use a plain first name."))


def known_zone(zone: str) -> None:
    """Only zones of the IANA database, so that dates can be told."""
    if zone not in zoneinfo.available_timezones():
        raise ValidationError(_("We do not know this time zone."))


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
    first_name = models.CharField(_("First name"), max_length=40, validators=[plain_name])
    time_zone = models.CharField(_("Time zone"), max_length=64, default="UTC", validators=[known_zone])
    language = models.CharField(_("Language"), max_length=10, default="en")
    is_active = models.BooleanField(default=True)
    last_login = None  # type: ignore[assignment]

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return self.first_name

    def sign_up(self) -> None:
        """Save a new person together with their couple of one."""
        self.save(force_insert=True)
        Couple.of_one(self)

    @cached_property
    def members(self) -> list[Membership]:
        """Who belongs to my couple now, I among them."""
        mine = Q(couple__memberships__user=self, couple__memberships__ended_at=None)
        active = Membership.objects.filter(mine, ended_at=None)
        return list(active.select_related("couple", "user").order_by("seat"))

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

    def look_again(self) -> None:
        """Forget who belongs to the couple: it may have changed."""
        self.__dict__.pop("members", None)
