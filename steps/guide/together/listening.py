"""Step 6, Communicate Openly."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import TOGETHER
from steps.guide.step import Question, Step
from steps.thresholds import MIRRORS

STEP = Step(
    number=6,
    title=_("Communicate Openly"),
    part=TOGETHER,
    aim=_("Learn to listen in such a way that they can say it and know that it arrived."),
    guidance=(
        _(
            "If they want to talk, they begin, they speak first, and they stop when they like. "
            "Your part is to listen and then to say back what you heard, shorter than they said "
            "it: “You sat in the car for an hour because you could not come in.” Then ask: “Did I "
            "get it? Is there more?”"
        ),
        _(
            "Nothing else. No corrected dates, no “yes, and I”, no solution. If they say “no, that "
            "is not it”, try again with what was missing. Only they can say that you got it."
        ),
        _(
            "Short turns are easier: a few minutes each, or a few sentences on paper with hours in "
            "between. You can say once that you are ready to listen. Then leave it for two weeks "
            "at least."
        ),
        _(
            "You can practise alone, today. Take something that they have already told you and say "
            "it back on paper. They may never want such a talk, and they do not owe you one. What "
            "you learn by listening stays with you."
        ),
    ),
    questions=(
        Question(
            "said_back",
            _("What have they already told you? Say it back in your own words."),
            _("Shorter than they said it, and without your side of it."),
        ),
        Question(
            "missed",
            _("What did you pass over when they said it?"),
            _("A word, a look, a thing that they said more than once."),
        ),
        Question(
            "stay",
            _("What is hardest for you to hear, and how will you stay with it?"),
            _("If …, then I …"),
        ),
    ),
    counts=counted(
        _(
            "{times} times when they said that you got it. If they want no such talks, this may "
            "stay open, and that is all right."
        ),
        times=MIRRORS,
    ),
    other_sees=_("They see nothing of this writing; it is your practice."),
    minutes=5,
    for_two=True,
)
