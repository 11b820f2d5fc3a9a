"""Steps with what is written: kept, thrown away, shared, told, and what the clock does with it."""

import datetime as dt
import uuid

from accounts.models import User
from steps.journey.models import Journey
from steps.lessons.models import Tie
from steps.lessons.views import chain_of
from steps.ownership.tick import let_disclosures_go
from steps.promises.tick import let_reports_go
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.sharing.shelf import Reading
from steps.sharing.tick import deliver_due
from tests.histories import state
from tests.histories.state import CARDS, ONE_DAY, Words
from tests.histories.walking import (
    Walking,
    mostly_other,
    mostly_writer,
    names,
    often,
    one_of,
    pick,
    seldom,
    verb,
    which,
)

ENTRY, OFFER, PROMISE = ("entry", 1), ("offer", 4), ("promise", 9)
NOTE, OWN, PLAN = ("note", None), ("entry", 7), ("patience", 7)
ACCOUNT, GUESS, MAP, LETTER = ("account", 1), ("guess", 2), ("map", 2), ("letter", 3)
AHEAD = [("lesson", 8), ("plan", 10), ("ownership", 16), ("disclosure", 16)]
CHAIN = ("chain", 8)
CHOSEN = {
    "plan": {"parts": ["risk1"]}, "ownership": {"within": "day"},
    "chain": {"parts": ["before1", "choice2"]},
}  # fmt: skip
places = one_of(
    ENTRY, *2 * [OFFER, ACCOUNT, GUESS, CHAIN], *4 * [PROMISE], LETTER, NOTE, OWN, PLAN, MAP, *AHEAD
)  # fmt: skip
sendable = one_of(
    LETTER, *2 * [OFFER, ACCOUNT, GUESS, MAP], *3 * [PROMISE, CHAIN], *2 * AHEAD
)  # fmt: skip
rhythms = one_of("daily", "once", "weekly")
# An hour more than whole days, see BEGIN.
waits = one_of(
    *3 * [dt.timedelta(minutes=4)], *3 * [dt.timedelta(days=1, hours=1)],
    dt.timedelta(days=8, hours=1), dt.timedelta(days=31, hours=1),
)  # fmt: skip


def has_drafts(walk: Walking) -> bool:
    return bool(walk.model.drafts)


def has_cards(walk: Walking) -> bool:
    return walk.knows(*CARDS)


def has_chains(walk: Walking) -> bool:
    return bool(chains_of(walk) and walk.model.items)


def chains_of(walk: Walking) -> list[uuid.UUID]:
    """Those that are written, and those that were made known."""
    rows = (*walk.model.drafts.items(), *walk.model.items.items())
    return [pk for pk, row in rows if row.kind == "chain"]


class Writing(Walking):
    """Whoever it is finds a draft or a card as the pages do, or does not find it."""

    @verb(me=names, place=places, rhythm=rhythms, done=often, owed=seldom, times=3)
    def write(
        self, me: str, place: tuple[str, int | None], rhythm: str, done: bool, owed: bool
    ) -> None:
        words = self.words(me, place, rhythm=rhythm if done else "", owed=owed)
        self.begin_draft(me, uuid.uuid4(), place, words)

    @verb(lambda walk: not any(map(walk.model.rested, walk.people)), me=names, times=2)
    def guess(self, me: str) -> None:
        """Said in person, and a week goes by, so that a letter can go."""
        pk, on = uuid.uuid4(), self.model.today(me)
        self.begin_draft(me, pk, GUESS, self.words(me, GUESS))
        if pk in self.model.drafts:
            self.both(
                me,
                lambda: self.model.tell(me, pk, on),
                lambda user: draft_of(user, pk).tell(on=on, by=user),
            )
            self.model.now += dt.timedelta(days=8, hours=1)

    @verb(me=names, place=sendable, rhythm=rhythms, owed=seldom, times=12)
    def post(self, me: str, place: tuple[str, int | None], rhythm: str, owed: bool) -> None:
        """From its first word to where it goes, if it may: else too seldom anything would."""
        pk = uuid.uuid4()
        self.begin_draft(me, pk, place, self.words(me, place, rhythm=rhythm, owed=owed))
        if pk in self.model.drafts:
            self.both(
                me, lambda: self.model.share(me, pk), lambda user: draft_of(user, pk).share(by=user)
            )
            held = dt.timedelta(hours=2) if place == LETTER else dt.timedelta(minutes=4)
            self.time_passes(held, tick=True)

    @verb(me=names, is_told=seldom, times=2)
    def give_word(self, me: str, is_told: bool) -> None:
        """A promise from its first word to its first days: else too seldom one would come."""
        pk, on = uuid.uuid4(), self.model.today(me)
        self.begin_draft(me, pk, PROMISE, self.words(me, PROMISE, rhythm="daily"))
        if pk in self.model.drafts:
            self.both(
                me,
                lambda: self.model.tell(me, pk, on) if is_told else self.model.share(me, pk),
                lambda user: (
                    draft_of(user, pk).tell(on=on, by=user)
                    if is_told
                    else draft_of(user, pk).share(by=user)
                ),
            )
            self.time_passes(dt.timedelta(days=4, hours=1), tick=True)

    @verb(lambda walk: walk.model.drafts or walk.model.items, me=names, place=places, known=which)
    def write_under_a_known_id(self, me: str, place: tuple[str, int | None], known: int) -> None:
        pk = pick([*self.model.drafts, *self.model.items], known)
        self.begin_draft(me, pk, place, self.words(me, place))

    def begin_draft(
        self, me: str, pk: uuid.UUID, place: tuple[str, int | None], words: Words
    ) -> None:
        """A map is drawn in what the other has begun, if one knows of it."""
        kind, step = place
        offender = self.known_other(me) if kind == "map" else ""
        if kind == "map" and not offender:
            return
        draft = state.Draft(me, self.model.couple[me], kind, step, words, offender=offender)

        def verb(user: User) -> None:
            begun = Journey.of_other(user) if kind == "map" else step and Journey.begin(by=user)
            journey = begun or None
            Draft(
                pk=pk, writer=user, couple=user.couple, journey=journey, kind=kind, step=step,
                words=words,
            ).begin()  # fmt: skip

        self.both(me, lambda: self.model.write(me, pk, draft), verb)

    def known_other(self, me: str) -> str:
        return next(iter(self.model.known_journeys(me) - {me}), "")

    def words(
        self, me: str, place: tuple[str, int | None], *, rhythm: str = "once", owed: bool = False
    ) -> Words:
        """Each text is new; without a rhythm it is left unfinished."""
        if place[0] == "signal":
            return {}
        main, *others = state.needed(*place)
        is_empty = place[0] == "chain" and not rhythm
        words: Words = {main: f"Text {uuid.uuid4()}" if rhythm else ""}
        words |= dict.fromkeys(others, "" if is_empty else "So it is.")
        words |= CHOSEN.get(place[0], {})
        if place[0] == "promise":
            words |= {state.ALOUD: words[main]}
        if place[0] == "account":
            words |= {"act": words[main]}
        if place[0] == "offer":
            words |= {"repair": "effort", "owed_anyway": "on" if owed else ""}
        if place[0] == "promise":
            first = self.model.today(me) + 2 * ONE_DAY
            last = first + {"daily": 9, "weekly": 27}.get(rhythm, 1) * ONE_DAY
            words |= {
                "rhythm": rhythm, "weekdays": [first.weekday()] if rhythm == "weekly" else [],
                "starts_on": first.isoformat(), "ends_on": last.isoformat(),
            }  # fmt: skip
        return words

    @verb(has_drafts, draft=which, role=mostly_writer, done=often, is_behind=seldom)
    def save(self, draft: int, role: str, done: bool, is_behind: bool) -> None:
        pk = self.draft(draft)
        me, row = self.cast(pk, role), self.model.drafts[pk]
        words = self.words(me, (row.kind, row.step), rhythm="daily" if done else "")
        words = (row.words if row.kind == "change" else {}) | words
        revision = row.revision - is_behind
        self.both(
            me,
            lambda: self.model.save(me, pk, words, is_behind=is_behind),
            lambda user: draft_of(user, pk).save_words(words, revision=revision),
        )

    @verb(has_chains, chain=which, role=mostly_writer, to=which, nothing=seldom, times=3)
    def tie(self, chain: int, role: str, to: int, nothing: bool) -> None:
        """What answers the choice point of a chain; mostly a promise or a plan."""
        pk = pick(chains_of(self), chain)
        me = self.cast(pk, role)
        known = [key for key, row in self.model.items.items() if row.kind in state.TIED_TO]
        tied_to = None if nothing else pick(known or list(self.model.items), to)
        self.both(
            me,
            lambda: self.model.tie(me, pk, tied_to),
            lambda user: Tie.tie(chain_of(user, pk), "choice2", tied_to, by=user),
        )

    @verb(has_drafts, draft=which, role=mostly_writer)
    def discard(self, draft: int, role: str) -> None:
        pk = self.draft(draft)
        me = self.cast(pk, role)
        self.both(me, lambda: self.model.discard(me, pk), lambda user: draft_of(user, pk).discard())

    @verb(has_drafts, draft=which, role=mostly_writer, times=4)
    def share(self, draft: int, role: str) -> None:
        pk = self.draft(draft)
        me = self.cast(pk, role)
        self.both(
            me, lambda: self.model.share(me, pk), lambda user: draft_of(user, pk).share(by=user)
        )

    @verb(has_drafts, draft=which, role=mostly_writer)
    def take_back(self, draft: int, role: str) -> None:
        pk = self.draft(draft)
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.take_back(me, pk),
            lambda user: draft_of(user, pk).take_back(by=user),
        )

    @verb(has_drafts, draft=which, role=mostly_writer, ahead=one_of(0, 0, -3, 1), times=2)
    def tell(self, draft: int, role: str, ahead: int) -> None:
        pk = self.draft(draft)
        me = self.cast(pk, role)
        on = self.model.today(me) + dt.timedelta(days=ahead)
        self.both(
            me,
            lambda: self.model.tell(me, pk, on),
            lambda user: draft_of(user, pk).tell(on=on, by=user),
        )

    @verb(how_long=waits, tick=often, times=4)
    def time_passes(self, how_long: dt.timedelta, tick: bool) -> None:
        """The clock may be late."""
        self.model.now += how_long
        if tick:
            self.both(None, self.model.tick, by_the_clock)
        else:
            self.both(None, lambda: None, lambda: None)

    @verb(has_cards, card=which, role=mostly_other)
    def open(self, card: int, role: str) -> None:
        pk = self.item(card, *CARDS)
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.open(me, pk),
            lambda user: Reading.open(Item.objects.sent_to(user).get(pk=pk), by=user),
        )

    @verb(has_cards, card=which, role=mostly_other)
    def leave(self, card: int, role: str) -> None:
        pk = self.item(card, *CARDS)
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.leave(me, pk),
            lambda user: Reading.leave(Item.objects.sent_to(user).get(pk=pk), by=user),
        )


def by_the_clock() -> None:
    deliver_due()
    let_reports_go()
    let_disclosures_go()


def draft_of(user: User, pk: uuid.UUID) -> Draft:
    """Raises DoesNotExist for what is not theirs."""
    return Draft.objects.written_by(user).get(pk=pk)
