"""The record as its reader sees it: plain data for the templates."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

from mend.days import day_in_words
from steps.timeline.sentences import Mark


@dataclass(frozen=True)
class Line:
    """Words as they were delivered; `label` may be empty."""

    label: str
    text: str


@dataclass(frozen=True)
class Entry:
    """One entry, with its day: the hour of one's own would tell when the other's was, between two.

    `card` is what was sent, if it has a page of its own; a closed one shows no words before it is
    opened. What `is_struck` was taken back later. `bead` is the state of the gold line: kept,
    broken, repaired or nothing.
    """

    seq: int
    day: dt.date
    sentence: str
    mark: Mark | None
    bead: str
    is_struck: bool
    lines: list[Line]
    remarks: list[str]
    card: uuid.UUID | None
    is_closed: bool


@dataclass
class Day:
    """What happened on one day; without a heading where it goes on with the day above."""

    on: dt.date
    heading: str
    entries: list[Entry] = field(default_factory=list)


def by_day(entries: Iterable[Entry], *, above: dt.date | None = None) -> list[Day]:
    """The entries under their days; `above` is the day that stands above them already."""
    days: list[Day] = []
    for entry in entries:
        if not days or days[-1].on != entry.day:
            goes_on = not days and entry.day == above
            days.append(Day(entry.day, "" if goes_on else day_in_words(entry.day)))
        days[-1].entries.append(entry)
    return days
