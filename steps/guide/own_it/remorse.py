"""Step 3, Express Sincere Remorse."""

from django.utils.translation import gettext_lazy as _

from steps.guide.parts import OWN_IT
from steps.guide.step import Question, Step

STEP = Step(
    number=3,
    title=_("Express Sincere Remorse"),
    part=OWN_IT,
    aim=_("Write one whole apology that asks for nothing back."),
    guidance=(
        _(
            "Take three minutes and a sheet of paper first: what do you want to stand for, and why "
            "does it matter to you? Keep that note to yourself. Schumann found in 2014 that such a "
            "note leads to fuller, less defensive apologies."
        ),
        _(
            "A whole apology holds six things: it was my doing; how I will put it right; what it "
            "did to you; regret; what happened; what will be different. Lewicki, Polin and Lount "
            "asked 755 people in 2016. Taking responsibility weighed most, repair came second, and "
            "asking to be forgiven weighed least. So leave the asking out."
        ),
        _(
            "Use their name and your own everyday words. One true detail says more than ten big "
            "words. Strike out “if I hurt you”, “I’m sorry you feel” and every “but”. How hard "
            "this is for you does not belong in it."
        ),
        _(
            "Read it aloud and let it rest for a night. Then read it again as if you were them. It "
            "can also be read out face to face, if that is safe and welcome. After that, let it "
            "go. No answer is owed to it."
        ),
    ),
    questions=(
        Question(
            "letter",
            _("What do you want to say to them?"),
            _(
                "It was my doing. How I will put it right. What it did to you. Regret. What "
                "happened. What will be different."
            ),
        ),
    ),
    counts=_(
        "A letter that says what you did, what it did to them, and that you regret it, shared or "
        "read out. An answer is not part of it."
    ),
    other_sees=_(
        "If you share this, they get a closed card that is theirs to open or leave; they never see "
        "earlier versions that you kept."
    ),
    minutes=10,
    practice="letter",
    shareable=True,
)
