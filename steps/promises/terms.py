"""How a promise reads, and from which day on: as it was made, then as the two agreed anew.

What has come keeps the terms under which it came; asks no database.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steps.promises.schedule import Schedule

if TYPE_CHECKING:
    from steps.sharing.items import Item


@dataclass(frozen=True)
class Terms:
    """`since` is their first day, None for how it was made; `source` holds their words."""

    since: dt.date | None
    schedule: Schedule
    source: "Item"

    @property
    def sentence(self) -> str:
        return self.source.words.get("sentence", "")

    @property
    def measure(self) -> str:
        return self.source.words.get("measure", "")


def dates_of(terms: Sequence[Terms]) -> list[dt.date]:
    """Each day under the terms that hold on it; oldest first. A single one is as agreed last."""
    if terms[-1].schedule.rhythm == "once":
        return terms[-1].schedule.dates
    ends = [one.since for one in terms[1:]]
    return [
        day
        for one, end in zip(terms, [*ends, None], strict=True)
        for day in one.schedule.dates
        if end is None or day < end
    ]


def on(day: dt.date, terms: Sequence[Terms]) -> Terms:
    """Those that hold on `day`."""
    return [one for one in terms if one.since is None or one.since <= day][-1]
