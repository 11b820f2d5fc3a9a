"""Which days of a promise its reader may mark, and how; asked by the verb and by pages."""

import datetime as dt
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.promises.models import Promise
from steps.promises.reports import Report
from steps.promises.schedule import is_over
from steps.thresholds import MARKED_UNTIL

if TYPE_CHECKING:
    from steps.promises.tracking import Verdict

MARKED = ("together", "private")


def is_read(given: list["Verdict"]) -> bool:
    """Is there a mark that the other reads? Raises Refused where none stands at all."""
    if not given:
        raise Refused(_("There is nothing to take back."))
    shared = [verdict for verdict in given if verdict.shared_at]
    return bool(shared) and shared[-1].outcome != "unsaid"


def check_mark(
    outcome: str, promise: Promise, due_on: dt.date, *, is_first: bool, by: User
) -> None:
    """May `by` say this of a day that has come? Raises Refused."""
    reports = Report.objects.visible_to(by).filter(promise=promise, due_on=due_on)
    said = reports.order_by("-number").first()
    if is_first and said is None and not is_over(due_on):
        raise Refused(_("This day is not over yet. You can mark it once it is, or was reported."))
    if is_first and not may_begin(promise, by):
        raise Refused(_("This promise ended a while ago. Its days stay as they are."))
    if outcome != "excused" and said and said.outcome == "missed":
        raise Refused(_("This day was already named as missed. You can excuse it, or let it be."))


def may_begin(promise: Promise, reader: User) -> bool:
    """Until 30 days after its last day, marks that were not made before can be made."""
    return promise.today_of(reader) <= promise.last_day + MARKED_UNTIL


def markable(
    promise: Promise,
    days: list[dt.date],
    reports: list[Report],
    verdicts: list["Verdict"],
    reader: User,
) -> set[dt.date]:
    """The days `reader` may judge now, or judge anew; as `Verdict.give` does."""
    if promise.writer_id == reader.pk or promise.tracking not in MARKED:
        return set()
    told = {report.due_on for report in reports}
    new = {day for day in days if may_begin(promise, reader) and (day in told or is_over(day))}
    return (new | {one.due_on for one in verdicts}) - standing(verdicts)


def unsayable(promise: Promise, verdicts: list["Verdict"], reader: User) -> set[dt.date]:
    """The days of which `reader` may take their word back."""
    if promise.writer_id == reader.pk:
        return set()
    newest = {one.due_on: one for one in sorted(verdicts, key=lambda one: one.number)}
    return {day for day, one in newest.items() if one.outcome != "unsaid"} - standing(verdicts)


def standing(verdicts: list["Verdict"]) -> set[dt.date]:
    """The days of which the first word is 30 days old: nothing is changed there."""
    return {one.due_on for one in verdicts if one.given_at < clock.now() - MARKED_UNTIL}
