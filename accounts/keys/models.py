"""The two keys of each person, wrapped."""

import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import connection, models

from mend import clock
from mend.keyring import Wrapped, first_kek
from mend.rows import Rows

if TYPE_CHECKING:
    from accounts.models import User

# By hand, for it runs in nearly every request: putting it together would take most of its time.
KNOWN = """
SELECT 'draft', user_id, kek, wrapped FROM accounts_draftkey WHERE user_id = %s
UNION ALL
SELECT 'copy', user_id, kek, wrapped FROM accounts_copykey WHERE user_id = ANY(%s)
"""


class KeyQuerySet[Row: "Key"](Rows[Row]):
    def outdated(self) -> Self:
        """Those that another key than the first has wrapped."""
        return self.exclude(kek=first_kek())


class Key(models.Model):
    """A data key, wrapped by the key outside the database that is called `kek`."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, primary_key=True, related_name="+"
    )
    kek = models.CharField(max_length=16)
    wrapped = models.BinaryField(max_length=40)
    made_at = models.DateTimeField(default=clock.now)

    objects: ClassVar[KeyQuerySet[Any]] = KeyQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        abstract = True

    @classmethod
    def make(cls, user: "User") -> None:
        """A new one, at sign-up."""
        cls.objects.create(user=user, **Wrapped.new()._asdict())

    def wrap_anew(self) -> None:
        """By the first of our keys; the data key stays, so nothing has to be sealed anew."""
        self.kek, self.wrapped = Wrapped(self.kek, bytes(self.wrapped)).anew()
        self.save(update_fields=["kek", "wrapped"])


class DraftKey(Key):
    """Seals somebody's drafts and notes; nobody else ever needs it."""


class CopyKey(Key):
    """Seals the copies meant for somebody, also when the other person of the couple sends them."""


def known_to(user: "User") -> Iterator[tuple[str, uuid.UUID, Wrapped]]:
    """The keys that `user` may use, each with its name and person; one query."""
    couple = [reader.pk for reader in user.reached]
    with connection.cursor() as cursor:
        cursor.execute(KNOWN, [user.pk, couple])
        for name, person, kek, wrapped in cursor:
            yield name, person, Wrapped(kek, bytes(wrapped))


def forget_keys() -> None:
    """Those of whoever is acting: what was sealed with them opens for nobody any more."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT accounts_forget_keys()")
