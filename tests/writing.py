"""Writing, sharing and telling through the model verbs, as the author."""

import datetime as dt
import uuid
from typing import Any

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.journey.models import Journey
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.sharing.tick import deliver_due

THREE_MINUTES = dt.timedelta(minutes=3)


def write(by: User, *, kind: str = "entry", step: int | None = 1, **words: Any) -> Draft:
    """A private draft; the first one begins the journey."""
    journey = Journey.begin(by=by) if step else None
    if not words and kind != "signal":
        words = {"what_i_did": "I lied to you about the money."}
    draft = Draft(
        pk=uuid.uuid4(), writer=by, couple=by.couple, journey=journey, kind=kind, step=step,
        words=words,
    )  # fmt: skip
    with acting_as(by):
        return draft.begin()


def write_promise(by: User, sentence: str = "I call before eight.", **changes: Any) -> Draft:
    """A daily promise of one week from today, in the writer's zone."""
    today = clock.today(by.time_zone)
    words = {
        "sentence": sentence, "rhythm": "daily", "weekdays": [], "starts_on": today.isoformat(),
        "ends_on": (today + dt.timedelta(days=6)).isoformat(), "measure": "", "obstacle": "",
        "plan": "",
    }  # fmt: skip
    return write(by, kind="promise", step=9, **(words | changes))


def write_offer(by: User, what: str = "I repaint the kitchen.", **changes: Any) -> Draft:
    words = {"repair": "effort", "what": what, "cost": "", "by_date": "", "owed_anyway": ""}
    return write(by, kind="offer", step=4, **(words | changes))


def send(draft: Draft, *, by: User) -> Item:
    """Share it and let the two minutes pass."""
    with acting_as(by):
        draft.share(by=by)
    with clock.at(clock.now() + THREE_MINUTES):
        deliver_due()
    return Item.objects.written_by(by).get(pk=draft.pk)


def tell(draft: Draft, *, by: User, on: dt.date | None = None) -> Item:
    with acting_as(by):
        return draft.tell(on=on or clock.today(by.time_zone), by=by)


def write_chain(by: User, *points: str, **changes: Any) -> Draft:
    """What came before, then a link for each of the choice points."""
    keys = ["before1", *(f"choice{number}" for number in range(2, len(points) + 2))]
    words = {"parts": keys, "before1_text": "I told nobody how tired I was."}
    for key, point in zip(keys[1:], points, strict=True):
        words |= {f"{key}_text": point, f"{key}_instead": f"{point} I put it down."}
    return write(by, kind="chain", step=8, **(words | changes))


def write_lesson(by: User, lesson: str = "I hide what I am ashamed of.") -> Draft:
    return write(by, kind="lesson", step=8, lesson=lesson)


def write_plan(by: User, risk: str = "A bank letter on a long day.", **changes: Any) -> Draft:
    """With one risk that is whole."""
    words = {
        "parts": ["risk1"], "risk1_risk": risk, "risk1_sign": "I put it into my bag.",
        "risk1_move": "I lay it on the table.", "risk1_telling": "The same evening.",
    }  # fmt: skip
    return write(by, kind="plan", step=10, **(words | changes))


def write_ownership(by: User, then: str = "I give the card back.", **changes: Any) -> Draft:
    words = {"within": "day", "way": "In person, at the table.", "then": then}
    return write(by, kind="ownership", step=16, **(words | changes))


def write_disclosure(by: User, what: str = "I wrote to her once more.", **changes: Any) -> Draft:
    words = {"what": what, "when": "On Sunday.", "now": ""}
    return write(by, kind="disclosure", step=16, **(words | changes))
