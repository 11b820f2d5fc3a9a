"""All that somebody wrote and all that was sent to them, and nothing else, as plain data.

It is gathered by the querysets that pages start from, as that person, so nothing is in it that no
page could show them. Of what was done the day is told, never the hour: beside one's own hours, what
the other did in between would stand at an hour, too. Only drafts have theirs.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from accounts.models import User
from mend import clock
from mend.sealed import WordsField
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy, Item, Version
from steps.sharing.limits import Reopening
from steps.space.models import SpaceCopy
from steps.timeline.models import Event

SCHEMA = 1
# Told otherwise: the words of copies stand with what they are of, the entries in the record.
ELSEWHERE = (Item, Version, Copy, Event)
# Of what the other did, what no page tells: when they began alone, where they live, how often they
# marked for themselves before, and which parts they find in their own letter.
THEIRS_ALONE = {"opened_at", "zone", "number", "ends_at", "says", "places"}
# Who did it; a row that names none of them is of both.
DOERS = ("writer_id", "reader_id", "person_id", "offender_id", "taker_id")

type Plain = dict[str, Any]


def everything_of(user: User) -> Plain:
    """`rows` by the kind of row, oldest first; `record` as docs/record.md checks it."""
    return {
        "schema": SCHEMA,
        "made_on": clock.today(user.time_zone).isoformat(),
        "me": {
            "first_name": user.first_name, "email": user.email, "time_zone": user.time_zone,
            "earlier_zones": user.earlier_zones,
        },
        "other": user.partner.first_name if user.partner else None,
        "rows": rows_of(user),
        "record": list(record_of(user)),
    }  # fmt: skip


def rows_of(user: User) -> dict[str, list[Plain]]:
    words = words_by_item(user)
    return {
        model.__name__.lower(): [told(row, user, words) for row in found(model, user)]
        for model in exported()
    }


def exported() -> list[type[models.Model]]:
    return [model for model in apps.get_app_config("steps").get_models() if model not in ELSEWHERE]


def found(model: Any, user: User) -> Iterator[models.Model]:
    """Oldest first, by the first of its times."""
    times = [field.name for field in model._meta.fields if isinstance(field, models.DateTimeField)]
    rows = model.objects.visible_to(user).order_by(*times[:1], "pk")
    if model is SpaceCopy:
        rows = rows.select_related("space")
    if model is Reopening:  # that the other opened a kind shows nowhere
        rows = rows.filter(reader=user)
    yield from rows.iterator()


def words_by_item(user: User) -> dict[Any, list[Plain]]:
    """One's own copies, each version with its own."""
    found: dict[Any, list[Plain]] = {}
    copies = Copy.objects.visible_to(user).select_related("version").order_by("version__number")
    for copy in copies.iterator():
        found.setdefault(copy.version.item_id, []).append(copy.words["words"])
    return found


def told(row: models.Model, user: User, words: dict[Any, list[Plain]]) -> Plain:
    """One row: who, which, when, and the words as the reader holds them."""
    doer = doer_of(row)
    plain: Plain = {"by": None if doer is None else "me" if doer == user.pk else "other"}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if field.attname in DOERS or field.attname in ("couple_id", "item_ptr_id"):
            continue
        if field.name in THEIRS_ALONE and whose(row) != user.pk:
            continue
        plain[field.name] = as_json(value, field, user)
    if isinstance(row, Item):
        plain["words"] = words.get(row.pk, [])
    return plain


def whose(row: models.Model) -> Any:
    """Who did it; a copy of what a space says belongs to who took it."""
    space = getattr(row, "space", None)
    return space.taker_id if space else doer_of(row)


def doer_of(row: models.Model) -> Any:
    return next((getattr(row, name) for name in DOERS if hasattr(row, name)), None)


def as_json(value: Any, field: Any, user: User) -> Any:
    if isinstance(value, dt.datetime):
        return (value if field.model is Draft else user.day_of(value)).isoformat()
    if isinstance(field, WordsField) or isinstance(value, bool | int | list | dict | None):
        return value
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def record_of(user: User) -> Iterator[Plain]:
    """Each entry with what its hash is made of, and the words where one has a copy."""
    mine = Copy.objects.visible_to(user)
    held: dict[Any, Plain] = {copy.version_id: copy.words for copy in mine.iterator()}
    for event in Event.objects.visible_to(user).order_by("seq").iterator():
        yield {
            "on": user.day_of(event.at).isoformat(),
            "said": event.said(),
            "commitment": bytes(event.commitment).hex(),
            "hash": bytes(event.hash).hex(),
            **held.get(event.version_id, {}),
        }
