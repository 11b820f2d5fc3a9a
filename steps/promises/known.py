"""Promises as one person knows them."""

from django.db import models
from django.db.models import ExpressionWrapper, OuterRef, Subquery
from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.days import day_in_words
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


def is_put_away(promise: Promise, reader: User) -> bool:
    """Opened, and then taken off `reader`’s own pages."""
    opened, left = promise.opened_at, promise.left_at
    return promise.writer_id != reader.pk and bool(opened and left and left > opened)


def with_pauses(promises: list[Promise], reader: User) -> list[Promise]:
    """Put the pauses of whoever made each on it; one query."""
    pauses = list(Pause.objects.visible_to(reader).real().order_by("starts_on")) if promises else []
    for promise in promises:
        promise.pauses = [one for one in pauses if one.writer_id == promise.writer_id]
    return promises


def state_of(promise: Promise, reader: User) -> str:
    """In force, ended early, or closed, with the day."""
    today = promise.today_of(reader)
    if promise.ended_at:
        day = day_in_words(clock.date_of(promise.ended_at, promise.zone))
        return _("Ended early on %(day)s") % {"day": day}
    if not promise.is_open:
        return _("Closed")
    if pause := next((one for one in promise.pauses if today in one), None):
        day = day_in_words(pause.ends_on)
        return _("Paused until %(day)s") % {"day": day}
    if promise.rhythm != "once" and promise.starts_on > today:
        day = day_in_words(promise.starts_on)
        return _("Begins on %(day)s") % {"day": day}
    return _("In force")
