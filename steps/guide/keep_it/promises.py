"""Step 9, Follow Through with Promises."""

from django.utils.translation import gettext_lazy as _

from steps.guide.parts import KEEP_IT
from steps.guide.step import Question, Step

STEP = Step(
    number=9,
    title=_("Follow Through with Promises"),
    part=KEEP_IT,
    aim=_("Make a promise small and clear enough to keep without help, and keep it."),
    guidance=(
        _(
            "Promise less than you feel. Peetz and Kammrath found in 2011 that love makes more "
            "promises, and that it is self-regulation that keeps them. Three at a time is the most "
            "that you can have here, and one is a good beginning."
        ),
        _(
            "A good promise is about what you did and fits in one sentence: “I put every bank "
            "letter on the table, opened.” You can keep it without anybody’s help. Choose once by "
            "a date, daily, or weekly on certain days, for ninety days at most. Say how you will "
            "both know that it was kept."
        ),
        _(
            "Think of the day on which it will be hardest, and make an if-then plan for that day. "
            "Then say the promise aloud once. If it sounds too big, make it smaller before it goes "
            "out."
        ),
        _(
            "Promise only your own part. “Never again” is a hope; a promise is something that you "
            "can do on a Tuesday. Passwords, live location, copies of messages, and a say over "
            "money or over whom to see do not belong in it."
        ),
    ),
    questions=(
        Question(
            "answers_what",
            _("Which part of what you did does this promise answer?"),
            _("If it answers none, it may be a nice idea, and it can wait."),
        ),
        Question(
            "alone",
            _("What could you do about it that needs nobody’s help?"),
            _("Something that can be seen, heard or counted."),
        ),
        Question(
            "measure",
            _("How will both of you know that it was kept?"),
            _("So plain that nobody has to ask."),
        ),
        Question(
            "hardest",
            _("When will it be hardest, and what will you do then?"),
            _("If …, then I …"),
        ),
    ),
    counts=_("A promise that is made, and its first day reported by the end of the next day."),
    other_sees=_(
        "They see each promise that you send, and no other. They may accept it, ask for a "
        "change, decline it, or say nothing. To make it easier you need their yes."
    ),
    minutes=5,
    practice="promise",
)
