"""Step 7, Be Patient."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import LEAVE_ROOM
from steps.guide.step import Question, Step
from steps.thresholds import WEEKS_LOOKED_BACK

STEP = Step(
    number=7,
    title=_("Be Patient"),
    part=LEAVE_ROOM,
    aim=_("Notice when you want them to hurry, and do something else with it."),
    guidance=(
        _(
            "You may be ready before they are. You have known the whole story from the start; they "
            "may have known it for a few weeks. There is no date by which it has to be better."
        ),
        _(
            "Impatience seldom says its name. It sighs. It asks “are we all right?” for the third "
            "time. It does the dishes loudly, it looks hurt, it gives a compliment and waits. Find "
            "out how yours looks from outside."
        ),
        _(
            "Make one plan in the form if and then: “If I want to ask whether we are all right, "
            "then I first walk once around the block.” Gollwitzer and Sheeran put together 94 "
            "tests in 2006, and such plans clearly helped people do what they meant to do."
        ),
        _(
            "Have one person to turn to who is not the one you hurt, and who does not take sides "
            "against them. Once a week, look back alone: did I push?"
        ),
    ),
    questions=(
        Question(
            "looks_like",
            _("How does your impatience look from outside?"),
            _("Words, silences, sighs, sudden kindness with a question behind it."),
        ),
        Question(
            "plan",
            _("If it comes, what will you do then?"),
            _("If …, then I …"),
        ),
        Question(
            "person",
            _("Who can you turn to?"),
            _("Somebody who listens to you and does not speak against them."),
        ),
        Question(
            "pushed",
            _("Did you push this week? How?"),
            _("Only you read this. “Yes” is a useful answer."),
        ),
    ),
    counts=counted(
        _("{weeks} weekly looks back, in as many weeks, whatever they show."),
        weeks=WEEKS_LOOKED_BACK,
    ),
    other_sees=_("They see nothing of this writing, not even that it exists."),
    minutes=5,
    practice="patience",
)
