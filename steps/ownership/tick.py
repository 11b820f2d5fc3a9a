"""What goes by the clock: what was told while the other took space, once that is over."""

import logging
import uuid

from django.db import connection

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.ownership.models import Disclosure
from steps.sharing import door
from steps.sharing.room import room

logger = logging.getLogger(__name__)


def let_disclosures_go() -> None:
    """Each as its writer, with the time at which it was told; it stands closed in the record."""
    for writer in waiting():
        try:
            by = User.objects.get(pk=writer)
            with acting_as(by):
                let_go(by)
        except Exception:
            logger.exception("what was told during space could not go")


def waiting() -> list[uuid.UUID]:
    """Who told something; asked past the policies, as a tick acts for nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT writer FROM steps_told_in_space(%s)", [clock.now()])
        return [writer for (writer,) in cursor.fetchall()]


def let_go(by: User) -> None:
    couple = by.lock_couple()
    if room().theirs:
        return
    told = Disclosure.objects.written_by(by).filter(couple=couple, sent_at=None)
    for disclosure in told.filter(kept_back_in=couple.pk).order_by("made_at"):
        door.let_go(disclosure, by=by)
