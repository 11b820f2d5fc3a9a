"""Many entries at once: the rows that the door and the verbs leave, made in bulk."""

import datetime as dt
import hmac
import secrets
from itertools import cycle, islice

from django.db import connection

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.promises.models import Promise
from steps.sharing.items import Copy, Item, Version
from steps.sharing.shelf import Reading
from steps.timeline.models import Event, canonical
from tests.writing import send, write_promise

WORDS = {
    "entry": {"what_i_did": "I lied to you.", "when": "In May, for a month."},
    "offer": {"what": "I repaint the kitchen."},
    "report": {"note": "Late, but done."},
}
STEPS = {"entry": 1, "offer": 4, "report": 9}
AN_HOUR = dt.timedelta(hours=1)
MIXTURE = ["entry", "verdict", "report", "verdict", "offer", "verdict", "verdict", "verdict"]


# The rows of the slices; each report is of another day.
SLICES_SQL = {
    "entry": "(item_ptr_id) SELECT id",
    "offer": "(item_ptr_id, repair, owed_anyway) SELECT id, 'effort', false",
    "report": "(item_ptr_id, promise_id, due_on, outcome, number, on_time)"
    " SELECT id, %(promise)s, current_date - row_number() OVER ()::int, 'kept', 1, true",
}
MADE_SQL = "INSERT INTO steps_{0} {1} FROM steps_item WHERE kind = '{0}' AND id = ANY(%(made)s)"


def record_many(ann: User, ben: User, number: int) -> None:
    """A record of `number` entries: a promise of Ann's, ended, then a mixture of all that follows.

    They came hour by hour until now, and Ben has opened every card.
    """
    began = clock.now() - number * AN_HOUR
    with clock.at(began):
        promise = send(write_promise(ann), by=ann)
        with acting_as(ann):
            Promise.objects.get(pk=promise.pk).end(by=ann)
    last = Event.objects.visible_to(ann).get(kind="ended")
    events, copies = [], []
    for kind in islice(cycle(MIXTURE), number - last.seq):
        with clock.at(began + last.seq * AN_HOUR):
            event = (
                delivered(kind, promise, copies, ann, ben)
                if kind in WORDS
                else marked(promise, ben)
            )
        event.couple_id, event.seq = promise.couple_id, last.seq + 1
        event.hash = event.chained(bytes(last.hash))
        events.append(event)
        last = event
    items = Item.objects.bulk_create(event.item for event in events if event.item)
    Version.objects.bulk_create(event.version for event in events if event.version)
    Copy.objects.bulk_create(copies)
    Reading.objects.bulk_create(read(item, ben) for item in [promise, *items])
    Event.objects.bulk_create(events)
    with connection.cursor() as cursor:
        for name, rest in SLICES_SQL.items():
            made = {"made": [item.pk for item in items], "promise": promise.pk}
            cursor.execute(MADE_SQL.format(name, rest), made)
        cursor.execute("ANALYZE")  # as the database does by itself after a while


def read(item: Item, reader: User) -> Reading:
    return Reading(couple_id=item.couple_id, item=item, reader=reader, opened_at=clock.now())


def delivered(kind: str, promise: Item, copies: list[Copy], ann: User, ben: User) -> Event:
    """As the door does it: an item, a version, a copy for each, an entry."""
    item = Item(
        couple_id=promise.couple_id, journey_id=promise.journey_id, writer=ann, kind=kind,
        step=STEPS[kind], made_at=clock.now(), sent_at=clock.now(),
    )  # fmt: skip
    version = Version(couple_id=promise.couple_id, item=item)
    salt = secrets.token_hex(16)
    copies += (
        Copy(
            couple_id=promise.couple_id, version=version, person=person,
            words={"words": WORDS[kind], "salt": salt},
        )
        for person in (ann, ben)
    )  # fmt: skip
    about = promise if kind == "report" else None
    return Event(
        at=item.sent_at, actor=ann, kind=kind, item=item, version=version, about=about,
        facts=facts("kept") if about else {},
        commitment=hmac.digest(bytes.fromhex(salt), canonical(WORDS[kind]), "sha256"),
    )  # fmt: skip


def marked(promise: Item, ben: User) -> Event:
    return Event(
        at=clock.now(), actor=ben, kind="verdict", about=promise, facts=facts("broken"),
        commitment=b"",
    )  # fmt: skip


def facts(outcome: str) -> dict[str, str]:
    return {"due_on": dt.date(2026, 11, 16).isoformat(), "outcome": outcome}
