"""What goes by the clock: a space whose day has come is over."""

import datetime as dt
import logging
import uuid

from django.db import connection

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.space.models import Space

logger = logging.getLogger(__name__)


def end_lapsed() -> None:
    """It was over by its time already; this writes the time down, as its taker."""
    for taker, ends_at in lapsed():
        try:
            by = User.objects.get(pk=taker)
            with acting_as(by):
                Space.end(by=by, at=ends_at)
        except Exception:
            logger.exception("a space could not be ended")


def lapsed() -> list[tuple[uuid.UUID, dt.datetime]]:
    """Whose, and when; asked past the policies, as a tick acts for nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT taker, ends_at FROM steps_lapsed(%s)", [clock.now()])
        found: list[tuple[uuid.UUID, dt.datetime]] = cursor.fetchall()
    return found
