"""Step 21, Maintain the Effort."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import TOGETHER
from steps.guide.step import Question, Step
from steps.thresholds import LOOKS_BACK

STEP = Step(
    number=21,
    title=_("Maintain the Effort"),
    part=TOGETHER,
    aim=_("Come back once a month, look at it honestly, and choose what goes on."),
    guidance=(
        _(
            "Storms are not the only danger; calm weather is one as well. When things get easier, "
            "the promises slip first, then the small honesties. Keep ten minutes a month for "
            "looking back."
        ),
        _(
            "Go through your promises. Renew what still fits. Let a promise end when it has become "
            "a habit. Name what you dropped without saying so. Dropping something in the open is a "
            "choice; in silence, it is the old way."
        ),
        _(
            "Write down how going back would begin, and what you would do on that same day. Then "
            "read the first thing that you wrote here. You may want to say it differently now."
        ),
        _(
            "You can skip a month and come back without explaining. Some day the work may feel "
            "finished, to both of you or to one. That is not the same as being forgiven, and you "
            "can pick it up again."
        ),
    ),
    questions=(
        Question(
            "kept_up",
            _("What did you keep up this month?"),
            _("Also what nobody saw."),
        ),
        Question(
            "slipped",
            _("What slipped, or was dropped in silence?"),
            _("Say it here first. Then decide whom else to tell."),
        ),
        Question(
            "goes_on",
            _("What do you renew, change or end?"),
            _("One line for each promise or habit."),
        ),
        Question(
            "way_back",
            _("How would going back begin, and what would you do that day?"),
            _("The first sign, the first move, the first person you tell."),
        ),
        Question(
            "first_words",
            _("Read the first thing you wrote here. How would you say it today?"),
            _("There is nothing to improve. Only look."),
        ),
    ),
    counts=counted(
        _("{looks} monthly looks back. After that it stays open on purpose."), looks=LOOKS_BACK
    ),
    other_sees=_("They see nothing of this writing; they may notice that you are still at it."),
    minutes=10,
)
