"""What followed an offer, in one plain sentence each, for the one who did it and for the other."""

from collections.abc import Mapping

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

OWN: Mapping[str, LazyText] = {
    "sent": _("Sent on {day}."),
    "told": _("You said or did this in person on {day}. Only you see it."),
    "done": _("You did it on {day}."),
    "withdrawn": _("You took it back on {day}. What was given stays readable."),
    "unsaid": _("You took your answer back on {day}. These words are now yours alone."),
    "yes": _("You said yes."),
    "idea": _("You have another idea."),
    "later": _("You said “not now”."),
    "no": _("You said “no thanks”."),
    "helped": _("You said that it helped."),
    "little": _("You said that it helped a little."),
    "not": _("You said that it did not help."),
}

THEIRS: Mapping[str, LazyText] = {
    "sent": _("Sent on {day}."),
    "done": _("{name} did it on {day}."),
    "withdrawn": _("{name} took it back on {day}."),
    "unsaid": _("{name} took the answer back on {day}. There is nothing to do."),
    "yes": _("{name} said yes."),
    "idea": _("{name} has another idea."),
    "later": _("{name} said “not now”. There is nothing to do."),
    "no": _("{name} said “no thanks”. Making the offer was your part."),
    "helped": _("{name} said that it helped."),
    "little": _("{name} said that it helped a little."),
    "not": _("{name} said that it did not help."),
}
