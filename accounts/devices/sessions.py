"""The session engine: sessions that say where somebody is signed in, and end by idleness."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from accounts.devices.models import GRAIN, IDLE, IDLE_MINE, Device

COOKIE_MINE = 365 * 24 * 60 * 60  # seconds; the session itself ends by idleness long before


class SessionStore(DatabaseStore):
    """The cookie goes with the browser, unless the device is marked as mine."""

    ends_at: dt.datetime | None = None

    @classmethod
    def get_model_class(cls) -> type[Device]:
        return Device

    def load(self) -> dict[str, Any]:
        row = self._get_session_from_db()  # type: ignore[attr-defined]
        if row is None:
            return {}
        self.ends_at = row.expire_date
        return self.decode(row.session_data)

    def create_model_instance(self, data: dict[str, Any]) -> Device:
        row: Device = super().create_model_instance(data)  # type: ignore[assignment]
        for column, value in Device.describe(data).items():
            setattr(row, column, value)
        return row

    @property
    def is_mine(self) -> bool:
        return bool(self.get("device", {}).get("mine_since"))

    def mark(self, *, mine: bool) -> None:
        """As a device of one's own, or no longer."""
        since = timezone.localdate().isoformat() if mine else None
        self["device"] = self.get("device", {}) | {"mine_since": since}
        self.set_expiry(COOKIE_MINE if mine else None)

    def stay(self) -> None:
        """Something was done here: idleness begins anew. One write a minute at most."""
        until = timezone.now() + (IDLE_MINE if self.is_mine else IDLE)
        if self.ends_at and self.session_key and until - self.ends_at >= GRAIN:
            Device.stay(self.session_key, until=until)


class IdleMiddleware:
    """Whatever a signed-in person asks for counts as being there."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> Any:
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            request.session.stay()
        return response
