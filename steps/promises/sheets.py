"""Each promise as its pages show it: plain data, in as many queries for one as for many."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from accounts.models import User
from steps.promises import weeks
from steps.promises.days import Day, build
from steps.promises.known import is_put_away, spoken, state_of, with_days
from steps.promises.marking import markable, unsayable
from steps.promises.models import Promise
from steps.promises.repairs import repairable, repairs_in, reports_of
from steps.promises.reports import may_note
from steps.promises.tracking import Clearing, Verdict
from steps.promises.weeks import Week
from steps.promises.wordings import Talk, talk_of
from steps.sharing.items import with_words


@dataclass(frozen=True)
class Sheet:
    """One promise with some of its weeks; `earlier` is the date before which more lie."""

    pk: uuid.UUID
    is_own: bool
    is_told: bool
    is_open: bool
    is_put_away: bool
    words: dict[str, str]
    talk: Talk
    state: str
    next_on: dt.date | None
    weeks: list[Week]
    earlier: dt.date | None

    def day(self, due_on: dt.date) -> Day | None:
        days = (day for week in self.weeks for day in week.rows)
        return next((day for day in days if day.due_on == due_on), None)


def sheets_of(
    promises: list[Promise],
    reader: User,
    *,
    before: dt.date | None = None,
    besides: Iterable[Promise] = (),
) -> list[Sheet]:
    """The promises with a page of their weeks; the words of those `besides` are brought along."""
    besides = list(besides)
    with_days([*promises, *besides], reader)
    pages = {promise.pk: weeks.page(days_shown(promise, reader), before) for promise in promises}
    shown = [day for days, earlier in pages.values() for day in days]
    there = Q(promise__in=promises, due_on__in=set(shown))
    reports = reports_of(there, reader) if shown else []
    verdicts = list(Verdict.objects.visible_to(reader).filter(there)) if shown else []
    cleared = cleared_days(there, reader) if shown and theirs(promises, reader) else {}
    with_words([*spoken([*promises, *besides]), *reports, *repairs_in(reports)], reader)
    sheets = []
    for promise in promises:
        days, earlier = pages[promise.pk]
        paused = set(days) & set(promise.days_paused)
        days = [day for day in days if day not in paused]
        said = [one for one in reports if one.promise_id == promise.pk]
        marks = [one for one in verdicts if one.promise_id == promise.pk]
        rows = build(
            promise.pk,
            days,
            reports=said,
            verdicts=marks,
            cleared=cleared.get(promise.pk, ()),
            may_mark=markable(promise, days, said, marks, reader),
            may_unsay=unsayable(promise, marks, reader),
            may_note=[day for day in days if may_note(day, promise.today)],
            may_repair=repairable(said) if promise.writer_id == reader.pk else (),
            zone=promise.zone,
            writer=promise.writer_id,
        )
        its_weeks = weeks.by_week(rows, promise.today_of(reader), paused, promise.pauses)
        sheets.append(sheet_of(promise, its_weeks, earlier, reader))
    return sheets


def days_shown(promise: Promise, reader: User) -> list[dt.date]:
    """The days that have come for `reader`, those of a pause among them."""
    return promise.come([*promise.days, *promise.days_paused], promise.today_of(reader))


def theirs(promises: Iterable[Promise], reader: User) -> bool:
    return any(promise.writer_id != reader.pk for promise in promises)


def cleared_days(there: Q, reader: User) -> dict[uuid.UUID, set[dt.date]]:
    cleared: dict[uuid.UUID, set[dt.date]] = defaultdict(set)
    for clearing in Clearing.objects.visible_to(reader).filter(there):
        cleared[clearing.promise_id].add(clearing.due_on)
    return cleared


def sheet_of(
    promise: Promise, its_weeks: list[Week], earlier: dt.date | None, reader: User
) -> Sheet:
    today = promise.today_of(reader)
    has_begun = promise.rhythm != "once" and promise.starts_on <= today
    has_moved = promise.rhythm == "once" and (promise.days_paused or len(promise.terms) > 1)
    coming = [day for day in promise.days if (has_begun or has_moved) and day > today]
    return Sheet(
        pk=promise.pk,
        is_own=promise.writer_id == reader.pk,
        is_told=promise.told_on is not None,
        is_open=promise.is_open,
        is_put_away=is_put_away(promise, reader),
        words=promise.words,
        talk=talk_of(promise, reader),
        state=state_of(promise, reader),
        next_on=coming[0] if coming and promise.is_open else None,
        weeks=its_weeks,
        earlier=earlier,
    )
