"""How a promise reads and read, what is asked about that, and what was said; asks no database."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import User
from steps.promises.changes import Change, waiting
from steps.promises.models import Promise
from steps.promises.rhythm import in_words
from steps.promises.terms import Terms, on


@dataclass(frozen=True)
class Wording:
    """One way that it reads; `since` when, None for how it was made."""

    since: dt.date | None
    rhythm: str
    sentence: str
    measure: str

    @classmethod
    def of(cls, terms: Terms) -> "Wording":
        return cls(terms.since, in_words(terms.schedule), terms.sentence, terms.measure)


@dataclass(frozen=True)
class Asked:
    """What one of the two asks for, with its words; a closed card of the other’s shows its item."""

    item: Change
    wording: Wording
    words: str
    is_closed: bool
    is_left: bool

    @classmethod
    def of(cls, change: Change, promise: Promise, reader: User) -> "Asked":
        words, theirs = change.words, change.writer_id != reader.pk
        change.writer = promise.writer if theirs else reader
        schedule = change.schedule_from(promise.starts_on)
        return cls(
            change,
            Wording(None, in_words(schedule), words["sentence"], words.get("measure", "")),
            words.get("words", ""),
            is_closed=theirs and change.kind == "change" and not opened(change),
            is_left=bool(getattr(change, "left_at", None)),
        )


@dataclass(frozen=True)
class Talk:
    """`before`: how it read, newest first; `coming`: agreed, and not begun. `said`: the last word.

    `may_ask`, `may_answer`, `may_unwish`: what whoever looks at it can do now.
    """

    now: Wording
    before: list[Wording]
    coming: Wording | None
    change: Asked | None
    wish: Asked | None
    said: str
    is_accepted: bool
    may_ask: bool
    may_answer: bool
    may_unwish: bool


def talk_of(promise: Promise, reader: User) -> Talk:
    """Of a promise with its days and all its words."""
    terms, today = promise.terms, promise.today_of(reader)
    stands, is_own = on(today, terms), promise.writer_id == reader.pk
    place = terms.index(stands)
    asked = {
        kind: Asked.of(found, promise, reader) if (found := waiting(promise, kind)) else None
        for kind in ("change", "wish")
    }
    is_shared = bool(promise.is_open and promise.sent_at)
    return Talk(
        now=Wording.of(stands),
        before=[Wording.of(one) for one in reversed(terms[:place])],
        coming=next((Wording.of(one) for one in terms[place + 1 :]), None),
        change=asked["change"],
        wish=asked["wish"],
        said=said_of(promise, reader),
        is_accepted=standing_answer(promise) == "accept",
        may_ask=is_shared and is_own and not asked["change"],
        may_answer=is_shared and not is_own,
        may_unwish=not is_own and may_unwish(promise),
    )


def opened(change: Change) -> bool:
    return bool(getattr(change, "opened_at", None))


def standing_answer(promise: Promise) -> str:
    """What its reader said to it last."""
    given = [said.choice for said in promise.consents if said.change_id is None]
    return given[-1] if given else ""


def may_unwish(promise: Promise) -> bool:
    """Is there a wish that was not agreed to, and not taken back?"""
    settled = {said.change_id for said in promise.consents}
    wishes = [one for one in promise.changes if one.kind == "wish" and one.pk not in settled]
    return any(one.sent_at and not one.withdrawn_at for one in wishes)


def said_of(promise: Promise, reader: User) -> str:
    """The last word, where it is none that the page says otherwise."""
    last = promise.consents[-1] if promise.consents else None
    if last is None or last.choice not in ("accept", "no"):
        return ""
    name = reader.partner.first_name if reader.partner else _("The other person")
    if last.writer_id == reader.pk:
        said = {"accept": _("You accepted it."), "no": _("You said no to a change.")}
    else:
        said = {"accept": _("%(name)s accepted it."), "no": _("%(name)s said no to a change.")}
    return said[last.choice] % {"name": name}
