"""Step 4, Make Amends."""

from django.utils.translation import gettext_lazy as _

from steps.guide.parts import OWN_IT
from steps.guide.step import Question, Step

STEP = Step(
    number=4,
    title=_("Make Amends"),
    part=OWN_IT,
    aim=_("Offer to repair something at your own cost, and leave the choice to them."),
    guidance=(
        _(
            "Look for what was damaged and can still be put right. Money that you took. Time that "
            "it cost them. A story told to others that needs to be set straight. Work that they "
            "had to do alone."
        ),
        _(
            "Make the offer concrete: a thing, time, money, effort, or setting it right with "
            "others. Say what it costs you and by which day you will do it. “Whatever you want” is "
            "not an offer yet; it hands them the work of thinking."
        ),
        _(
            "They can answer yes, another idea, not now or no thanks, or not answer. All of these "
            "are fine, and none needs a reason. What you owe anyway, to them or to somebody else, "
            "you can do without waiting for a yes."
        ),
        _(
            "Offer what helps them, even if nobody thanks you for it. Luchies and others found in "
            "2010 that forgiving without amends costs self-respect, so a repair is no favour. When "
            "it is done, they can say that it helped, a little, or that it did not. Take that as "
            "news for the next offer."
        ),
    ),
    questions=(
        Question(
            "damaged",
            _("What was damaged or lost that can still be put right?"),
            _("Think of things, time, money, work, and what others were told."),
        ),
        Question(
            "offer",
            _("What could you offer, at what cost to you, and by when?"),
            _("Something that they do not have to organise, remember or supervise."),
        ),
        Question(
            "owed",
            _("What do you owe anyway, whatever they answer?"),
            _("Money that you took. A lie that somebody still believes."),
        ),
    ),
    counts=_(
        "One repair carried out: something that they said yes to, or something that you owed "
        "anyway. If they turned down every offer, making them was your part."
    ),
    other_sees=_(
        "They see the offers that you send, each with its cost and its day, and never the ones "
        "that you only thought about."
    ),
    minutes=5,
    practice="offer",
)
