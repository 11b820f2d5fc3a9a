"""Where somebody is signed in."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone

from mend.rows import Rows

if TYPE_CHECKING:
    from accounts.models import User

IDLE = dt.timedelta(minutes=15)  # without a request, until one is signed out
IDLE_MINE = dt.timedelta(days=14)  # the same on a device that its person marked as theirs
GRAIN = dt.timedelta(minutes=1)  # how exactly both are measured: one write a minute at most


class DeviceQuerySet(Rows["Device"]):
    def visible_to(self, user: "User") -> Self:
        """Mine, where I am signed in now; the newest first."""
        mine = self.filter(user=user, expire_date__gt=timezone.now()).defer("session_data")
        return mine.order_by("-since", "name", "id")


class Device(AbstractBaseSession):
    """A session: a browser in which somebody is signed in; gone once they are signed out.

    What it shows of itself is a short name and the day of signing in; no network address and no
    hour is kept for it. Sessions go by the machine's clock, as their cookies do.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="devices"
    )
    # Not unique: while a session changes its key there are two of it.
    id = models.UUIDField(null=True, db_index=True)
    name = models.CharField(max_length=60)
    since = models.DateField(null=True)
    mine_since = models.DateField(null=True)

    objects: ClassVar[DeviceQuerySet] = DeviceQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(user=None) | models.Q(id__isnull=False),
                name="a_signed_in_device_can_be_ended",
            )
        ]

    @classmethod
    def describe(cls, data: dict[str, Any]) -> dict[str, Any]:
        """The columns that a session with this data has."""
        about = data.get("device", {})
        mine_since = about.get("mine_since")
        return {
            "user_id": data.get(SESSION_KEY),
            "id": about.get("id") or (uuid.uuid4() if SESSION_KEY in data else None),
            "name": about.get("name", ""),
            "since": about.get("since"),
            "mine_since": mine_since,
            "expire_date": timezone.now() + (IDLE_MINE if mine_since else IDLE),
        }

    @classmethod
    def stay(cls, session_key: str, *, until: dt.datetime) -> None:
        """Put the end of idleness off; what the session holds is not touched."""
        cls.objects.filter(session_key=session_key).update(expire_date=until)

    @classmethod
    def end(cls, pk: uuid.UUID, *, by: "User") -> None:
        """Sign one of my devices out."""
        cls.objects.visible_to(by).filter(id=pk).delete()

    @classmethod
    def end_others(cls, session_key: str | None, *, by: "User") -> None:
        """Sign all of my devices out, but this one."""
        cls.objects.filter(user=by).exclude(session_key=session_key).delete()

    @classmethod
    def end_mine(cls, session_key: str | None, *, by: "User") -> None:
        """Sign out my devices that were marked as mine, but this one."""
        marked = cls.objects.filter(user=by, mine_since__isnull=False)
        marked.exclude(session_key=session_key).delete()


def forget_ended() -> None:
    """What has been idle for too long: nothing of it is kept."""
    Device.objects.filter(expire_date__lte=timezone.now()).delete()
