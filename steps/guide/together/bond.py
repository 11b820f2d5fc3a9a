"""Step 19, Rebuild the Bond."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import TOGETHER
from steps.guide.step import Question, Step
from steps.thresholds import MOMENTS_SHARED, TIMES_KEPT

STEP = Step(
    number=19,
    title=_("Rebuild the Bond"),
    part=TOGETHER,
    aim=_("Make small, light hours possible, at their speed."),
    guidance=(
        _(
            "If closeness comes back, it often comes through small things: coffee on the step, a "
            "film, the walk with the dog. Choose what asks for little, ends on time and is easy to "
            "decline."
        ),
        _(
            "They set the speed. Wait for what they suggest, or offer one thing with an easy way "
            "out: “I am going to the market on Saturday. Come along if you like; it is fine if "
            "not.” Ask once. After a no, go to the market."
        ),
        _(
            "While you are together, be there. Do not ask how it is going between you. Nothing "
            "sexual and nothing overnight, unless they want it and say so, and they can change "
            "their mind at any moment."
        ),
        _(
            "Alone, you can be good company first: rested, on time, with your phone away. You can "
            "also pick up what you let slide, a friend of theirs, a habit, a shared task. If they "
            "want no shared hours, this stays open. That takes nothing away from what you do."
        ),
    ),
    questions=(
        Question(
            "liked",
            _("What small thing did you both like?"),
            _("Something of half an hour that needs no preparation."),
        ),
        Question(
            "offer",
            _("How could you offer it, with an easy way out?"),
            _("The words, and what you will do after a no."),
        ),
        Question(
            "company",
            _("What would make you better company?"),
            _("Something that you can begin today, alone."),
        ),
        Question(
            "after",
            _("After a shared hour: how was it?"),
            _("One or two lines. No marks for either of you."),
        ),
    ),
    counts=counted(
        _(
            "{moments} shared hours that you both wanted, or one small habit kept {times} times. "
            "Where they want none, this may stay open."
        ),
        moments=MOMENTS_SHARED,
        times=TIMES_KEPT,
    ),
    other_sees=_("They see nothing of this writing; they notice only what you say and do."),
    minutes=5,
    for_two=True,
)
