"""Step 18, Practice Transparency."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import KEEP_IT
from steps.guide.step import Question, Step
from steps.thresholds import OPEN_LINES

STEP = Step(
    number=18,
    title=_("Practice Transparency"),
    part=KEEP_IT,
    aim=_("Let yourself be known a little more than is comfortable, of your own accord."),
    guidance=(
        _(
            "Secrets begin small, long before they are about anything. Once a week, write one open "
            "line: what I felt, and what I would rather have kept back. “I was glad that the "
            "meeting ran late, and I nearly did not say so.”"
        ),
        _(
            "Keep it to a line. Say it without planning how it will land, and without waiting for "
            "comfort. If they do not want to hear it, it stays on this page, and writing it was "
            "the practice."
        ),
        _(
            "If you want to do more, you can offer one piece of information for a while: this "
            "month’s bank statement, who else comes along on the trip. Say what is included, what "
            "is not, and on which day the offer ends, thirty days at most."
        ),
        _(
            "Openness is yours to give, and nobody can demand it. Passwords, live location and "
            "copies of messages stay out of it, for both of you. Being watched is not the same as "
            "being trusted."
        ),
    ),
    questions=(
        Question(
            "felt",
            _("What did you feel this week?"),
            _("One feeling, one moment."),
        ),
        Question(
            "kept_back",
            _("What would you rather have kept back?"),
            _("Something small and true. One line."),
        ),
        Question(
            "offer",
            _("Is there something that you could offer to show, for a while?"),
            _("What it includes, what it does not, and the day on which it ends."),
        ),
    ),
    counts=counted(
        _("{lines} open lines, each in a week of its own, or one offer kept up until its day."),
        lines=OPEN_LINES,
    ),
    other_sees=_(
        "They see nothing of this writing; they hear only what you choose to tell them yourself."
    ),
    minutes=3,
)
