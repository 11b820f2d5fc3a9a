"""The days of a promise that have come, week by week, newest first; asks no database."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from mend.days import short_day
from steps.promises.days import Day
from steps.thresholds import A_DAY, A_WEEK

if TYPE_CHECKING:
    from steps.promises.pauses import Pause

WEEKS_A_PAGE = 2


@dataclass(frozen=True)
class Week:
    """The due days of one week that have come, newest first, and pauses in which some lay."""

    starts_on: dt.date
    rows: list[Day]
    title: str
    pauses: list["Pause"]

    @property
    def shown(self) -> list[Day]:
        return [day for day in self.rows if not day.is_cleared]

    @property
    def cleared(self) -> list[Day]:
        return [day for day in self.rows if day.is_cleared]

    @property
    def agreeable(self) -> list[Day]:
        """Reported kept, and without a word of its reader so far."""
        return [day for day in self.shown if day.may_mark and day.is_kept and not day.verdict]


def page(days: Collection[dt.date], before: dt.date | None) -> tuple[list[dt.date], dt.date | None]:
    """The days of the newest weeks before `before`, a page of them; and before when more lie."""
    newest = sorted((day for day in days if before is None or day < before), reverse=True)
    mondays = sorted({monday(day) for day in newest}, reverse=True)
    if len(mondays) <= WEEKS_A_PAGE:
        return newest, None
    last = mondays[WEEKS_A_PAGE - 1]
    return [day for day in newest if day >= last], last


def by_week(
    days: Iterable[Day],
    today: dt.date,
    paused: Iterable[dt.date] = (),
    pauses: Collection["Pause"] = (),
) -> list[Week]:
    """The days, which come newest first, in their weeks, and those `paused`, in theirs."""
    rows: dict[dt.date, list[Day]] = defaultdict(list)
    for day in days:
        rows[monday(day.due_on)].append(day)
    quiet: dict[dt.date, list[Pause]] = defaultdict(list)
    for date in paused:
        quiet[monday(date)] += [one for one in pauses if date in one]
    return [
        Week(first, rows[first], title(first, today), list(dict.fromkeys(quiet[first])))
        for first in sorted({*rows, *quiet}, reverse=True)
    ]


def monday(day: dt.date) -> dt.date:
    """The first day of its week."""
    return day - dt.timedelta(days=day.weekday())


def sunday(day: dt.date) -> dt.date:
    """The last day of its week."""
    return monday(day) + A_WEEK - A_DAY


def title(first: dt.date, today: dt.date) -> str:
    if first == monday(today):
        return _("This week")
    if first == monday(today) - A_WEEK:
        return _("Last week")
    return _("Week of %(day)s") % {"day": short_day(first)}
