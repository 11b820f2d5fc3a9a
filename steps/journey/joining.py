"""What somebody began alone comes along when they join another person's couple."""

from typing import Any

from django.db import connection

from accounts.models import Couple, User


def carry(sender: type[Couple], *, user: User, old: Couple, new: Couple, **kwargs: Any) -> None:
    """Move everything: all in a couple of one is its person's, and nobody else has seen it.

    The inviter acts, who sees nothing of it: the database moves it past the policies.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT steps_carry(%s, %s, %s)", [user.pk, old.pk, new.pk])
