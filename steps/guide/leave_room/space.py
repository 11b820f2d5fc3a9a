"""Step 5, Give Them Space."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import LEAVE_ROOM
from steps.guide.step import Question, Step
from steps.thresholds import QUIET_WEEK

STEP = Step(
    number=5,
    title=_("Give Them Space"),
    part=LEAVE_ROOM,
    aim=_("Let them be without you for as long as they want, and keep your word meanwhile."),
    guidance=(
        _(
            "Space means that nothing comes from you unless they asked for it: no message, no "
            "gift, no song, no “only checking”. It also means no detour through friends, family or "
            "children."
        ),
        _(
            "Whether they want space, how much of it, and when it ends is theirs to decide. They "
            "owe you no reason and no date. Asking how long it will take is already a knock on the "
            "door."
        ),
        _(
            "Some things cannot wait: children, health, bills. Use one plain way for those, the "
            "one that they prefer, and use it for nothing else. Promises that you have made go on, "
            "quietly."
        ),
        _(
            "The wish to reach out comes in waves, and each one passes. Have somewhere else to "
            "take it: a walk, a friend who listens, a page here that you keep. Space is not a "
            "punishment, and it is not a test with a prize at the end."
        ),
    ),
    questions=(
        Question(
            "will_not",
            _("What will you not do while they want space?"),
            _("Be exact: calls, messages, gifts, visits, asking others about them."),
        ),
        Question(
            "cannot_wait",
            _("What truly cannot wait, and how will you say it then?"),
            _("Children, health, money that is due. One short message, nothing added."),
        ),
        Question(
            "instead",
            _("Where will you take the wish to reach out?"),
            _("A person, a place, something to do with your hands."),
        ),
    ),
    counts=counted(
        _(
            "A few lines on what you will not do meanwhile, and {days} days in which nothing of "
            "yours went, or a space of theirs that you kept."
        ),
        days=QUIET_WEEK.days,
    ),
    other_sees=_(
        "If you share this, they get a closed card that is theirs to open or leave; they never see "
        "what you write and keep."
    ),
    minutes=5,
    shareable=True,
)
