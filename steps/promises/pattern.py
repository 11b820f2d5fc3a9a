"""The pattern: weeks as rows, each day in its column; plain facts that nobody adds up."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.days import short_day
from steps.promises.facts import WEEKS_SHOWN, Fact, day_of, facts_of, promises_until
from steps.promises.gaps import Gap
from steps.promises.models import PromiseQuerySet
from steps.promises.repairs import Repair
from steps.promises.saying import COLUMNS, Said, column_of, said_of
from steps.promises.silence import by_week, is_silent
from steps.promises.weeks import monday, sunday, title
from steps.sharing.items import Item, with_words
from steps.thresholds import A_DAY, A_WEEK


@dataclass(frozen=True)
class Row:
    """A week with its days by column; or all weeks of a gap, with what was said about that."""

    first_on: dt.date
    last_on: dt.date
    title: str
    facts: list[Fact]
    cells: dict[str, list[Said]]
    is_gap: bool = False
    line: str = ""

    @property
    def is_known(self) -> bool:
        """Does the other know of a promise that was due then?"""
        return any(fact.promise.sent_at for fact in self.facts)


@dataclass(frozen=True)
class Pattern:
    """Newest first. Only columns in which something stands; earlier rows lie before `earlier`."""

    rows: list[Row]
    columns: list[str]
    earlier: dt.date | None = None

    @property
    def headings(self) -> list[LazyText]:
        return [COLUMNS[column] for column in self.columns]

    @property
    def table(self) -> list[tuple[Row, list[tuple[LazyText, list[Said]]]]]:
        """Each row with its cells, column by column, each under its heading."""
        return [
            (row, [(COLUMNS[name], row.cells.get(name, [])) for name in self.columns])
            for row in self.rows
        ]

    @property
    def width(self) -> int:
        """How many columns there are, that of the weeks among them."""
        return len(self.columns) + 1

    def gap_behind(self, today: dt.date) -> Row | None:
        """The gap that lasted until this week began, if no line was written about it."""
        last_on = monday(today) - A_DAY
        found = (row for row in self.rows if row.is_gap and row.last_on == last_on)
        return next((row for row in found if not row.line), None)


def pattern_of(reader: User, *, own: bool, before: dt.date | None = None) -> Pattern:
    """Of one’s own promises, or of those of the other that one reads; two queries."""
    today = clock.today(reader.time_zone)
    last = min(before - A_DAY, today) if before and before > dt.date.min else today
    promises = list(with_lines(promises_until(reader, last, own=own), reader))
    if not promises:
        return Pattern([], [])
    newest, earliest = min(promises[0].newest, last), promises[0].earliest
    first = monday(newest) - (WEEKS_SHOWN - 1) * A_WEEK
    known = [fact for promise in promises for fact in facts_of(promise, reader)]
    facts = [fact for fact in known if first <= fact.on <= last]
    lines = {day_of(one["first"]): uuid.UUID(one["gap"]) for row in promises for one in row.lines}
    words = words_of(promises, facts, lines.values(), reader)
    rows = list(rows_of(facts, today, lines, words))
    used = {column for row in rows for column in row.cells}
    columns = [column for column in COLUMNS if column in used]
    return Pattern(rows, columns, earlier=first if earliest < first else None)


def with_lines(promises: PromiseQuerySet, reader: User) -> Iterable[Any]:
    lines = Gap.objects.visible_to(reader).filter(promise=OuterRef("pk"), has_line=True)
    found = lines.order_by().values(said_of=JSONObject(first="first_on", gap="pk"))
    return promises.annotate(lines=ArraySubquery(found))


def words_of(
    promises: list[Any], facts: list[Fact], lines: Iterable[uuid.UUID], reader: User
) -> dict[uuid.UUID, str]:
    """The one text of each promise, repair and line, by its id; one query."""
    repairs = [Repair(pk=fact.repair) for fact in facts if fact.repair]
    items: list[Item] = [*promises, *repairs, *(Gap(pk=pk) for pk in lines)]
    texts = ("sentence", "repair", "line")
    found = ((item.pk, item.words) for item in with_words(items, reader))
    return {pk: next((words[name] for name in texts if name in words), "") for pk, words in found}


def rows_of(
    facts: list[Fact], today: dt.date, lines: dict[dt.date, uuid.UUID], words: dict[uuid.UUID, str]
) -> Iterator[Row]:
    """Weeks without anything that follow one another are one gap; this week is never one."""
    this_week, weeks = monday(today), by_week(facts)
    newest_first = sorted(weeks, reverse=True)
    folded = groupby(newest_first, lambda first: first < this_week and is_silent(weeks[first]))
    for is_gap, mondays in folded:
        firsts = list(mondays)
        if is_gap:
            yield gap_of(firsts, [fact for first in firsts for fact in weeks[first]], lines, words)
        for first in [] if is_gap else firsts:
            yield week_of(first, weeks[first], today, words)


def gap_of(
    firsts: list[dt.date],
    facts: list[Fact],
    lines: dict[dt.date, uuid.UUID],
    words: dict[uuid.UUID, str],
) -> Row:
    first, last = firsts[-1], sunday(firsts[0])
    days = {"first": short_day(first), "last": short_day(last)}
    name = _("From %(first)s until and with %(last)s nothing was reported") % days
    said = [words[pk] for day, pk in sorted(lines.items()) if first <= day <= last]
    return Row(first, last, name, facts, {}, is_gap=True, line=said[0] if said else "")


def week_of(first: dt.date, facts: list[Fact], today: dt.date, words: dict[uuid.UUID, str]) -> Row:
    cells: dict[str, list[Said]] = {}
    for fact in sorted(facts, key=lambda fact: fact.on):
        cell, said = cells.setdefault(column_of(fact), []), said_of(fact, words)
        if said not in cell:
            cell.append(said)
    return Row(first, sunday(first), title(first, today), facts, cells)
