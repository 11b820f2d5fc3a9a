"""Is the record as it was written, and are the reader's copies the words that were sent?"""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q

from accounts.models import User
from mend.keyring import CannotOpen
from steps.sharing.items import Copy
from steps.timeline.models import Event, commitment_to, first_fault

# What the one who was hurt answers, and can truly take back.
UNSAYABLE = ("answer", "letter_reply", "reply", "map", "pushed", "wish")


@dataclass(frozen=True)
class Place:
    """A place in the record, and the day of what stands there; no day where nothing does."""

    seq: int
    day: dt.date | None


@dataclass(frozen=True)
class Findings:
    """`first` is the first entry that is missing or changed; what follows it cannot be judged.

    `last`: the hash of the newest entry, in hexadecimal, if the chain holds.
    `words`: the reader's copy does not open, or is not what was sent. `without`: there is no copy,
    and the words were not taken back.
    """

    is_empty: bool
    first: Place | None
    last: str
    words: list[Place]
    without: list[Place]


class Sent(NamedTuple):
    """What an entry says of its words."""

    seq: int
    at: dt.datetime
    commitment: bytes
    is_taken_back: bool


def findings_of(reader: User) -> Findings:
    """Looks at every entry and opens every copy, of closed cards too, and shows no word of them."""
    sent = sent_to_both(reader)
    first = first_fault(Event.objects.visible_to(reader))
    is_empty = not sent and first is None
    wrong = []
    for copy in Copy.objects.visible_to(reader).iterator():
        entry = sent.pop(copy.version_id, None)
        if entry and not is_as_sent(copy, entry):
            wrong.append(entry)
    return Findings(
        is_empty=is_empty,
        first=None if first is None else place_of(first, reader),
        last="" if first else last_hash(reader),
        words=places(wrong, reader),
        without=places([entry for entry in sent.values() if not entry.is_taken_back], reader),
    )


def sent_to_both(reader: User) -> dict[uuid.UUID, Sent]:
    """By version, each entry that has words.

    That an answer was taken back is for the record to say, not for the row of the answer; or its
    writer was erased, which their name says everywhere.
    """
    told = Event.objects.visible_to(reader).filter(Q(version__isnull=False) | Q(kind="unsaid"))
    columns = ("version", "seq", "at", "commitment", "kind", "about", "item", "actor__erased_at")
    rows = list(told.order_by("seq").values_list(*columns))
    unsaid = {about: seq for _, seq, _, _, kind, about, *_rest in rows if kind == "unsaid"}

    def is_taken_back(seq: int, about: uuid.UUID, is_erased: bool) -> bool:
        return is_erased or seq < unsaid.get(about, 0)

    return {
        version: Sent(
            seq, at, bytes(commitment),
            kind in UNSAYABLE and is_taken_back(seq, about or item, bool(erased_at)),
        )
        for version, seq, at, commitment, kind, about, item, erased_at in rows
        if version
    }  # fmt: skip


def is_as_sent(copy: Copy, entry: Sent) -> bool:
    try:
        held = copy.words
    except CannotOpen:
        return False
    made: bytes = commitment_to(held["words"], salt=held["salt"])
    return made == entry.commitment


def last_hash(reader: User) -> str:
    newest = Event.objects.visible_to(reader).order_by("-seq").first()
    return bytes(newest.hash).hex() if newest else ""


def place_of(seq: int, reader: User) -> Place:
    event = Event.objects.visible_to(reader).filter(seq=seq).first()
    return Place(seq, reader.day_of(event.at) if event else None)


def places(entries: Iterable[Sent], reader: User) -> list[Place]:
    return [Place(entry.seq, reader.day_of(entry.at)) for entry in sorted(entries)]
