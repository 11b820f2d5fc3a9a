"""Step 15, Seek to Understand, Not to Be Understood."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import TOGETHER
from steps.guide.step import Question, Step
from steps.thresholds import QUESTIONS_WRITTEN

STEP = Step(
    number=15,
    title=_("Seek to Understand, Not to Be Understood"),
    part=TOGETHER,
    aim=_("Ask in order to learn how it is for them, and let your own side wait."),
    guidance=(
        _(
            "A good question is short, open, and has no answer hidden in it: “What was the hardest "
            "part of that week?” A question with “why do you still” or “don’t you think” in it is "
            "a statement wearing a question mark."
        ),
        _(
            "Write more questions than you ask. Offer two at most. Tell them that they can pick "
            "one, skip both, or say that a subject is closed. Then wait. A question without an "
            "answer may fade, and you need not ask it again."
        ),
        _(
            "If they answer, sum up what you heard and ask whether that is it. Leave your side "
            "out, also where it would help your case."
        ),
        _(
            "Without any answer there is still much to learn. Go back in your mind to what they "
            "have said to you already, and ask what you overlooked. Change one thing because of "
            "it."
        ),
    ),
    questions=(
        Question(
            "not_understood",
            _("What about their side do you not understand yet?"),
            _("Where you catch yourself thinking “I would not have …”."),
        ),
        Question(
            "questions",
            _("Which open questions could you ask?"),
            _("One thing at a time. Strike out those that are really about you."),
        ),
        Question(
            "overlooked",
            _("What have they told you that you overlooked?"),
            _("In the first days, in an argument, in passing."),
        ),
        Question(
            "change",
            _("What will you change because of something they said?"),
            _("One thing that can be seen."),
        ),
    ),
    counts=counted(
        _("{questions} good questions written, and one thing changed because of what you heard."),
        questions=QUESTIONS_WRITTEN,
    ),
    other_sees=_(
        "They see nothing of this writing; a question reaches them only when you ask it yourself."
    ),
    minutes=5,
)
