"""How often what can be said again is said: each time the other person reads it."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.thresholds import A_DAY, ACTS_A_DAY, SAID_A_DAY
from steps.timeline.models import Event

ACTS = (
    "answer", "verdict", "felt", "account_reply", "correction", "letter_reply", "reply",
    "pushed", "consent", "wish",
)  # fmt: skip


def check_pace(said_at: Iterable[dt.datetime], *, by: User) -> None:
    """Raises Refused where the same was said, the changes among it, SAID_A_DAY times in a day.

    Or where `by` said ACTS_A_DAY things in all that the other reads.
    """
    check_sum(by)
    since = clock.now() - A_DAY
    if sum(moment > since for moment in said_at) >= SAID_A_DAY:
        raise Refused(_("You said this several times within a day. Tomorrow you can change it."))


def check_sum(by: User) -> None:
    """The couple is locked by the verb."""
    said = Event.objects.visible_to(by).filter(actor=by, kind__in=ACTS)
    if said.filter(at__gt=clock.now() - A_DAY).count() >= ACTS_A_DAY:
        raise Refused(_("That was much for one day. Tomorrow you can say more."))
