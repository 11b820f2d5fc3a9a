"""What may be said to a card, if its reader likes: each in its words for either of the two."""

from typing import NamedTuple

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _


class Saying(NamedTuple):
    """`label` is on the button; the same as `own` and as `theirs`. `adds`: it stands beside what
    was said before, and is nothing without words.
    """

    label: LazyText
    own: LazyText
    theirs: LazyText
    adds: bool = False


SAYINGS: dict[str, Saying] = {
    "true": Saying(
        _("Rings true"), _("You said that it rings true."), _("{name} said that it rings true.")
    ),
    "otherwise": Saying(
        _("I see it otherwise"),
        _("You said that you see it otherwise."),
        _("{name} sees it otherwise. There is nothing to defend."),
    ),
    "risk": Saying(
        _("Add a risk"), _("You added a risk."), _("{name} added a risk."), adds=True
    ),
    "wish": Saying(
        _("Add a wish"), _("You added a wish."), _("{name} added a wish."), adds=True
    ),
    "thank": Saying(_("Thank you"), _("You said thank you."), _("{name} said thank you.")),
    "later": Saying(
        _("Not now"), _("You said “not now”."), _("{name} said “not now”. There is nothing to do.")
    ),
}  # fmt: skip
UNSAID = Saying(
    _("Taken back"),
    _("You took it back on {day}. These words are yours alone now."),
    _("{name} took the answer back on {day}. There is nothing to do."),
)
