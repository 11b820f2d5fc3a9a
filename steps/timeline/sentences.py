"""How an entry is told: to the one who did it, and to the other, who is given a first name."""

from typing import NamedTuple

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

GROUPS: dict[str, tuple[str, ...]] = {
    "writing": ("entry", "withdrawn"),
    "offers": ("offer", "answer", "carried", "felt", "revoked", "unsaid"),
    "list": ("promise", "report", "verdict", "ended", "paused", "resumed"),
}


class Sentence(NamedTuple):
    """The same deed as `own` and as `theirs`."""

    own: LazyText
    theirs: LazyText


class Mark(NamedTuple):
    """A word with its sign; `name` is the class that draws the sign, empty for a plain word."""

    name: str
    word: LazyText


SENTENCES: dict[str, Sentence] = {
    "entry": Sentence(_("You shared something you wrote"), _("{name} shared something they wrote")),
    "offer": Sentence(_("You offered a repair"), _("{name} offered a repair")),
    "answer": Sentence(_("You answered an offer"), _("{name} answered an offer")),
    "withdrawn": Sentence(
        _("You took back something you wrote"), _("{name} took back something they wrote")
    ),
    "revoked": Sentence(_("You took back an offer"), _("{name} took back an offer")),
    "unsaid": Sentence(_("You took back an answer"), _("{name} took back an answer")),
    "carried": Sentence(_("You carried out a repair"), _("{name} carried out a repair")),
    "felt": Sentence(_("You said how a repair was"), _("{name} said how a repair was")),
    "promise": Sentence(_("You made a promise"), _("{name} made a promise")),
    "report": Sentence(_("You reported a promise"), _("{name} reported a promise")),
    "verdict": Sentence(_("You marked a promise"), _("{name} marked a promise")),
    "ended": Sentence(_("You ended a promise early"), _("{name} ended a promise early")),
    "paused": Sentence(_("You paused your promises"), _("{name} paused their promises")),
    "resumed": Sentence(_("You ended your pause"), _("{name} ended their pause")),
}

MARKS: dict[tuple[str, str], Mark] = {
    ("report", "kept"): Mark("reported", _("kept")),
    ("report", "missed"): Mark("missed", _("missed")),
    ("report", "change"): Mark("change", _("needs a change")),
    ("verdict", "kept"): Mark("kept", _("kept")),
    ("verdict", "broken"): Mark("broken", _("broken")),
    ("verdict", "excused"): Mark("excused", _("excused")),
    ("verdict", "unsaid"): Mark("", _("taken back")),
    ("answer", "yes"): Mark("", _("yes")),
    ("answer", "idea"): Mark("", _("another idea")),
    ("answer", "later"): Mark("", _("not now")),
    ("answer", "no"): Mark("", _("no thanks")),
    ("felt", "helped"): Mark("", _("it helped")),
    ("felt", "little"): Mark("", _("a little")),
    ("felt", "not"): Mark("", _("it did not help")),
}

# What stands under a later entry, so that one knows which promise or offer it is about.
HEADLINES = {"promise": "sentence", "offer": "what"}

LABELS: dict[str, LazyText] = {"report": _("Note"), "answer": _("With these words")}

ANEW: dict[str, LazyText] = {
    "report": _("Reported anew later."),
    "verdict": _("Marked anew later."),
}
