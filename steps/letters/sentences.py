"""What followed a letter, in one plain sentence each, for the one who did it and for the other."""

from collections.abc import Mapping

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

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
