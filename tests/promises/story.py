"""Promises as Ann makes them and Ben reads them, through the model verbs."""

import datetime as dt
import re
import uuid
from typing import Any

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.identity import acting_as
from steps.promises.models import Promise
from steps.promises.reports import Report
from steps.promises.tracking import Clearing, Tracking, Verdict
from steps.sharing.shelf import Reading
from tests.writing import send, tell, write_promise

MONDAY = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)
HTMX = {"HX-Request": "true"}


def days_on(number: int) -> dt.datetime:
    """Noon, so many days after the first Monday."""
    return MONDAY + dt.timedelta(days=number)


def day(number: int) -> dt.date:
    return days_on(number).date()


def promised(ann: User, sentence: str = "I call before eight.", **changes: Any) -> Promise:
    """A promise of Ann's, sent."""
    item = send(write_promise(ann, sentence, **changes), by=ann)
    return Promise.objects.get(pk=item.pk)


def told(ann: User, sentence: str = "I call before eight.", **changes: Any) -> Promise:
    """A promise of Ann's, said in person."""
    item = tell(write_promise(ann, sentence, **changes), by=ann)
    return Promise.objects.get(pk=item.pk)


def opened(promise: Promise, ben: User, choice: str = "together") -> Promise:
    """Ben opens it and says how he would like to keep track."""
    with acting_as(ben):
        Reading.open(promise, by=ben)
        Tracking.choose(choice, promise=promise, by=ben)
    return promise


def reported(
    promise: Promise, due_on: dt.date, outcome: str, *, by: User, note: str = ""
) -> Report:
    with acting_as(by):
        return promise.report(outcome, due_on=due_on, by=by, note=note, pk=uuid.uuid4())


def judged(promise: Promise, due_on: dt.date, outcome: str, *, by: User) -> Verdict:
    with acting_as(by):
        return Verdict.give(outcome, promise=promise, due_on=due_on, by=by)


def cleared(promise: Promise, due_on: dt.date, *, by: User) -> None:
    with acting_as(by):
        Clearing.clear(promise=promise, due_on=due_on, by=by)


def ended(promise: Promise, *, by: User) -> None:
    with acting_as(by):
        promise.end(by=by)


def address(promise: Promise, due_on: dt.date, action: str) -> str:
    return f"/list/{promise.pk}/{due_on}/{action}/"


def report_form(by: User, outcome: str, **changes: str) -> dict[str, str]:
    return {"id": str(fresh_id(by.pk)), "outcome": outcome, "note": "", "back": "list"} | changes


def without_tokens(page: bytes) -> bytes:
    """A page without what is new in every answer: CSRF tokens and the ids of fresh forms."""
    page = re.sub(rb'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]+', rb"\1", page)
    return re.sub(rb'name="id" value="[^"]+"', b"", page)


def today_of(user: User) -> dt.date:
    return clock.today(user.time_zone)
