"""Where things from the other person wait as closed cards. What a reader does here stays theirs."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from accounts.models import Couple, User
from mend import clock
from mend.rows import Rows
from steps.sharing.items import CARDS, Item, ItemQuerySet
from steps.sharing.limits import Limits
from steps.thresholds import WAITS_FOR


class ReadingQuerySet(Rows["Reading"]):
    def visible_to(self, user: User) -> Self:
        """What somebody opened or left is known to them alone."""
        return self.filter(reader=user)

    def put_aside(self) -> Self:
        """Left closed, or put away after it was opened."""
        return self.filter(Q(left_at__isnull=False, opened_at=None) | Q(left_at__gt=F("opened_at")))


class Reading(models.Model):
    """That a reader opened a card, or left it where it lies."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    item = models.ForeignKey(Item, models.PROTECT, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("item", "reader", name="one_reading")]

    @classmethod
    def open(cls, item: Item, *, by: User) -> None:
        """Read a card; says nothing to anybody."""
        mark(item, by, "opened_at")

    @classmethod
    def leave(cls, item: Item, *, by: User) -> None:
        """Take a card off the shelf unread; it stays in the timeline, closed."""
        mark(item, by, "left_at")

    @classmethod
    def put_away(cls, item: Item, *, by: User) -> None:
        """Off their own pages from now on, though it was opened; nobody is told."""
        mark(item, by, "left_at")
        opened = cls.objects.visible_to(by).filter(item=item, left_at__lt=F("opened_at"))
        opened.update(left_at=clock.now())

    @classmethod
    def bring_back(cls, item: Item, *, by: User) -> None:
        """What was opened lies there again."""
        opened = cls.objects.visible_to(by).filter(item=item, opened_at__isnull=False)
        opened.update(left_at=None)


def mark(item: Item, reader: User, field: str) -> None:
    """Note the first time of it; saying it twice is safe."""
    reading = Reading(couple_id=item.couple_id, item=item, reader=reader)
    Reading.objects.bulk_create([reading], ignore_conflicts=True)
    readings = Reading.objects.visible_to(reader).filter(item=item, **{field: None})
    readings.update(**{field: clock.now()})


def shelf(reader: User) -> ItemQuerySet[Item]:
    """The closed cards that wait for `reader`, oldest first; none longer than 14 days.

    Kinds that come only when they ask, or never, do not lie here.
    """
    return waiting(reader).exclude(kind__in=Limits.off_the_shelf(reader))


def waiting(reader: User) -> ItemQuerySet[Item]:
    """Not opened, not left and not taken back, wherever they lie."""
    seen = Reading.objects.visible_to(reader).filter(item=OuterRef("pk"))
    sent = Item.objects.sent_to(reader).filter(kind__in=CARDS, sent_at__gt=clock.now() - WAITS_FOR)
    return sent.filter(withdrawn_at=None).exclude(Exists(seen)).order_by("sent_at")


def with_opened[Row: Item](items: list[Row], reader: User) -> list[Row]:
    """Put `is_closed` on each: a card of the other's that `reader` has not opened; one query."""
    opened = Reading.objects.visible_to(reader).filter(
        Q(opened_at__isnull=False), item__in=[row.pk for row in items]
    )
    seen = set(opened.values_list("item_id", flat=True))
    for row in items:
        theirs = row.writer_id != reader.pk and row.kind in CARDS
        row.is_closed = theirs and row.pk not in seen
    return items
