"""Promises as one person knows them."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import ExpressionWrapper, OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.days import day_in_words
from steps.promises.changes import Change
from steps.promises.consents import Consent
from steps.promises.dated import with_promise
from steps.promises.models import Promise, PromiseQuerySet
from steps.promises.pauses import Pause
from steps.promises.running import running
from steps.promises.tracking import Tracking
from steps.sharing.items import Item
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


def with_days(promises: list[Promise], reader: User) -> list[Promise]:
    """Put on each the pauses of whoever made it, other terms and what was said; three queries."""
    if not promises:
        return []
    pauses = list(Pause.objects.visible_to(reader).real().order_by("starts_on"))
    reading = Reading.objects.visible_to(reader).filter(item=OuterRef("pk"))
    seen = {name: Subquery(reading.values(name)) for name in ("opened_at", "left_at")}
    about = {"promise__in": promises}
    asked = Change.objects.visible_to(reader).filter(**about).annotate(**seen).order_by("made_at")
    changes = {change.pk: change for change in asked}
    said = list(Consent.objects.visible_to(reader).filter(**about).order_by("number"))
    for one in said:
        one.change = changes.get(one.change_id)
    for promise in promises:
        promise.pauses = [one for one in pauses if one.writer_id == promise.writer_id]
        promise.changes = [one for one in changes.values() if one.promise_id == promise.pk]
        its_own = [one for one in said if one.promise_id == promise.pk]
        promise.consents = with_promise(its_own, promise)
    return promises


def with_terms(promises: list[Promise], reader: User) -> list[Promise]:
    """Put on each what was said to it, with the other terms that this is about; one query."""
    said = Consent.objects.visible_to(reader).filter(promise__in=promises)
    given = list(said.select_related("change").order_by("number"))
    for promise in promises:
        promise.consents = with_promise(
            (one for one in given if one.promise_id == promise.pk), promise
        )
        promise.changes = [one.change for one in promise.consents if one.change]
    return promises


def paused_days(reader: User) -> ArraySubquery:
    """The pauses of whoever made a promise, as `pauses_out_of` reads them."""
    pauses = Pause.objects.visible_to(reader).real()
    made_it = pauses.filter(couple=OuterRef("couple"), writer=OuterRef("writer"))
    return ArraySubquery(
        made_it.order_by().values(days=JSONObject(first="starts_on", last="ends_on"))
    )


def pauses_out_of(days: list[dict[str, str]]) -> list[Pause]:
    dates = ([dt.date.fromisoformat(one[end]) for end in ("first", "last")] for one in days)
    return [Pause(starts_on=first, ends_on=last) for first, last in dates]


def spoken(promises: Iterable[Promise]) -> list[Item]:
    """What holds the words of promises `with_days`: they, other terms, what was agreed to."""
    rows = list(promises)
    return [item for one in rows for item in (one, *one.changes, *one.consents)]


def state_of(promise: Promise, reader: User) -> str:
    """In force, ended early, or closed, with the day."""
    today = promise.today_of(reader)
    if promise.declined:
        day = day_in_words(reader.day_of(promise.declined.made_at))
        return _("Declined on %(day)s") % {"day": day}
    if promise.ended_at:
        day = day_in_words(clock.date_of(promise.ended_at, promise.zone))
        return _("Ended early on %(day)s") % {"day": day}
    if not promise.is_open:
        return _("Closed")
    if pause := next((one for one in promise.pauses if today in one), None):
        day = day_in_words(pause.ends_on)
        return _("Paused until %(day)s") % {"day": day}
    if promise.rhythm != "once" and (first := min(promise.days, default=today)) > today:
        day = day_in_words(first)
        return _("Begins on %(day)s") % {"day": day}
    return _("In force")
