"""When a letter goes, and what followed one, in one plain sentence each, for either of the two."""

from collections.abc import Mapping

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.thresholds import GUESS_RESTS

WHEN_IT_GOES = counted(
    _("A letter goes once step 2 was answered, or {days} days after you did it."),
    days=GUESS_RESTS.days,
)

OWN: Mapping[str, LazyText] = {
    "sent": _("Sent on {day}."),
    "told": _("You read it out, or said it, on {day}. Only you see it."),
    "withdrawn": _("You took it back on {day}. What was given stays readable."),
    "unsaid": _("You took your answer back on {day}. These words are now yours alone."),
    "received": _("You said that you received it."),
    "more": _("You said that there is one more thing you need to read."),
    "aside": _("You set it aside."),
}

THEIRS: Mapping[str, LazyText] = {
    "sent": _("Sent on {day}."),
    "withdrawn": _("{name} took it back on {day}."),
    "unsaid": _("{name} took the answer back on {day}. There is nothing to do."),
    "received": _("{name} received it. That is all it says, and it is enough."),
    "more": _("There is one more thing that {name} needs to read. It can wait until it is true."),
    "aside": _("{name} set it aside. There is nothing to do."),
}
