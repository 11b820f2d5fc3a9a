"""Step 1, Acknowledge the Mistake."""

from django.utils.translation import gettext_lazy as _

from steps.guide.parts import OWN_IT
from steps.guide.step import Question, Step

STEP = Step(
    number=1,
    title=_("Acknowledge the Mistake"),
    part=OWN_IT,
    aim=_("Say plainly what you did, all of it, before anyone has to ask or find out more."),
    guidance=(
        _(
            "Start with the facts; feelings have their turn later. Write one sentence that begins "
            "with I and names the act: “I lied to you about the money from March to July.” Leave "
            "out “it happened” and “mistakes were made”. They hide who did it."
        ),
        _(
            "Tell it all at once. Truth that comes in slices hurts again with every slice, and "
            "casts doubt on all that was said before. Schweitzer, Hershey and Bradlow found in "
            "2006 that deception is the hardest thing to come back from."
        ),
        _(
            "All of it does not mean every picture. Say what you did, when, who was affected and "
            "how you hid it. Leave out scenes that would only stay in their head, and be ready to "
            "answer if they ask."
        ),
        _(
            "Explain nothing yet; step 8 is the place for that. Where you do not remember, say so. "
            "If it is safe and welcome to say this face to face, that may be the better way. What "
            "you share here can be kept and shown to others."
        ),
    ),
    questions=(
        Question(
            "what_i_did",
            _("What did you do? Begin with I."),
            _("One or two sentences that name the act, so clear that a stranger would understand."),
        ),
        Question(
            "when",
            _("When did it happen, and how long did it go on?"),
            _("Dates as well as you know them. Say where you are not sure."),
        ),
        Question(
            "affected",
            _("Who was affected?"),
            _("The person you hurt first. Then others: children, family, friends, people at work."),
        ),
        Question(
            "hidden",
            _("Did you hide it or lie about it? How?"),
            _("What you said, what you left out, and who else was told something untrue."),
        ),
        Question(
            "not_known_yet",
            _("Is there anything that they do not know yet?"),
            _("Write it here. If there is nothing more, say below that this is all of it."),
        ),
    ),
    counts=_(
        "An account with the sentence marked that names the act, and “That is all of it” said with "
        "it, shared or said in person."
    ),
    other_sees=_(
        "If you share this, they get a closed card that is theirs to open or leave; they never see "
        "your drafts."
    ),
    minutes=10,
    practice="account",
    shareable=True,
)
