"""Step 12, Respect Their Decision."""

from django.utils.translation import gettext_lazy as _

from steps.guide.parts import LEAVE_ROOM
from steps.guide.step import Question, Step

STEP = Step(
    number=12,
    title=_("Respect Their Decision"),
    part=LEAVE_ROOM,
    aim=_(
        "Write down how you will act after a no, a not now and a yes, before you know which it is."
    ),
    guidance=(
        _(
            "There are three decisions, and they stand apart: whether your apology is received, "
            "whether they forgive, and what becomes of the two of you. One says nothing about the "
            "others. All are theirs. They may change, stay open, or never be told to you."
        ),
        _(
            "Think each answer through beforehand. After a no or a not now: one short, kind "
            "sentence, then quiet. No new reasons, no last letter, no tears that they have to look "
            "after. After a yes: no sigh of relief that closes the matter. The promises go on as "
            "before."
        ),
        _(
            "Make sure that nothing practical hangs on their answer: not money, not the home, not "
            "time with children, not how you speak to them. A decision is free only if every "
            "answer is safe."
        ),
        _(
            "You may have to live without an answer for a long time. That is not a gap for you to "
            "fill. There is plenty to do that needs nobody’s decision."
        ),
    ),
    questions=(
        Question(
            "after_no",
            _("If they say no, what will you do?"),
            _("What you will say in one sentence, and what you will leave unsaid."),
        ),
        Question(
            "after_not_now",
            _("If they say not now, what will you do?"),
            _("And what you will not do, so that they need not say it twice."),
        ),
        Question(
            "after_yes",
            _("If they say yes, what will stay the same?"),
            _("The promises, the telling, the patience."),
        ),
        Question(
            "whatever_comes",
            _("What will you keep doing, whatever they decide?"),
            _("What you owe, who you care for, what you are changing in yourself."),
        ),
    ),
    counts=_("Your lines on every answer, shared or told, before you know which it is."),
    other_sees=_(
        "If you share this, they get a closed card that is theirs to open or leave; it asks them "
        "for nothing, and they never see your drafts."
    ),
    minutes=10,
    shareable=True,
)
