"""What a hurt may have touched: six areas, how far it reached, and how close a guess comes."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Area:
    """`guess` asks the one who did it, `own` the one it was done to; `hint` helps both."""

    name: Any  # lazy texts, as the parts of a form
    guess: Any
    own: Any
    hint: Any


AREAS = {
    "safety": Area(
        _("Safety"),
        _("What did it do to their sense of safety?"),
        _("What did it do to your sense of safety?"),
        _("What has to be checked now? What can no longer be taken for granted?"),
    ),
    "dignity": Area(
        _("Dignity"),
        _("Where may it have made them feel small or foolish?"),
        _("Where did it make you feel small or foolish?"),
        _("Moments when somebody knew, and somebody did not."),
    ),
    "time": Area(
        _("Time"),
        _("What did it cost them in time?"),
        _("What did it cost you in time?"),
        _("Nights, appointments, work left undone, plans that fell through."),
    ),
    "money": Area(
        _("Money"),
        _("What did it cost them in money?"),
        _("What did it cost you in money?"),
        _("Bills, debts, savings, extra shifts."),
    ),
    "body": Area(
        _("Body"),
        _("What may it have done to their body?"),
        _("What did it do to your body?"),
        _("Sleep, eating, health, how it is to be touched or to be close."),
    ),
    "others": Area(
        _("Others"),
        _("What did it change between them and other people?"),
        _("What did it change between you and other people?"),
        _("Children, family, friends; who has to be told things, or is kept from them."),
    ),
}
# How far it reached, from not at all to all through.
REACHES = {"0": _("not at all"), "1": _("a little"), "2": _("much"), "3": _("very much")}
CLOSENESS = {"close": _("close"), "partly": _("partly"), "no": _("no")}
