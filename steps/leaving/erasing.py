"""Erasing: all that is one’s own, with the keys to it.

What the one who did the hurt delivered stays with its reader, without a name. What the other
answered is taken back.
"""

from django.db import connection

from accounts.models import User
from mend import clock
from steps.leaving.parting import part
from steps.space.models import Space, may_take


def erase(*, by: User) -> None:
    couple = by.lock_couple()
    if by.partner:
        if may_take(by):
            Space.end(by=by)  # the one that stands from now on carries no line
        part(couple.pk, by=by)
    with connection.cursor() as cursor:
        cursor.execute("SELECT steps_erase(%s)", [clock.now()])
        cursor.execute("SELECT steps_forget_private()")
    by.erase()
