"""Step 16, Take Responsibility for Future Actions."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import KEEP_IT
from steps.guide.step import Question, Step
from steps.thresholds import LOOK_AGAIN_AFTER

STEP = Step(
    number=16,
    title=_("Take Responsibility for Future Actions"),
    part=KEEP_IT,
    aim=_("Settle on a calm day how you will tell them if you do it again or come close."),
    guidance=(
        _(
            "Nobody likes to think about doing it again, and that is how the next secret starts. "
            "Planning how to tell it is not permission to do it. Decide now: how soon you tell "
            "them, in which way, and what you do next."
        ),
        _(
            "Choose a time that you can keep. “Within a day”, kept, is worth more than “at once”, "
            "broken. Choose a way that is bearable for them: in a quiet moment or in writing, not "
            "at work and not in front of the children."
        ),
        _(
            "Then add what you will do without being asked, at your own cost. The contact that you "
            "end, the money that you give back, the person whom you tell."
        ),
        _(
            "If something has happened since you began, say it as it is, with its real date, and "
            "do not wrap it in good news. Being told is different from finding out. Read these "
            "lines again after a month."
        ),
    ),
    questions=(
        Question(
            "how_soon",
            _("If it happens again, how soon will you tell them?"),
            _("A time that you can keep on your worst day."),
        ),
        Question(
            "how",
            _("How will you tell them?"),
            _("In person or in writing, when, and where it is bearable for them."),
        ),
        Question(
            "then",
            _("What will you do then, without being asked?"),
            _("One or two things, at your own cost."),
        ),
        Question(
            "since",
            _("Is there something since you began that they do not know?"),
            _("With its real date. Leave this empty if there is nothing."),
        ),
    ),
    counts=counted(
        _("Your card shared or told, and read again after {days} days."),
        days=LOOK_AGAIN_AFTER.days,
    ),
    other_sees=_(
        "If you share this, they get a closed card that is theirs to open or leave; they never see "
        "your drafts."
    ),
    minutes=5,
    practice="ownership",
    shareable=True,
)
