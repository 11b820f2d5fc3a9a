"""Step 2, Understand the Impact."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import OWN_IT
from steps.guide.step import Question, Step
from steps.thresholds import LOOKED_AT_AFTER

STEP = Step(
    number=2,
    title=_("Understand the Impact"),
    part=OWN_IT,
    aim=_("Picture what it did to their life, and hold your picture loosely."),
    guidance=(
        _(
            "What you did may have taken an hour. What it did to them goes on: at night, at the "
            "front door, when a phone lights up. Go slowly through what it may have touched: "
            "safety, dignity, time, money, the body, other people."
        ),
        _(
            "You are guessing, so write it as a guess: “I imagine that you …”. A guess leaves them "
            "room to say how it was, or not to. If they correct you, the correction is worth more "
            "than having been right."
        ),
        _(
            "Stay on their side of it. How bad you feel belongs on another page. When you notice a "
            "“but they also” coming, put the pen down and come back tomorrow."
        ),
        _(
            "They do not have to help you with this. Frantz and Bennigson found in 2005 that an "
            "apology works better after the hurt person felt heard. So this comes before the "
            "letter, and there is no hurry between the two."
        ),
    ),
    questions=(
        Question(
            "safety",
            _("What did it do to their sense of safety?"),
            _("What do they check now? What can they no longer take for granted?"),
        ),
        Question(
            "dignity",
            _("Where may it have made them feel small or foolish?"),
            _("Think of the moments when you knew, or others knew, and they did not."),
        ),
        Question(
            "time_and_money",
            _("What did it cost them in time and money?"),
            _("Nights, appointments, work left undone, bills, plans that fell through."),
        ),
        Question(
            "body",
            _("What may it have done to their body?"),
            _("Sleep, eating, health, how it is to be touched or to be close."),
        ),
        Question(
            "others",
            _("What did it change between them and other people?"),
            _(
                "Children, family, friends; people they now have to explain things to, or hide "
                "them from."
            ),
        ),
    ),
    counts=counted(
        _(
            "A guess for each part that fits, shared or told, and read again after {days} days, or "
            "made anew after they corrected it."
        ),
        days=LOOKED_AT_AFTER.days,
    ),
    other_sees=_(
        "If you share this, they get a closed card, and may draw their own. You never see theirs "
        "unless they share it; then both are open."
    ),
    minutes=10,
    practice="guess",
    shareable=True,
)
