"""One due day: what was said of it, and what may be said of it now; asks no database."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mend import clock
from mend.fresh import fresh_id
from steps.promises.forms import OUTCOMES, VERDICTS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from steps.promises.reports import Report
    from steps.promises.tracking import Verdict


@dataclass(frozen=True)
class Said:
    """What one of the two said of a day. `late_on` is when, if it was not on time."""

    outcome: str
    word: str
    note: str = ""
    late_on: dt.date | None = None
    is_private: bool = False
    repair: str = ""


@dataclass(frozen=True)
class Day:
    """One due day: its reports and verdicts newest first, the older ones still readable."""

    promise: uuid.UUID
    due_on: dt.date
    reports: list[Said]
    verdicts: list[Said]
    is_cleared: bool = False
    may_mark: bool = False
    may_unsay: bool = False
    may_note: bool = True
    may_repair: bool = False
    writer: uuid.UUID | None = None

    @property
    def key(self) -> str:
        """The id of its row on every page."""
        return f"day-{self.promise}-{self.due_on}"

    @property
    def form_id(self) -> uuid.UUID:
        """For the report that its writer may send now."""
        assert self.writer, "only a writer is given a form"
        return fresh_id(self.writer)

    @property
    def report(self) -> Said | None:
        return self.reports[0] if self.reports else None

    @property
    def repair(self) -> str:
        """What puts it right, if it was missed."""
        return self.reports[0].repair if self.reports else ""

    @property
    def corrected(self) -> list[Said]:
        return self.reports[1:]

    @property
    def verdict(self) -> Said | None:
        return self.verdicts[0] if self.verdicts else None

    @property
    def is_kept(self) -> bool:
        return bool(self.report and self.report.outcome == "kept")

    @property
    def was_missed(self) -> bool:
        """Its writer named it missed at least once: that closes it."""
        return any(report.outcome == "missed" for report in self.reports)

    @property
    def outcomes(self) -> list[tuple[str, "StrOrPromise"]]:
        """What its writer may say now."""
        return [one for one in OUTCOMES if not (self.was_missed and one[0] == "kept")]

    @property
    def marks(self) -> list[tuple[str, "StrOrPromise"]]:
        """What its reader may say now."""
        if not self.may_mark:
            return []
        closed = self.report and self.report.outcome == "missed"
        return [one for one in VERDICTS if not closed or one[0] == "excused"]


def build(
    promise: uuid.UUID,
    days: Iterable[dt.date],
    *,
    reports: Iterable["Report"] = (),
    verdicts: Iterable["Verdict"] = (),
    cleared: Collection[dt.date] = (),
    may_mark: Collection[dt.date] = (),
    may_unsay: Collection[dt.date] = (),
    may_note: Collection[dt.date] = (),
    may_repair: Collection[dt.date] = (),
    zone: str,
    writer: uuid.UUID | None = None,
) -> list[Day]:
    """Each day with what was said of it, and what may be said of it now."""
    said: dict[dt.date, tuple[list[Report], list[Verdict]]] = {day: ([], []) for day in days}
    for report in sorted(reports, key=lambda report: -report.number):
        if report.due_on in said:
            said[report.due_on][0].append(report)
    for verdict in sorted(verdicts, key=lambda verdict: -verdict.number):
        if verdict.due_on in said:
            said[verdict.due_on][1].append(verdict)
    return [
        Day(
            promise=promise,
            due_on=day,
            reports=[told(report, zone) for report in its_reports],
            verdicts=[marked(verdict) for verdict in its_verdicts],
            is_cleared=day in cleared,
            may_mark=day in may_mark,
            may_unsay=day in may_unsay,
            may_note=day in may_note,
            may_repair=day in may_repair,
            writer=writer,
        )
        for day, (its_reports, its_verdicts) in said.items()
    ]


def told(report: "Report", zone: str) -> Said:
    return Said(
        outcome=report.outcome,
        word=report.get_outcome_display(),
        note=report.words.get("note", ""),
        late_on=None if report.on_time else clock.date_of(report.made_at, zone),
        repair=report.repair.words.get("repair", "") if report.repair else "",
    )


def marked(verdict: "Verdict") -> Said:
    return Said(
        outcome=verdict.outcome,
        word=verdict.get_outcome_display(),
        is_private=verdict.shared_at is None,
    )
