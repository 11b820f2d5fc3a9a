"""Leaving: alone, at once, and nobody is told.

From then on the other sees what they would see if space were on. Whoever may take none, since only
they did a hurt, is to the other somebody who writes nothing more.
"""

import uuid

from django.db import connection

from accounts.models import User
from steps.leaving.models import Archive
from steps.space.models import Space, may_take


def part(couple: uuid.UUID, *, by: User) -> bool:
    """Leave `couple`, which the page showed; False if that was done before.

    What was there can be read and taken along for good; what nobody else has seen goes along.
    """
    left = by.lock_couple()
    if left.pk != couple or by.partner is None:
        return False
    Archive.keep(by=by)
    if may_take(by):
        Space.stand(by=by)
    alone = left.let_go(by)
    with connection.cursor() as cursor:
        cursor.execute("SELECT steps_part(%s, %s)", [left.pk, alone.pk])
    return True
