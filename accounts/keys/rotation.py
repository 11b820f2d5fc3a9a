"""Wrapping everybody's keys by a new key, while people go on using them."""

import uuid
from collections.abc import Iterator

from django.conf import settings
from django.db import connection, transaction

from accounts.keys.models import CopyKey, DraftKey, Key

KINDS: tuple[type[Key], ...] = (DraftKey, CopyKey)
BATCH = 500  # keys in one transaction


def missing() -> set[str]:
    """The ids of keys that are needed and that we do not have; asked past the policies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kek FROM accounts_keks()")
        return {kek for (kek,) in cursor} - settings.KEYS.keys()


def outdated() -> int:
    return sum(kind.objects.outdated().count() for kind in KINDS)


def rotate() -> Iterator[int]:
    """Wrap what is outdated by the first key; how many were done, after each batch.

    Each batch is a transaction: stopped and begun again, it goes on where it was.
    """
    for kind in KINDS:
        last = uuid.UUID(int=0)
        while batch := rewrapped(kind, after=last):
            yield len(batch)
            last = batch[-1].pk


@transaction.atomic
def rewrapped(kind: type[Key], *, after: uuid.UUID) -> list[Key]:
    rows = kind.objects.outdated().filter(pk__gt=after).select_for_update().order_by("pk")
    batch: list[Key] = list(rows[:BATCH])
    for key in batch:
        key.wrap_anew()
    return batch
