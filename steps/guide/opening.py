"""The first question to each of the two; both answers begin as private writing."""

from django.utils.translation import gettext_lazy as _

from steps.guide.step import Question

BEGIN = Question(
    "opening",
    _("What did you do that you want to put right?"),
    _(
        "One sentence is enough. Write only what is yours, and only if you want to. "
        "It is saved for you alone, and nobody is told that you are here."
    ),
)
KEEP = Question(
    "keep",
    _("What would you like to keep for yourself today?"),
    _(
        "A thought, a fact, a question, a date. It stays yours and goes nowhere. "
        "There is nothing else that you have to do here."
    ),
)
