"""What goes by the clock: reports that were kept back, once the other's space is over."""

import logging
import uuid

from django.db import connection

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.promises.reports import Report
from steps.sharing import door
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
    mine = Report.objects.written_by(by).filter(couple=couple, sent_at=None)
    for report in mine.filter(promise__sent_at__isnull=False).order_by("made_at"):
        door.let_go(report, by=by)
