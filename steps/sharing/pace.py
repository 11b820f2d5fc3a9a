"""How often what can be said again is said: each time the other person reads it."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _

from mend import clock
from mend.refusals import Refused
from steps.thresholds import A_DAY, SAID_A_DAY


def check_pace(said_at: Iterable[dt.datetime]) -> None:
    """Raises Refused where the same was said, the changes among it, SAID_A_DAY times in a day."""
    since = clock.now() - A_DAY
    if sum(moment > since for moment in said_at) >= SAID_A_DAY:
        raise Refused(_("You said this several times within a day. Tomorrow you can change it."))
