"""Step 20, Celebrate Small Victories."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import TOGETHER
from steps.guide.step import Question, Step
from steps.thresholds import NOTICED_ALONE, NOTICED_TOGETHER

STEP = Step(
    number=20,
    title=_("Celebrate Small Victories"),
    part=TOGETHER,
    aim=_("Notice a small good thing, and say it lightly or keep it."),
    guidance=(
        _(
            "“I noticed that you laughed at breakfast.” A small true thing, seen from close by. "
            "Begin with “I noticed”, say one thing and stop. It need not mean that all is well "
            "again."
        ),
        _(
            "Leave out praise for being strong, for staying or for forgiving. It can sound like a "
            "receipt. And do not ask them to be glad about what you have done; that gladness is "
            "yours, and it can be private."
        ),
        _(
            "If they bring good news of their own, from work or from a friend, stay with it. Ask "
            "one question and let it be theirs."
        ),
        _(
            "Alone, keep a short list for dark evenings. The promise that was hard and was kept. "
            "The first miss that you told before anyone asked. The day when you listened and said "
            "nothing clever."
        ),
    ),
    questions=(
        Question(
            "noticed",
            _("What small good thing did you notice?"),
            _("One moment, with its place and its day."),
        ),
        Question(
            "why",
            _("Why did it matter to you?"),
            _("One sentence."),
        ),
        Question(
            "say_or_keep",
            _("Is it light for them to hear, or better kept?"),
            _("If you hope for something in return, keep it for now."),
        ),
    ),
    counts=counted(
        _(
            "{both} small things that you spoke about together, or {alone} that you kept for "
            "yourself."
        ),
        both=NOTICED_TOGETHER,
        alone=NOTICED_ALONE,
    ),
    other_sees=_("They see nothing of this writing; what you say aloud is up to you."),
    minutes=3,
    for_two=True,
)
