"""Step 8, Learn from the Mistake."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import OWN_IT
from steps.guide.step import Question, Step
from steps.thresholds import TIED_POINTS

STEP = Step(
    number=8,
    title=_("Learn from the Mistake"),
    part=OWN_IT,
    aim=_(
        "Find the moments where you could have turned, and decide what you will do there next time."
    ),
    guidance=(
        _(
            "Go back to the hours and weeks before. What was going on in you, what did you feel, "
            "what did you tell nobody? Start there, not at the moment when you were found out."
        ),
        _(
            "Then look for the turning points, where one small step led to the next. Opening the "
            "message. Saying “nothing” when they asked. Often there was a sentence that made it "
            "possible: “nobody gets hurt”, “only this once”. Write your sentence down word for "
            "word."
        ),
        _(
            "This is an explanation, not an excuse. That you were tired, lonely or drunk may be "
            "part of how it came about, and it makes the act no smaller. What they did or did not "
            "do is no link in this chain. Each link is something that you thought or did."
        ),
        _(
            "For each turning point, choose one thing that you will do instead. Make it so small "
            "that you can do it on a bad day."
        ),
    ),
    questions=(
        Question(
            "before",
            _("What was going on in you before it happened?"),
            _("The hours before, and the weeks before. What did you keep to yourself?"),
        ),
        Question(
            "told_myself",
            _("What did you tell yourself that made it possible?"),
            _("The sentence as you thought it then, word for word."),
        ),
        Question(
            "turning_points",
            _("Where could you have turned back?"),
            counted(_("At least {points} moments, however small."), points=TIED_POINTS),
        ),
        Question(
            "instead",
            _("What will you do at each of them instead?"),
            _("One thing that you do, rather than one thing that you avoid."),
        ),
    ),
    counts=counted(
        _(
            "{points} choice points, each answered by a promise or a plan of yours. Nothing has to "
            "be shared for that."
        ),
        points=TIED_POINTS,
    ),
    other_sees=_(
        "If you share this, they get a closed card that is theirs to open or leave; they never see "
        "what you left out, nor what answers each point."
    ),
    minutes=10,
    practice="chain",
    shareable=True,
)
