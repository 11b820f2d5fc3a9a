"""How an entry is told: to the one who did it, and to the other, who is given a first name."""

from typing import NamedTuple

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

GROUPS: dict[str, tuple[str, ...]] = {
    "writing": (
        "entry",
        "withdrawn",
        "account",
        "account_reply",
        "nothing_more",
        "guess",
        "map",
        "correction",
        "letter",
        "letter_reply",
        "pushed",
        "chain",
        "lesson",
        "plan",
        "ownership",
        "disclosure",
        "signal",
        "reply",
    ),
    "offers": ("offer", "answer", "carried", "felt", "revoked", "unsaid"),
    "list": (
        "promise",
        "report",
        "repair",
        "gap",
        "verdict",
        "change",
        "wish",
        "consent",
        "ended",
        "paused",
        "resumed",
    ),
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
    "account": Sentence(_("You said what you did"), _("{name} said what they did")),
    "account_reply": Sentence(_("You answered what was said"), _("{name} answered what you said")),
    "nothing_more": Sentence(
        _("You said that there is nothing more"), _("{name} said that there is nothing more")
    ),
    "guess": Sentence(
        _("You shared what you imagine it did"), _("{name} shared what they imagine it did")
    ),
    "map": Sentence(_("You shared what it did to you"), _("{name} shared what it did to them")),
    "correction": Sentence(
        _("You said how close this comes"), _("{name} said how close this comes")
    ),
    "letter": Sentence(_("You sent a letter"), _("{name} sent a letter")),
    "letter_reply": Sentence(_("You answered a letter"), _("{name} answered a letter")),
    "pushed": Sentence(_("You said that you felt pushed"), _("{name} said that they felt pushed")),
    "chain": Sentence(_("You shared how it came about"), _("{name} shared how it came about")),
    "lesson": Sentence(_("You shared what you learned"), _("{name} shared what they learned")),
    "plan": Sentence(_("You shared a plan"), _("{name} shared a plan")),
    "ownership": Sentence(
        _("You shared your card for the next time"), _("{name} shared a card for the next time")
    ),
    "disclosure": Sentence(
        _("You told something yourself"), _("{name} told something of their own accord")
    ),
    "signal": Sentence(_("You sent the fixed card"), _("{name} sent the fixed card")),
    "reply": Sentence(_("You answered a card"), _("{name} answered a card")),
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
    "repair": Sentence(
        _("You said how you put a miss right"), _("{name} said how they put a miss right")
    ),
    "gap": Sentence(
        _("You said something about a time without reports"),
        _("{name} said something about a time without reports"),
    ),
    "verdict": Sentence(_("You marked a promise"), _("{name} marked a promise")),
    "change": Sentence(_("You asked to change a promise"), _("{name} asked to change a promise")),
    "wish": Sentence(
        _("You asked for a change to a promise"), _("{name} asked for a change to a promise")
    ),
    "consent": Sentence(_("You answered a promise"), _("{name} answered a promise")),
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
    ("consent", "accept"): Mark("", _("accepted")),
    ("consent", "stands"): Mark("", _("lets it stand")),
    ("consent", "decline"): Mark("", _("declined")),
    ("consent", "yes"): Mark("", _("yes to a change")),
    ("consent", "no"): Mark("", _("no to a change")),
    ("letter_reply", "received"): Mark("", _("received")),
    ("letter_reply", "more"): Mark("", _("one more thing to read")),
    ("letter_reply", "aside"): Mark("", _("set aside")),
    ("answer", "yes"): Mark("", _("yes")),
    ("answer", "idea"): Mark("", _("another idea")),
    ("answer", "later"): Mark("", _("not now")),
    ("answer", "no"): Mark("", _("no thanks")),
    ("account_reply", "matches"): Mark("", _("matches what I know")),
    ("account_reply", "missing"): Mark("", _("something is missing")),
    ("account_reply", "no_details"): Mark("", _("no details please")),
    ("reply", "true"): Mark("", _("rings true")),
    ("reply", "otherwise"): Mark("", _("I see it otherwise")),
    ("reply", "risk"): Mark("", _("a risk")),
    ("reply", "wish"): Mark("", _("a wish")),
    ("reply", "thank"): Mark("", _("thank you")),
    ("reply", "later"): Mark("", _("not now")),
    ("felt", "helped"): Mark("", _("it helped")),
    ("felt", "little"): Mark("", _("a little")),
    ("felt", "not"): Mark("", _("it did not help")),
}

# What stands under a later entry, so that one knows which promise or offer it is about.
HEADLINES = {
    "promise": "sentence", "offer": "what", "lesson": "lesson", "disclosure": "what",
    "change": "sentence", "wish": "sentence",
}  # fmt: skip

# What is no card, and told under the questions of a kind that is one.
TOLD_LIKE = {"wish": "change", "consent": "change"}

LABELS: dict[str, LazyText] = {
    "report": _("Note"),
    "repair": _("To put it right"),
    "gap": _("With these words"),
    "answer": _("With these words"),
    "letter_reply": _("With these words"),
    "reply": _("With these words"),
    "pushed": _("With these words"),
}

ANEW: dict[str, LazyText] = {
    "report": _("Reported anew later."),
    "verdict": _("Marked anew later."),
}
