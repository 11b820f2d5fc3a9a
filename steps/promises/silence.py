"""Weeks in which days were due and nothing was reported."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import User
from mend import clock
from steps.promises.facts import Fact, facts_of, promises_until
from steps.promises.weeks import monday, sunday
from steps.thresholds import A_WEEK


@dataclass(frozen=True)
class Silence:
    """From a Monday until and with a Sunday; `promise` is one of which a day was due then.

    `known`: the first and the last day of the weeks in which the other knew of a promise.
    """

    first_on: dt.date
    last_on: dt.date
    promise: uuid.UUID
    known: tuple[dt.date, dt.date] | None

    @property
    def is_known(self) -> bool:
        return self.known is not None


def silence_of(user: User) -> Silence | None:
    """The gap of one’s own that lasted until this week began, if there is one."""
    today = clock.today(user.time_zone)
    found = promises_until(user, today, own=True)
    weeks = by_week(fact for promise in found for fact in facts_of(promise, user))
    this_week = monday(today)
    silent = []
    for first in sorted((first for first in weeks if first < this_week), reverse=True):
        if not is_silent(weeks[first]):
            break
        silent.append(first)
    if not silent or silent[0] + A_WEEK != this_week:
        return None
    promises = [fact.promise for first in silent for fact in weeks[first]]
    newest = max(promises, key=lambda promise: (promise.sent_at is not None, promise.made_at))
    known = [first for first in silent if any(fact.promise.sent_at for fact in weeks[first])]
    return Silence(*span(silent), newest.pk, known=span(known) if known else None)


def span(mondays: list[dt.date]) -> tuple[dt.date, dt.date]:
    """From the first day of the oldest week, which comes last, until the last of the newest."""
    return mondays[-1], sunday(mondays[0])


def by_week(facts: Iterable[Fact]) -> dict[dt.date, list[Fact]]:
    """By the Monday of each week in which a day was due."""
    weeks: dict[dt.date, list[Fact]] = defaultdict(list)
    for fact in facts:
        weeks[monday(fact.on)].append(fact)
    return weeks


def is_silent(facts: list[Fact]) -> bool:
    """Was nothing said of any day of a week? One with a pause in it is none."""
    return all(fact.is_silent for fact in facts)
