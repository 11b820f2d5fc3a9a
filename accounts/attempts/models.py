"""What was tried: counted for all processes together, so that nobody can guess without end."""

import datetime as dt
from typing import Any

from django.db import connection, models, transaction
from django.utils.crypto import salted_hmac

from mend import clock
from mend.rows import Rows

# One row for each; a row whose time is over is as good as none.
PUT = """
INSERT INTO accounts_attempt (digest, value, ends_at) VALUES (%s, %s, %s)
ON CONFLICT (digest) DO UPDATE SET value = excluded.value, ends_at = excluded.ends_at
"""
PUT_IF_FREE = f"{PUT} WHERE accounts_attempt.ends_at <= %s"


class Attempt(models.Model):
    """How often something was tried lately, or that a code was used.

    Who tried, from which network and for which address is not kept, only a digest that a server
    which knows its secret can compare. Rows go when their time is over, never to make room.
    """

    digest = models.BinaryField(primary_key=True, max_length=32)
    value = models.JSONField()
    ends_at = models.DateTimeField(db_index=True)

    objects = Rows["Attempt"].as_manager()

    @classmethod
    def find(cls, key: str, default: Any) -> Any:
        found = cls.objects.filter(digest=digest_of(key), ends_at__gt=clock.now()).first()
        return found.value if found else default

    @classmethod
    def put(cls, key: str, value: Any, *, seconds: float, only_if_free: bool = False) -> bool:
        """Note it; whether it was noted, which only one of many at once is told."""
        now = clock.now()
        row = [digest_of(key), models.JSONField().get_db_prep_value(value, connection)]
        values = [*row, now + dt.timedelta(seconds=seconds)]
        with connection.cursor() as cursor:
            if only_if_free:
                cursor.execute(PUT_IF_FREE, [*values, now])
            else:
                cursor.execute(PUT, values)
            return bool(cursor.rowcount == 1)

    @classmethod
    def once_more(cls, key: str, limits: dict[dt.timedelta, int]) -> bool:
        """Count one more, unless it would be more than a limit allows within its time.

        Of many at once each is counted.
        """
        now, longest = clock.now(), max(limits)
        cls.put(key, [], seconds=longest.total_seconds(), only_if_free=True)
        with transaction.atomic():
            row = cls.objects.select_for_update().get(digest=digest_of(key))
            lately = [at for at in row.value if now.timestamp() - at < longest.total_seconds()]
            for within, most in limits.items():
                start = (now - within).timestamp()
                if sum(at > start for at in lately) >= most:
                    return False
            row.value, row.ends_at = [*lately, now.timestamp()], now + longest
            row.save(update_fields=["value", "ends_at"])
        return True

    @classmethod
    def take_away(cls, key: str) -> bool:
        return bool(cls.objects.filter(digest=digest_of(key)).delete()[0])

    @classmethod
    def take_all_away(cls) -> None:
        cls.objects.all().delete()


def digest_of(key: str) -> bytes:
    return salted_hmac("accounts.attempts", key, algorithm="sha256").digest()


def forget_old() -> None:
    """What no longer counts."""
    Attempt.objects.filter(ends_at__lte=clock.now()).delete()
