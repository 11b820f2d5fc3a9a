"""Step 17, Avoid Defensive Behavior."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import ON_EVERY_PAGE
from steps.guide.step import Question, Step
from steps.thresholds import PIECES_REREAD

STEP = Step(
    number=17,
    title=_("Avoid Defensive Behavior"),
    part=ON_EVERY_PAGE,
    aim=_("Hear the part that is true before you answer the part that stings."),
    guidance=(
        _(
            "When somebody accuses us, we explain, correct, make it smaller or point back. It is "
            "quick, and from inside it seems only fair. What reaches the other person is that "
            "nobody heard them."
        ),
        _(
            "The signs are small words: if, but, only, we both, after all I have done. “I’m sorry "
            "if” puts the hurt in doubt. “But” takes back what came before it. “You made me” gives "
            "your act to somebody else. Some of them are marked beside what you write here, for "
            "you alone. The marks can be wrong; you decide."
        ),
        _(
            "Try this. Breathe out. Say back what you heard, name what is true in it, and stop. If "
            "a detail is wrong, it can wait for a day. Most details will not matter by then."
        ),
        _(
            "Listening has limits. If you are insulted, or if it gets too much, say when you will "
            "be back, and be back then: “I want to hear this. I need an hour.” If you are hit or "
            "threatened, this step is not the answer. The Help page says where to turn."
        ),
    ),
    questions=(
        Question(
            "their_words",
            _("Which words of theirs were hard to hear?"),
            _("As they said them, without your comment."),
        ),
        Question(
            "first_answer",
            _("What did you want to answer at once?"),
            _("As it came. Nobody else reads this."),
        ),
        Question(
            "true_part",
            _("What in their words is true?"),
            _("Begin there, even if it is only half."),
        ),
        Question(
            "answer_now",
            _("How would you answer now?"),
            _("Begin with I, and end before the “but”."),
        ),
    ),
    counts=counted(
        _(
            "{pieces} pieces of your own that were sent or said, each read again before: of every "
            "phrase that was marked firmly you decided. Change it, or keep it."
        ),
        pieces=PIECES_REREAD,
    ),
    other_sees=_("They see nothing of this writing, and nothing of what you changed in a draft."),
    minutes=5,
)
