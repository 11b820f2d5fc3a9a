"""What a person does in the story: each a verb of the models, at a moment of the past."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.amends.models import Offer
from steps.journey.models import Journey
from steps.promises.models import Promise
from steps.promises.tracking import Tracking, Verdict
from steps.sharing.drafts import Draft
from steps.sharing.shelf import Reading
from steps.sharing.tick import deliver_due

A_WHILE = dt.timedelta(minutes=3)


def at(moment: dt.datetime, verb: Callable[..., Any], *args: Any, by: User, **said: Any) -> Any:
    """`by` says `verb` at `moment`, in a transaction of their own."""
    with clock.at(moment), acting_as(by):
        return verb(*args, by=by, **said)


def write(kind: str, step: int | None, words: dict[str, Any], *, by: User) -> Draft:
    """A private draft; at a step it is part of the journey, which the first one begins."""
    journey = Journey.begin(by=by) if step else None
    draft = Draft(
        pk=uuid.uuid4(), writer=by, couple=by.couple, journey=journey, kind=kind, step=step,
        words=words,
    )  # fmt: skip
    return draft.begin()


def send(moment: dt.datetime, kind: str, step: int, words: dict[str, Any], *, by: User) -> Any:
    """Write it and share it; three minutes later it has gone."""
    draft = at(moment, write, kind, step, words, by=by)
    at(moment, draft.share, by=by)
    with clock.at(moment + A_WHILE):
        deliver_due()
    sent = {"offer": Offer, "promise": Promise}.get(kind, draft.slice.item)
    assert sent is not None, "only what can leave is sent"
    return sent.objects.get(pk=draft.pk)


def open_card(item: Any, *, by: User) -> None:
    Reading.open(item, by=by)


def report(promise: Promise, day: dt.date, outcome: str, note: str = "", *, by: User) -> None:
    promise.report(outcome, due_on=day, by=by, note=note, pk=uuid.uuid4())


def judge(promise: Promise, day: dt.date, outcome: str, *, by: User) -> None:
    Verdict.give(outcome, promise=promise, due_on=day, by=by)


def keep_track(promise: Promise, choice: str, *, by: User) -> None:
    Tracking.choose(choice, promise=promise, by=by)


def answer(offer: Offer, choice: str, words: str = "", *, by: User) -> None:
    offer.respond(choice, by=by, words=words, pk=uuid.uuid4())
