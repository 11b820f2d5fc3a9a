"""The way on Today: which parts have come, and the one thing to do there."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from mend import clock
from steps.guide import evidence
from steps.guide import steps as guide
from steps.guide.parts import KEEP_IT, LEAVE_ROOM, ON_EVERY_PAGE, OWN_IT, PARTS, TOGETHER, Part
from steps.guide.step import Step
from steps.journey.models import Journey
from steps.journey.plate import CRACK, JOINED
from steps.thresholds import A_SITTING, TOGETHER_AFTER


@dataclass(frozen=True)
class Way:
    """A part of the way; Today comes to it by itself once `has_come`."""

    part: Part
    has_come: bool


@dataclass(frozen=True)
class OneThing:
    """A step for today, what to start with, and how many minutes are enough."""

    step: Step
    question: Any
    minutes: int


def ways(known: Collection[int], journey: Journey) -> list[Way]:
    """The four parts, by what was done; the last also of itself, after eight weeks."""
    come = {
        OWN_IT.key: True,
        LEAVE_ROOM.key: evidence.DELIVERED in known,
        KEEP_IT.key: evidence.PROMISED in known,
        TOGETHER.key: evidence.JOINED_IN in known
        or journey.opened_at <= clock.now() - TOGETHER_AFTER,
    }
    return [Way(part, come[part.key]) for part in PARTS if part != ON_EVERY_PAGE]


def one_thing(known: dict[int, int], four: list[Way], today: dt.date) -> OneThing:
    """The first step that was not begun, in the parts that have come; nothing that needs two.

    Once all were: by turns, day by day, what opens the next part, and what is not joined yet.
    """
    here = [way.part for way in four if way.has_come]
    walk = [step for step in guide.WALK if step.part in here and not step.for_two]
    unbegun = [step for step in walk if known.get(step.number, CRACK) == CRACK]
    if unbegun:
        return thing(unbegun[0])
    doors = [way.part for way in four if way.part.door and not way.has_come][:1]
    waiting = [step for step in [*walk, guide.step(17)] if known.get(step.number) != JOINED]
    turns = [thing(guide.step(part.door), part.asks) for part in doors] + [*map(thing, waiting)]
    return turns[today.toordinal() % len(turns)] if turns else thing(walk[0])


def thing(step: Step, question: Any = "") -> OneThing:
    return OneThing(step, question or step.questions[0].text, min(step.minutes, A_SITTING))
