"""What is written down in the model: plain rows, and what can be told from the words typed."""

import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any

type Words = dict[str, Any]

NEEDED = {
    "entry": ["what_i_did"], "own": ["looks_like"], "offer": ["what", "repair"],
    "promise": ["sentence", "rhythm"], "note": ["note"], "account": ["what_i_did", "act"],
    "guess": ["safety"], "map": ["safety"], "letter": ["letter"], "patience": ["plan", "when"],
    "lesson": ["lesson"], "plan": ["risk1_risk", "risk1_sign", "risk1_move", "risk1_telling"],
    "change": ["sentence"], "ownership": ["then", "way", "within"], "disclosure": ["what", "when"],
    "chain": ["before1_text", "choice2_text", "choice2_instead"], "signal": [],
}  # fmt: skip
# How many of these fields are words; one where nothing is said.
SPOKEN = {"account": 2, "plan": 4, "ownership": 2, "disclosure": 2, "chain": 3}
COUNTED = (
    "entry", "letter", "offer", "promise", "account", "guess", "map", "chain", "lesson", "plan",
    "ownership", "change",
)  # fmt: skip
CARDS = (*COUNTED, "disclosure", "signal")
PRIVATE = ("note", "patience")
ALOUD = "said_aloud"
# What may be said to a card, and what of it adds to what was said before.
REPLIES = {
    "chain": ("true", "otherwise"), "lesson": ("true", "otherwise"), "plan": ("risk", "wish"),
    "ownership": ("thank", "later"), "disclosure": ("thank", "later"), "signal": ("thank", "later"),
}  # fmt: skip
ADDING = ("risk", "wish")
TIED_TO = ("promise", "plan")  # what may answer a choice point
ONE_DAY = dt.timedelta(days=1)


class Says(Exception):
    """The model’s no: refused, missing, unready or conflict; nothing was changed."""


@dataclass
class Draft:
    """`goes_at`: it is held until then. `offender`: in whose journey, if it is the other’s."""

    writer: str
    couple: int
    kind: str
    step: int | None
    words: Words
    revision: int = 1
    goes_at: dt.datetime | None = None
    offender: str = ""

    @property
    def is_complete(self) -> bool:
        return all(self.words[name] for name in needed(self.kind, self.step))


@dataclass
class Item:
    """What was made known; `offender` says in whose journey, `said` is its one word, if it has one.

    `words` as `readers` hold them, `typed` as its draft was left. Of a promise: the other
    terms that were `agreed`, each with its first day. `from_on`: the first day of what a consent
    brings.
    """

    kind: str
    writer: str
    couple: int
    offender: str
    words: Words
    sent_at: dt.datetime | None
    told_on: dt.date | None
    typed: Words = field(default_factory=dict)
    readers: set[str] = field(default_factory=set)
    about: uuid.UUID | None = None
    said: str = ""
    number: int = 1
    due_on: dt.date | None = None
    on_time: bool = True
    ended_at: dt.datetime | None = None
    done_on: dt.date | None = None
    felt: list[str] = field(default_factory=list)
    felt_at: list[dt.datetime] = field(default_factory=list)
    withdrawn_at: dt.datetime | None = None
    kept_back_in: int | None = None
    during: uuid.UUID | None = None
    made_at: dt.datetime | None = None
    step: int | None = None
    from_on: dt.date | None = None
    agreed: list[tuple[dt.date, Words]] = field(default_factory=list)
    declined_from: dt.date | None = None
    first_on: dt.date | None = None
    last_on: dt.date | None = None

    @property
    def facts(self) -> dict[str, Any]:
        """What the record keeps of it."""
        if self.kind == "account":
            return {"added_later": True} if self.number > 1 else {}
        if self.kind == "gap":
            return {"first": str(self.first_on), "last": str(self.last_on)}
        if self.kind == "repair" and self.due_on:
            return {"due_on": self.due_on.isoformat()}
        if self.due_on:
            return {"due_on": self.due_on.isoformat(), "outcome": self.said}
        since = {"from_on": str(self.from_on)} if self.said == "yes" and self.from_on else {}
        return {"choice": self.said} | since if self.said else {}


@dataclass
class Verdict:
    """One word about one day of the promise `about`."""

    about: uuid.UUID
    writer: str
    due_on: dt.date
    said: str
    number: int
    given_at: dt.datetime
    is_shared: bool


@dataclass
class Pause:
    """Its first and its last day; ended early enough it has none."""

    writer: str
    couple: int
    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Space:
    """One that lasts."""

    id: uuid.UUID
    allows_card: bool


@dataclass
class Invitation:
    """One that is neither withdrawn nor confirmed."""

    expires_at: dt.datetime
    accepted_by: str | None = None


@dataclass(frozen=True)
class Entry:
    """One entry of the record; its place is its number."""

    kind: str
    actor: str
    item: uuid.UUID | None
    about: uuid.UUID | None
    facts: dict[str, Any]


@dataclass
class Reply:
    """One answer to an account or a guess; `said` is one word, or one for each area."""

    about: uuid.UUID
    writer: str
    said: Any
    number: int
    said_at: dt.datetime


def needed(kind: str, step: int | None) -> list[str]:
    """The fields without which a draft does not go; the first one holds its words."""
    return NEEDED["own" if kind == "entry" and step == 7 else kind]


def days_of(typed: Words) -> list[dt.date]:
    """The days on which a promise falls due."""
    first, last = (dt.date.fromisoformat(typed[name]) for name in ("starts_on", "ends_on"))
    if typed["rhythm"] == "once":
        return [last]
    days = [first + ONE_DAY * number for number in range((last - first).days + 1)]
    on = [int(day) for day in typed["weekdays"]]
    return [day for day in days if typed["rhythm"] == "daily" or day.weekday() in on]


def dates_of(promise: Item) -> list[dt.date]:
    """The same under all that was agreed since, each day under what held on it."""
    made = promise.typed
    if made["rhythm"] == "once":
        return days_of({**made, **(promise.agreed[-1][1] if promise.agreed else {})})
    parts = [(dt.date.min, made), *promise.agreed]
    found: list[dt.date] = []
    for number, (first, typed) in enumerate(parts):
        end = parts[number + 1][0] if number + 1 < len(parts) else dt.date.max
        begins = max(made["starts_on"], str(first))
        if begins <= typed["ends_on"]:
            found += [day for day in days_of({**typed, "starts_on": begins}) if day < end]
    return found
