"""What goes by the clock: reports and what goes with them, once the other's space is over."""

import logging
import uuid

from django.db import connection

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.promises.gaps import Gap
from steps.promises.repairs import Repair
from steps.promises.reports import Report
from steps.sharing import door
from steps.sharing.items import Item
from steps.sharing.room import room

logger = logging.getLogger(__name__)


def let_reports_go() -> None:
    """Each as its writer; they become plain facts under their own days, and nobody is told."""
    for writer in waiting():
        try:
            by = User.objects.get(pk=writer)
            with acting_as(by):
                let_go(by)
        except Exception:
            logger.exception("reports that were kept back could not go")


def waiting() -> list[uuid.UUID]:
    """Who has such reports; asked past the policies, as a tick acts for nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT writer FROM steps_kept_back(%s)", [clock.now()])
        return [writer for (writer,) in cursor.fetchall()]


def let_go(by: User) -> None:
    couple = by.lock_couple()
    if room().theirs:
        return
    here = {"couple": couple, "sent_at": None, "promise__sent_at__isnull": False}
    kept_back: list[Item] = [
        *Report.objects.written_by(by).filter(**here),
        *Repair.objects.written_by(by).filter(**here),
        *Gap.objects.written_by(by).filter(**here, kept_back_at__isnull=False),
    ]
    for item in sorted(kept_back, key=lambda item: item.made_at):
        door.let_go(item, by=by)
