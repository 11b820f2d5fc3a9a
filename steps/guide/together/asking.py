"""Step 11, Ask for Forgiveness."""

from django.utils.translation import gettext_lazy as _

from steps.guide.parts import TOGETHER
from steps.guide.step import Question, Step

STEP = Step(
    number=11,
    title=_("Ask for Forgiveness"),
    part=TOGETHER,
    aim=_("Decide whether to ask at all, and if you ask, ask once and without weight."),
    guidance=(
        _(
            "You do not have to ask. Lewicki, Polin and Lount found in 2016 that, of all the parts "
            "of an apology, asking to be forgiven weighs least. And the question is heavy for the "
            "one who gets it: every answer costs something."
        ),
        _(
            "If you ask, ask late. First comes what you did, said whole; then the letter; then "
            "something repaired. Luchies and others found in 2010 that forgiving without amends "
            "costs self-respect. So do not ask them to go first."
        ),
        _(
            "Ask once, and put the way out into the same breath: “I would like to ask you to "
            "forgive me, some day. You owe me no answer.” Then leave it, for a year at least. "
            "Looking sad or sending a friend is asking, too."
        ),
        _(
            "Deciding not to ask is as complete as asking. People forgive in part, late, unasked, "
            "or not at all, and it may never be said aloud. Whatever comes, the promises go on."
        ),
    ),
    questions=(
        Question(
            "for_whom",
            _("Why do you want to ask, and for whom would it be?"),
            _("It may be for you. Then it is good to know."),
        ),
        Question(
            "stands",
            _("What have you said and repaired so far?"),
            _("What is still to come before you ask?"),
        ),
        Question(
            "words",
            _("If you ask, in which words?"),
            _("Two sentences. The second one sets them free not to answer."),
        ),
        Question(
            "without",
            _("How will you carry it if no answer ever comes?"),
            _("Who or what will help you, besides them?"),
        ),
    ),
    counts=_("A decision: asked once, or decided not to ask. You need not tell anybody which."),
    other_sees=_("They see nothing of this writing, and nobody is told what you decided."),
    minutes=5,
)
