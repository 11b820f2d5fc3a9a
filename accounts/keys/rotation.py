"""Wrapping everybody's keys by a new key, while people go on using them."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from accounts.factors.models import FactorSecret
from accounts.keys.models import CopyKey, DraftKey

KINDS: tuple[Any, ...] = (DraftKey, CopyKey, FactorSecret)
BATCH = 500  # keys in one transaction


def missing() -> set[str]:
    """The ids of keys that are needed and that we do not have; asked past the policies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kek FROM accounts_keks()")
        needed = {kek for (kek,) in cursor}
    needed.update(FactorSecret.objects.values_list("kek", flat=True))
    return needed - settings.KEYS.keys()


def outdated() -> int:
    return sum(kind.objects.outdated().count() for kind in KINDS)


def rotate() -> Iterator[int]:
    """Wrap what is outdated by the first key; how many were done, after each batch.

    Each batch is a transaction: stopped and begun again, it goes on where it was.
    """
    for kind in KINDS:
        last = None
        while batch := rewrapped(kind, after=last):
            yield len(batch)
            last = batch[-1].pk


@transaction.atomic
def rewrapped(kind: Any, *, after: Any) -> list[Any]:
    rows = kind.objects.outdated().select_for_update().order_by("pk")
    batch = list((rows.filter(pk__gt=after) if after else rows)[:BATCH])
    for key in batch:
        key.wrap_anew()
    return batch
