"""Step 10, Offer Assurance."""

from django.utils.translation import gettext_lazy as _

from steps.guide.parts import KEEP_IT
from steps.guide.step import Question, Step

STEP = Step(
    number=10,
    title=_("Offer Assurance"),
    part=KEEP_IT,
    aim=_("Say where it could happen again, and what you will do before it does."),
    guidance=(
        _(
            "“It will never happen again” is a sentence that nobody can check. A plan can be "
            "looked at: where is the risk, what is the first sign, what do I do then, how soon "
            "will I tell you?"
        ),
        _(
            "Be exact about the risk. The trip, the second drink, the old contact, the month when "
            "the money is short. Put down the one that you would rather leave out."
        ),
        _(
            "The first sign is one that only you can feel. Look at step 8: the sentence that you "
            "told yourself then is a sign. When you hear it again, it is time for your move: "
            "leave, call somebody, leave the bank card at home, say it aloud."
        ),
        _(
            "The plan has to work if they never look at it. They are not your guard. Passwords, "
            "live location and copies of messages have no place in it; it rests on what you do and "
            "what you tell."
        ),
    ),
    questions=(
        Question(
            "risk",
            _("In which situation could it happen again?"),
            _("Times, places, people, moods. As exact as you can."),
        ),
        Question(
            "sign",
            _("What is the first sign that you can notice?"),
            _("A thought, a feeling, a small secret. Before anyone else could see it."),
        ),
        Question(
            "move",
            _("What will you do then?"),
            _("One thing that you can do alone and at once."),
        ),
        Question(
            "telling",
            _("How soon will you tell them, and how?"),
            _("A time that you can keep, even if nothing happened in the end."),
        ),
    ),
    counts=_(
        "One risk with its first sign, your move, and how soon you will tell them, shared or told."
    ),
    other_sees=_(
        "If you share this, they get a closed card that is theirs to open or leave; they never see "
        "the risks that you kept to yourself."
    ),
    minutes=10,
    practice="plan",
    shareable=True,
)
