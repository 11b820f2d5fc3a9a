"""All 21 steps. Their numbers and titles are the article's; the order of walking is ours."""

from itertools import pairwise

from steps.guide.keep_it import assurance, disclosure, openness, pattern, promises, word
from steps.guide.leave_room import decision, patience, space
from steps.guide.on_every_page import defending
from steps.guide.own_it import acknowledge, amends, impact, lesson, remorse
from steps.guide.parts import PARTS, Part
from steps.guide.step import Step
from steps.guide.together import asking, bond, effort, listening, noticing, questions

WALK: tuple[Step, ...] = (
    *(acknowledge.STEP, impact.STEP, remorse.STEP, amends.STEP, lesson.STEP),
    *(space.STEP, patience.STEP, decision.STEP),
    *(promises.STEP, word.STEP, pattern.STEP, assurance.STEP, disclosure.STEP, openness.STEP),
    *(listening.STEP, questions.STEP, bond.STEP, noticing.STEP, asking.STEP, effort.STEP),
    defending.STEP,
)
STEPS: tuple[Step, ...] = tuple(sorted(WALK, key=lambda step: step.number))


def step(number: int) -> Step:
    """The step with this number. Raises LookupError when there is none."""
    if not 1 <= number <= len(STEPS):
        raise LookupError(number)
    return STEPS[number - 1]


def by_part() -> list[tuple[Part, list[Step]]]:
    """Every part with its steps, in the order of walking."""
    return [(part, [step for step in WALK if step.part == part]) for part in PARTS]


def before(step: Step) -> Step | None:
    """The step walked before this one."""
    return next((first for first, second in pairwise(WALK) if second == step), None)


def after(step: Step) -> Step | None:
    """The step walked after this one."""
    return next((second for first, second in pairwise(WALK) if first == step), None)
