"""Promises as one person knows them."""

from django.db import models
from django.db.models import ExpressionWrapper, OuterRef, Subquery

from accounts.models import User
from mend import clock
from steps.promises.models import Promise, PromiseQuerySet, running
from steps.promises.pauses import Pause
from steps.promises.tracking import Tracking
from steps.sharing.shelf import Reading


def known_to(reader: User) -> PromiseQuerySet:
    """What `reader` may see, with what they did about it: opened, left, how they keep track."""
    reading = Reading.objects.visible_to(reader).filter(item=OuterRef("pk"))
    tracking = Tracking.objects.visible_to(reader).filter(journey=OuterRef("journey"))
    besides = {
        "is_open": open_now(reader),
        "opened_at": Subquery(reading.values("opened_at")),
        "left_at": Subquery(reading.values("left_at")),
        "tracking": Subquery(tracking.order_by("-chosen_at").values("choice")[:1]),
    }
    return Promise.objects.visible_to(reader).select_related("writer").annotate(**besides)


def open_now(reader: User) -> models.Expression:
    today = clock.today(reader.time_zone)
    return ExpressionWrapper(running(today), output_field=models.BooleanField())


def is_closed(promise: Promise, reader: User) -> bool:
    """A card of the other's that `reader` has not opened."""
    return promise.writer_id != reader.pk and promise.opened_at is None


def with_pauses(promises: list[Promise], reader: User) -> list[Promise]:
    """Put the pauses of whoever made each on it; one query."""
    pauses = list(Pause.objects.visible_to(reader).real().order_by("starts_on")) if promises else []
    for promise in promises:
        promise.pauses = [one for one in pauses if one.writer_id == promise.writer_id]
    return promises
