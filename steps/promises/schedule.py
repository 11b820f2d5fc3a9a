"""The dates on which a promise falls due. A due date is not a row: it is computed."""

import datetime as dt
import zoneinfo
from dataclasses import dataclass
from functools import cached_property

from mend import clock
from steps.thresholds import A_DAY

LAST_ZONE = "Etc/GMT+12"  # where a day ends last


@dataclass(frozen=True)
class Schedule:
    """`once` falls on the last day; `daily` on each; `weekly` on the named days (0 is Monday)."""

    rhythm: str
    weekdays: list[int]
    starts_on: dt.date
    ends_on: dt.date

    @cached_property
    def dates(self) -> list[dt.date]:
        """All of them, oldest first."""
        if self.rhythm == "once":
            return [self.ends_on]
        days = (self.ends_on - self.starts_on).days + 1
        every = (self.starts_on + A_DAY * number for number in range(days))
        return [day for day in every if self.rhythm == "daily" or day.weekday() in self.weekdays]


def is_over(day: dt.date) -> bool:
    """Everywhere: whoever may mark it from then on learns nothing of a zone."""
    return clock.today(LAST_ZONE) > day


def end_of_grace(due_on: dt.date, zone: str) -> dt.datetime:
    """Until when a report is on time: the end of the next local day."""
    midnight = dt.datetime.combine(due_on + 2 * A_DAY, dt.time())
    return midnight.replace(tzinfo=zoneinfo.ZoneInfo(zone)).astimezone(dt.UTC)
