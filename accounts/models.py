"""A person, and the index of this app's models."""

import re
import uuid
from collections.abc import Iterable
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.keys.models import CopyKey, DraftKey, known_to
from accounts.pairing.invitations import Invitation
from accounts.pairing.mailing import MailedAddress
from accounts.pairing.models import Couple, Membership
from accounts.zones import known_zone
from mend.keyring import Wrapped

__all__ = [
    "CopyKey", "Couple", "DraftKey", "Invitation", "MailedAddress", "Membership", "User",
]  # fmt: skip


LINK = re.compile(r"[/<>@\\]|www\.|\w\.\w{2}", re.IGNORECASE)
JOINERS = "\u200c\u200d"  # names in Persian and in Indian scripts need them


def plain_name(name: str) -> None:
    """A first name is shown to the other person: no links, no markup, nothing invisible."""
    plain = name.translate(dict.fromkeys(map(ord, JOINERS)))
    if LINK.search(name) or not plain.isprintable() or not any(sign.isalnum() for sign in plain):
        raise ValidationError(_("Please use a plain first name."))


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
    time_zone = models.CharField(
        _("Time zone"), max_length=64, default="UTC", validators=[known_zone]
    )
    language = models.CharField(_("Language"), max_length=10, default="en")
    is_active = models.BooleanField(default=True)
    last_login = None

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return self.first_name

    def sign_up(self) -> None:
        """Save a new person together with their couple of one and their keys."""
        with transaction.atomic():
            self.save(force_insert=True)
            Couple.of_one(self)
            for kind in (DraftKey, CopyKey):
                kind.make(self)

    def describe(self, *, first_name: str, time_zone: str) -> None:
        """Change how one is called, and the zone in which one’s days begin and end."""
        self.first_name, self.time_zone = first_name, time_zone
        self.save(update_fields=["first_name", "time_zone"])

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

    def wrapped_keys(self) -> Iterable[tuple[str, uuid.UUID, Wrapped]]:
        """My own keys, and the one under which copies for the other are sealed."""
        return known_to(self)

    def lock_couple(self) -> Couple:
        """My couple, as it is until the transaction ends: nobody else changes what we share."""
        while True:
            couple, known = self.couple, {member.pk for member in self.members}
            couple.lock()
            here = Membership.objects.filter(couple=couple, ended_at=None)
            if set(here.values_list("pk", flat=True)) == known:
                return couple
            self.look_again()

    def look_again(self) -> None:
        """Forget who belongs to the couple: it may have changed."""
        self.__dict__.pop("members", None)
