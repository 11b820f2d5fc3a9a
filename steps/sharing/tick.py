"""What goes by the clock: held drafts whose time has come."""

import logging
import uuid

from django.db import connection

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.sharing.drafts import Draft

logger = logging.getLogger(__name__)


def deliver_due() -> None:
    """Send each as its writer, in a transaction of its own; one that fails is tried again."""
    for draft, writer in due():
        try:
            by = User.objects.get(pk=writer)
            with acting_as(by):
                Draft(pk=draft, writer=by).deliver(by=by)
        except Exception:
            logger.exception("a held draft could not go")


def due() -> list[tuple[uuid.UUID, uuid.UUID]]:
    """Which drafts, of whom; asked past the policies, as a tick acts for nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT draft, writer FROM steps_due(%s)", [clock.now()])
        found: list[tuple[uuid.UUID, uuid.UUID]] = cursor.fetchall()
    return found
