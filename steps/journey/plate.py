"""The plate: 21 seams, and what is known of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from steps.guide import steps as guide
from steps.guide.seams import SEAMS

CRACK, OPEN, JOINED = range(3)
STATES = {CRACK: "crack", OPEN: "open", JOINED: "joined"}
STATE_NAMES: dict[int, LazyText] = {
    CRACK: gettext_lazy("not begun"),
    OPEN: gettext_lazy("begun"),
    JOINED: gettext_lazy("joined"),
}


@dataclass(frozen=True)
class Seam:
    """One step on the plate."""

    number: int
    name: LazyText
    url: str
    path: str
    finer: bool
    state: str
    state_name: LazyText
    just_joined: bool


@dataclass(frozen=True)
class Plate:
    """All seams by number, and again in their parts, under one sentence that counts nothing."""

    seams: list[Seam]
    parts: list[tuple[LazyText, list[Seam]]]
    caption: str


def plate(states: Mapping[int, int], *, was: Mapping[int, int] | None = None) -> Plate:
    """Draw the `states` of the steps; those that `was` did not have joined stroke in once."""
    seams = [
        Seam(
            number=step.number,
            name=step.title,
            url=step.get_absolute_url(),
            path=SEAMS[step.number - 1],
            finer=step.for_two,
            state=STATES[states.get(step.number, CRACK)],
            state_name=STATE_NAMES[states.get(step.number, CRACK)],
            just_joined=was is not None
            and states.get(step.number) == JOINED != was.get(step.number),
        )
        for step in guide.STEPS
    ]
    parts = [
        (part.name, [seams[step.number - 1] for step in steps]) for part, steps in guide.by_part()
    ]
    return Plate(seams=seams, parts=parts, caption=caption(states))


def caption(states: Mapping[int, int]) -> str:
    if JOINED in states.values():
        return _("What you have done so far. Open seams need time.")
    if OPEN in states.values():
        return _("You have begun. A seam joins when something was done, not when it was read.")
    return _("Each line is a step. All of them can be read now.")
