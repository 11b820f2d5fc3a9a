"""The model: pauses, and the days of a promise that are left by them."""

import datetime as dt
from typing import Any

from tests.histories.people import People
from tests.histories.state import ONE_DAY, Item, Pause, dates_of

LONGEST = BETWEEN = 14 * ONE_DAY


class Pausing(People):
    """All pauses, oldest first."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.pauses: list[Pause] = []

    def real(self, writer: str, couple: int) -> list[Pause]:
        """Those that have a day."""
        mine = [one for one in self.pauses if (one.writer, one.couple) == (writer, couple)]
        return [one for one in mine if one.first <= one.last]

    def days(self, promise: Item) -> list[dt.date]:
        """On which it falls due: none of a pause; a single one moves behind it."""
        pauses = self.real(promise.writer, promise.couple)
        days = dates_of(promise)
        over = [one for one in pauses if any(one.first <= day <= one.last for day in days)]
        if promise.typed["rhythm"] == "once" and over:
            return [over[0].last + ONE_DAY]
        return [day for day in days if not any(one.first <= day <= one.last for one in over)]
