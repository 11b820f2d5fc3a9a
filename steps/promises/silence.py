"""Weeks in which days were due and nothing was reported."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import User
from mend import clock
from steps.promises.facts import Fact, facts_of, promises_until
from steps.promises.weeks import ONE_WEEK, monday


@dataclass(frozen=True)
class Silence:
    """From a Monday until and with a Sunday; `promise` is one of which a day was due then."""

    first_on: dt.date
    last_on: dt.date
    promise: uuid.UUID
    is_known: bool


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
    if not silent or silent[0] + ONE_WEEK != this_week:
        return None
    promises = [fact.promise for first in silent for fact in weeks[first]]
    newest = max(promises, key=lambda promise: (promise.sent_at is not None, promise.made_at))
    last_on = silent[0] + dt.timedelta(days=6)
    return Silence(silent[-1], last_on, newest.pk, is_known=newest.sent_at is not None)


def by_week(facts: Iterable[Fact]) -> dict[dt.date, list[Fact]]:
    """By the Monday of each week in which a day was due."""
    weeks: dict[dt.date, list[Fact]] = defaultdict(list)
    for fact in facts:
        weeks[monday(fact.on)].append(fact)
    return weeks


def is_silent(facts: list[Fact]) -> bool:
    """Was nothing said of any day of a week? One with a pause in it is none."""
    return all(fact.is_silent for fact in facts)
