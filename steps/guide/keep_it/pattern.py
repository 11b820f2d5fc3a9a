"""Step 14, Be Consistent."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import KEEP_IT
from steps.guide.step import Question, Step
from steps.thresholds import REPAIRED_WITHIN, WEEKS_LOOKED_AT, WEEKS_REPORTED

STEP = Step(
    number=14,
    title=_("Be Consistent"),
    part=KEEP_IT,
    aim=_("Let many ordinary weeks show what words cannot."),
    guidance=(
        _(
            "Schweitzer, Hershey and Bradlow found in 2006 that promises speed recovery and "
            "consistent acts restore trust. Consistent does not mean perfect. It means that a "
            "Tuesday in the tenth week looks like a Tuesday in the first."
        ),
        _(
            "Look at your promises week by week. What do the misses have in common: an hour, a "
            "mood, a place, a certain kind of day? Change something about that hour, rather than "
            "scolding yourself."
        ),
        _(
            "Answer each miss within three days. Say it, put right what can be put right, and take "
            "the next day as it comes. A gap stays a gap, and the line goes on after it. No grand "
            "gesture has to make up for it."
        ),
        _(
            "Do not point at the pattern. They look at it when they like, or never. “See how good "
            "I have been” turns it into a bill."
        ),
    ),
    questions=(
        Question(
            "in_common",
            _("What do your misses have in common?"),
            _("The hour, the mood, the place, what came just before."),
        ),
        Question(
            "repair",
            _("What did you do after the last one?"),
            _("And how soon? If nothing yet: what could you do today?"),
        ),
        Question(
            "unseen",
            _("What keeps you going when nobody looks?"),
            _("A reason of your own that does not depend on their answer."),
        ),
    ),
    counts=counted(
        _(
            "Something reported in {reported} of the last {weeks} weeks, those with a pause left "
            "out; and to each miss a note, within {days} days, on how you put it right."
        ),
        reported=WEEKS_REPORTED,
        weeks=WEEKS_LOOKED_AT,
        days=REPAIRED_WITHIN.days,
    ),
    other_sees=_(
        "They can look at the same weeks as you, if they like, and never see a grade or a score."
    ),
    minutes=5,
    practice="promise",
)
