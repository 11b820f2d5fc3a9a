"""Whether somebody takes space, or has put their pages away: asked by the door and by pages.

The rows themselves are their person's alone; what the other may know of them, a date that is not
shown never among it, is told by a function of the database.
"""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Self

from django.conf import settings
from django.db import connection, models
from django.utils.translation import gettext as _

from accounts.models import Couple, User
from mend import clock
from mend.identity import SignedInRequest
from mend.refusals import Refused
from mend.rows import Rows
from steps.sharing.kinds import KINDS


@dataclass(frozen=True)
class Lasting:
    """A space that lasts. `until` is the day on which it ends, if the one who asks may know it."""

    id: uuid.UUID
    until: dt.date | None
    allows_card: bool


@dataclass(frozen=True)
class Room:
    """`mine`: the space that I take; `theirs`: the other's. `is_away`: I put my pages away."""

    mine: Lasting | None = None
    theirs: Lasting | None = None
    is_away: bool = False


class InSpace(Refused):
    """The other takes space, so nothing goes."""


class AttemptQuerySet(Rows["Attempt"]):
    def visible_to(self, user: User) -> Self:
        """That somebody tried is known to them alone."""
        return self.filter(writer=user)


class Attempt(models.Model):
    """Something was to go while the other took space. What it was is not kept, only when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = AttemptQuerySet.as_manager()

    @classmethod
    def note(cls, *, by: User) -> None:
        cls.objects.create(couple=by.couple, writer=by)


def room() -> Room:
    """How it is now, for whoever is acting."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, id, until, allows_card FROM steps_room(%s)", [clock.now()])
        found = {kind: Lasting(*rest) for kind, *rest in cursor.fetchall()}
    return Room(mine=found.get("mine"), theirs=found.get("theirs"), is_away="away" in found)


def room_of(request: SignedInRequest) -> Room:
    """Looked up once a request."""
    if "room" not in request.__dict__:
        request.__dict__["room"] = room()
    known: Room = request.__dict__["room"]
    return known


def refuse_in_space(kind: str = "") -> None:
    """Raises InSpace while the other takes space, but for the one fixed card that they allowed."""
    theirs = room().theirs
    fixed = kind in KINDS and KINDS[kind].comes_in_space
    if theirs and not (fixed and theirs.allows_card):
        raise InSpace(_("The other person takes space, so nothing goes now."))
