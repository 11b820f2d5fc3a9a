"""The model: what is drafted, held, made known and read."""

import datetime as dt
import uuid
from typing import Any

from tests.histories.pausing import BETWEEN, LONGEST, Pausing
from tests.histories.state import (
    COUNTED,
    ONE_DAY,
    PRIVATE,
    SPOKEN,
    TIED_TO,
    Draft,
    Entry,
    Item,
    Pause,
    Says,
    Space,
    Words,
    needed,
)

HELD_FOR, LETTER_HELD_FOR = dt.timedelta(minutes=2), dt.timedelta(hours=1)
MOST_OPEN = 3
A_DAY, A_WEEK, WAITS_FOR = (dt.timedelta(days=days) for days in (1, 7, 14))
TOLD_A_DAY = 4
USUAL = 3  # so much may come in a day, and may wait
LETTERS = 1  # and of letters


class Sharing(Pausing):
    """`read` and `left`: by whom and which card. `spaces`: by the couple and who takes it there.

    `limits`: of a couple and one who reads there, how much may come in a day, and may wait.
    `ties`: by whom and in which chain, what answers its choice point.
    """

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.spaces: dict[tuple[int, str], Space] = {}
        self.limits: dict[tuple[int, str], tuple[int, int]] = {}
        self.reopened: list[tuple[int, str, str, dt.datetime]] = []
        self.noted: list[tuple[int, Entry, dt.datetime]] = []
        self.ties: dict[tuple[str, uuid.UUID], uuid.UUID] = {}
        self.read: set[tuple[str, uuid.UUID]] = set()
        self.left: set[tuple[str, uuid.UUID]] = set()

    def write(self, me: str, pk: uuid.UUID, draft: Draft) -> None:
        """Begin a draft under an id, which may be taken; the first at a step begins the journey."""
        is_own = draft.step and not draft.offender
        known, standing = self.items.get(pk), self.drafts.get(pk)
        if known:
            raise Says("refused" if self.is_mine(me, known) else "missing")
        if standing and not self.is_mine(me, standing):
            raise Says("missing")
        if standing and standing.words != draft.words:
            raise Says("conflict")
        self.drafts.setdefault(pk, draft)
        if is_own:
            self.journeys.setdefault((draft.couple, me), self.now)

    def draft_of(self, me: str, pk: uuid.UUID) -> Draft:
        if pk not in self.drafts or not self.is_mine(me, self.drafts[pk]):
            raise Says("missing")
        return self.drafts[pk]

    def is_mine(self, me: str, row: Draft | Item) -> bool:
        return row.writer == me and row.couple == self.couple[me]

    def save(self, me: str, pk: uuid.UUID, words: Words, *, is_behind: bool) -> None:
        draft = self.draft_of(me, pk)
        if draft.words == words:
            return
        if draft.goes_at or is_behind:
            raise Says("conflict")
        draft.words, draft.revision = words, draft.revision + 1
        if draft.kind == "chain" and not words["choice2_text"]:
            self.ties.pop((me, pk), None)

    def discard(self, me: str, pk: uuid.UUID) -> None:
        if self.draft_of(me, pk).goes_at:
            raise Says("refused")
        del self.drafts[pk]

    def share(self, me: str, pk: uuid.UUID) -> None:
        draft = self.draft_of(me, pk)
        if not draft.is_complete:
            raise Says("unready")
        if draft.goes_at:
            return
        is_own = draft.kind in PRIVATE or "looks_like" in needed(draft.kind, draft.step)
        if is_own or not self.partner(me):
            raise Says("refused")
        if draft.kind == "disclosure" and self.is_in_space(me):
            self.check_turn(me)
            self.check_telling(me)
            self.become(pk, told_on=self.today(me), kept_back_in=draft.couple)
            return
        self.check_going(me, draft)
        draft.goes_at = self.now + (LETTER_HELD_FOR if draft.kind == "letter" else HELD_FOR)

    def tie(self, me: str, pk: uuid.UUID, to: uuid.UUID | None) -> None:
        """A chain of one's own, known or not, to a promise or plan of one's own that stands."""
        chain = self.drafts.get(pk) or self.items[pk]
        if not (self.is_mine(me, chain) and chain.words["choice2_text"]):
            raise Says("missing")
        if to is None:
            self.ties.pop((me, pk), None)
            return
        thing = self.items[to]
        if not self.is_mine(me, thing) or thing.kind not in TIED_TO or thing.withdrawn_at:
            raise Says("missing")
        self.ties[me, pk] = to

    def signal(self, me: str, new: uuid.UUID) -> None:
        """The fixed card: one draft of it, shared at once or left where it is."""
        if (self.couple[me], me) not in self.journeys:
            raise Says("missing")
        rows = self.drafts.items()
        mine = [pk for pk, row in rows if self.is_mine(me, row) and row.kind == "signal"]
        if mine:
            self.share(me, mine[0])
            return
        draft = Draft(me, self.couple[me], "signal", 16, {})
        if not self.partner(me):
            raise Says("refused")
        self.check_going(me, draft)
        self.drafts[new] = draft
        self.share(me, new)

    def take_back(self, me: str, pk: uuid.UUID) -> None:
        draft = self.draft_of(me, pk)
        if draft.goes_at is None or draft.goes_at <= self.now:
            raise Says("refused")
        draft.goes_at = None

    def tell(self, me: str, pk: uuid.UUID, on: dt.date) -> None:
        draft = self.draft_of(me, pk)
        if on > self.today(me) or draft.goes_at or draft.kind in (*PRIVATE, "change"):
            raise Says("refused")
        self.allow(me, draft)
        if not draft.is_complete:
            raise Says("unready")
        self.become(pk, told_on=self.today(me) if draft.kind == "disclosure" else on)

    def allow(self, me: str, draft: Draft) -> None:
        """A promise looks ahead, and at most three are open or on their way.

        The fixed card is for a space in which it may come, once.
        """
        if draft.kind == "signal":
            theirs = self.space_of_other(me)
            sent = {row.during for row in self.items.values() if self.is_mine(me, row)}
            if not (theirs and theirs.allows_card) or theirs.id in sent:
                raise Says("refused")
        if draft.kind == "change":
            self.allow_change(me, draft)
        if draft.kind != "promise":
            return
        if not draft.goes_at:
            begins = "ends_on" if draft.words["rhythm"] == "once" else "starts_on"
            first = dt.date.fromisoformat(draft.words[begins])
            if not draft.is_complete or first < self.today(me):
                raise Says("unready")
        held = [row for row in self.drafts.values() if self.is_mine(me, row) and row.goes_at]
        others = [row for row in held if row.kind == "promise" and row is not draft]
        running = [pk for pk in self.running(me) if self.is_mine(me, self.items[pk])]
        if len(running) + len(others) >= MOST_OPEN:
            raise Says("refused")

    def allow_change(self, me: str, draft: Draft) -> None:
        raise NotImplementedError

    def tick(self) -> None:
        """What is due goes as of its time, or is a draft again; of who is gone, nothing goes."""
        due = [row for row in self.drafts.items() if row[1].goes_at and row[1].goes_at <= self.now]
        for pk, draft in sorted(due, key=lambda row: str(row[1].goes_at)):
            if not self.is_mine(draft.writer, draft):
                continue
            try:
                if not self.partner(draft.writer):
                    raise Says("refused")
                self.check_going(draft.writer, draft)
            except Says:
                draft.goes_at = None
            else:
                self.become(pk, sent_at=draft.goes_at)
        self.let_reports_go()

    def let_reports_go(self) -> None:
        """What was kept back while the other took space, with its own time; disclosures last."""
        rows = sorted(self.items.items(), key=lambda item: item[1].kind == "disclosure")
        for pk, row in rows:
            about = self.items.get(row.about) if row.about else None
            is_report = row.kind in ("report", "repair") and bool(about and about.sent_at)
            is_kept = not row.sent_at and (is_report or row.kept_back_in == row.couple)
            other = self.partner(row.writer)
            here = self.is_mine(row.writer, row) and not self.is_in_space(row.writer)
            if is_kept and here and other:
                row.sent_at, row.told_on = row.made_at, None
                row.readers |= {name for name in self.couple if self.couple[name] == row.couple}
                self.note(row.couple, Entry(row.kind, row.writer, pk, row.about, row.facts))

    def is_in_space(self, me: str) -> bool:
        return self.space_of_other(me) is not None

    def space_of_other(self, me: str) -> Space | None:
        """The one that the other takes, or took when they left."""
        here = self.spaces.items()
        theirs = (row for (at, name), row in here if at == self.couple[me] and name != me)
        return next(theirs, None)

    def join(self, me: str, acceptor: str) -> None:
        """What somebody lets come goes along."""
        old, new = self.couple[acceptor], self.couple[me]
        super().join(me, acceptor)
        moved = {old: new}
        self.limits = {(moved.get(at, at), name): row for (at, name), row in self.limits.items()}
        for pause in self.pauses:
            pause.couple = moved.get(pause.couple, pause.couple)
        self.reopened = [(moved.get(at, at), *rest) for at, *rest in self.reopened]  # type: ignore[misc]

    def check_room(self, me: str, *, kind: str = "") -> None:
        """Nothing is recorded then, but for the fixed card where it may come."""
        theirs = self.space_of_other(me)
        if theirs and not (kind == "signal" and theirs.allows_card):
            raise Says("refused")

    def may_take(self, me: str) -> bool:
        """Not the only one of the two who did a hurt."""
        here = [row for row in self.items.values() if row.couple == self.couple[me]]
        return bool(self.partner(me)) and {row.offender for row in here if row.sent_at} != {me}

    def take_space(self, me: str, pk: uuid.UUID, *, allows_card: bool) -> None:
        """A new one each time. What comes is a draft again."""
        if not self.may_take(me):
            raise Says("refused")
        other, here = self.partner(me), self.couple[me]
        assert other
        self.spaces[here, me] = Space(pk, allows_card)
        for draft in self.drafts.values():
            if self.is_mine(other, draft):
                draft.goes_at = None

    def part(self, me: str) -> None:
        """To the other it is space for good, where it could be taken."""
        if self.may_take(me) and (self.couple[me], me) not in self.spaces:
            self.take_space(me, uuid.uuid4(), allows_card=False)
        super().part(me)

    def erase(self, me: str) -> None:
        """What they let come goes with them, and what is theirs alone; a space is bare from now."""
        if self.may_take(me):
            self.end_space(me)
        super().erase(me)
        self.ties = {at: to for at, to in self.ties.items() if at[0] != me}
        self.limits = {at: row for at, row in self.limits.items() if at[1] != me}

    def end_space(self, me: str) -> None:
        self.spaces.pop((self.couple[me], me), None)

    def limit(self, me: str, a_day: int, waiting: int) -> None:
        self.limits[self.couple[me], me] = (a_day, waiting)

    def reopen(self, me: str, kind: str) -> None:
        self.reopened.append((self.couple[me], me, kind, self.now))

    def check_going(self, me: str, draft: Draft) -> None:
        """The one door."""
        self.check_room(me, kind=draft.kind)
        if (self.couple[me], me) in self.spaces:
            raise Says("refused")
        if not draft.offender:
            self.check_turn(me)
        self.allow(me, draft)
        if self.is_unwelcome(me, draft.kind) or (draft.kind == "letter" and not self.rested(me)):
            raise Says("refused")
        if draft.kind == "map" and not self.newest_guess(me):
            raise Says("refused")
        is_letter = draft.kind == "letter"
        held = [row for row in self.drafts.values() if self.is_mine(me, row) and row.goes_at]
        if draft.kind not in COUNTED:
            if draft.kind == "disclosure":
                self.check_telling(me)
            return
        beside = [row for row in held if row is not draft and row.kind in COUNTED]
        alike = [row for row in beside if (row.kind == "letter") == is_letter]
        a_day, waiting = self.limits_for(me)
        if self.of_today(me, draft.kind) + len(alike) >= (LETTERS if is_letter else a_day):
            raise Says("refused")
        if self.lying(me) + len(beside) >= waiting or self.made(me, A_WEEK, "letter"):
            raise Says("refused")

    def check_telling(self, me: str) -> None:
        """Of oneself, four things a day; what was only said in person is not counted."""
        mine = [row for row in self.items.values() if self.is_mine(me, row)]
        told = [row.made_at for row in mine if row.kind == "disclosure" and
                (row.sent_at or row.kept_back_in is not None)]  # fmt: skip
        if len([at for at in told if at and at > self.now - A_DAY]) >= TOLD_A_DAY:
            raise Says("refused")

    def is_unwelcome(self, me: str, kind: str) -> bool:
        """The last answer to one of these is a no in some way, and nothing was opened since."""
        here = self.couple[me]
        if kind == "change":
            return self.said_no(me)
        kinds = {kind} & {"offer", "letter"}
        for card in [pk for pk, row in self.items.items() if row.kind in kinds]:
            rows = [row for row in self.items.values() if row.about == card]
            given = [row for row in rows if row.kind in ("answer", "letter_reply") and row.sent_at]
            if not (self.is_mine(me, self.items[card]) and given):
                continue
            last, by_them = given[-1], {(here, name, kind) for name in self.couple if name != me}
            opened = [at for *which, at in self.reopened if tuple(which) in by_them]
            again = any(last.made_at and at > last.made_at for at in opened)
            if last.said in ("no", "later", "aside") and not last.withdrawn_at and not again:
                return True
        return False

    def said_no(self, me: str) -> bool:
        """To a change that `me` asked for, and such questions were not let come again since."""
        here = self.couple[me]
        no = [
            row.made_at for row in self.items.values()
            if (row.kind, row.said, row.couple) == ("consent", "no", here)
            and row.about and self.items[row.about].writer == me
        ]  # fmt: skip
        opened = [at for *which, at in self.reopened if which[0] == here and which[1] != me
                  and which[2] == "change"]  # fmt: skip
        return any(no) and not any(at > max(filter(None, no)) for at in opened)

    def newest_guess(self, me: str) -> uuid.UUID | None:
        """Sent to `me` last, and not taken back."""
        guesses = [
            (row.sent_at, pk) for pk, row in self.items.items()
            if row.kind == "guess" and row.sent_at and not row.withdrawn_at
            and row.writer != me and self.sees(me, row)
        ]  # fmt: skip
        return max(guesses)[1] if guesses else None

    def rested(self, me: str) -> bool:
        """Step 2 was made known a week ago, or something was said to it in the open."""
        here = self.couple[me]
        guesses = {
            pk: row for pk, row in self.items.items()
            if self.is_mine(me, row) and row.kind == "guess"
        }  # fmt: skip
        maps = [
            pk for pk, row in self.items.items()
            if row.kind == "map" and (row.couple, row.offender) == (here, me)
        ]  # fmt: skip
        about = {*guesses, *maps}
        said = [row for row in self.record.get(here, []) if row.actor != me]
        answered = any(row.item in about or row.about in about for row in said)
        rests = any(row.made_at and row.made_at <= self.now - A_WEEK for row in guesses.values())
        return rests or bool(guesses and answered)

    def limits_for(self, me: str) -> tuple[int, int]:
        """As the other chose them."""
        here = self.couple[me]
        chosen = [at for (couple, name), at in self.limits.items() if couple == here and name != me]
        return chosen[0] if chosen else (USUAL, USUAL)

    def of_today(self, me: str, kind: str) -> int:
        """What was sent or taken back within a day: of letters, or of all others."""
        others = [card for card in COUNTED if card != "letter"]
        return self.made(me, A_DAY, *(["letter"] if kind == "letter" else others))

    def made(self, me: str, within: dt.timedelta, *kinds: str) -> int:
        mine = [row for row in self.items.values() if self.is_mine(me, row) and row.kind in kinds]
        sent = [row.made_at for row in mine if row.sent_at]
        moments = [*sent, *(row.withdrawn_at for row in mine)]
        return len([at for at in moments if at and at > self.now - within])

    def lying(self, me: str) -> int:
        """Sent within 14 days, and nothing said to it in the open."""
        said = {row.about for row in self.record.get(self.couple[me], []) if row.actor != me}
        return len([
            pk for pk, row in self.items.items()
            if self.is_mine(me, row) and row.kind in COUNTED
            and row.sent_at and row.sent_at > self.now - WAITS_FOR and pk not in said
        ])  # fmt: skip

    def become(
        self, pk: uuid.UUID, sent_at: dt.datetime | None = None, told_on: dt.date | None = None,
        kept_back_in: int | None = None,
    ) -> None:  # fmt: skip
        draft = self.drafts.pop(pk)
        spoken = needed(draft.kind, draft.step)[: SPOKEN.get(draft.kind, 1)]
        item = Item(
            draft.kind, draft.writer, draft.couple, draft.offender or draft.writer,
            {name: draft.words[name] for name in spoken},
            sent_at, told_on, typed=draft.words, step=draft.step, kept_back_in=kept_back_in,
        )  # fmt: skip
        if item.kind == "signal":
            theirs = self.space_of_other(item.writer)
            assert theirs
            item.during = theirs.id
        if item.kind == "change":
            item.about = uuid.UUID(draft.words["promise_id"])
        if item.kind == "account":
            item.number = 1 + len(self.before(item))
        if item.kind == "map" and sent_at:
            guess = self.newest_guess(item.writer)
            assert guess
            self.read.add((item.writer, guess))
        self.make_known(pk, item)

    def before(self, item: Item) -> list[Item]:
        """What its writer made known of the same kind; only what was sent, if this is."""
        alike = [row for row in self.items.values() if row.kind == item.kind]
        mine = [row for row in alike if (row.writer, row.couple) == (item.writer, item.couple)]
        return [row for row in mine if row.sent_at or not item.sent_at]

    def make_known(self, pk: uuid.UUID, item: Item) -> None:
        """Sent: a copy each and an entry in the record. Told: nothing of it for the other."""
        here = [name for name in self.couple if self.couple[name] == item.couple]
        item.readers = {item.writer} | (set(here) if item.sent_at else set())
        item.made_at = self.now
        self.items[pk] = item
        if item.sent_at:
            self.note(item.couple, Entry(item.kind, item.writer, pk, item.about, item.facts))

    def note(self, couple: int, entry: Entry) -> None:
        self.record.setdefault(couple, []).append(entry)
        self.noted.append((couple, entry, self.now))

    def sees(self, me: str, item: Item) -> bool:
        return item.couple == self.couple[me] and (item.writer == me or bool(item.sent_at))

    def own(self, me: str, pk: uuid.UUID) -> Item:
        if not self.is_mine(me, self.items[pk]):
            raise Says("missing")
        return self.items[pk]

    def theirs(self, me: str, pk: uuid.UUID) -> Item:
        """What the other sent to `me`."""
        if self.items[pk].writer == me or not self.sees(me, self.items[pk]):
            raise Says("missing")
        return self.items[pk]

    def open(self, me: str, pk: uuid.UUID) -> None:
        """A card; nobody is told."""
        self.theirs(me, pk)
        self.read.add((me, pk))

    def leave(self, me: str, pk: uuid.UUID) -> None:
        self.theirs(me, pk)
        self.left.add((me, pk))

    def reports(self, pk: uuid.UUID, day: dt.date | None = None) -> list[Item]:
        """What was said of a promise, or of one day of it; oldest first."""
        said = [row for row in self.items.values() if row.kind == "report" and row.about == pk]
        return [row for row in said if day in (None, row.due_on)]

    def running(self, me: str) -> set[uuid.UUID]:
        """The promises that are open, as far as `me` knows of them, on their day of now."""
        known = [pk for pk, item in self.items.items() if self.sees(me, item)]
        return {pk for pk in known if self.is_running(pk, self.today(me))}

    def is_running(self, pk: uuid.UUID, today: dt.date) -> bool:
        """Not ended, and its last day can still be reported on time; a single one until it is."""
        item = self.items[pk]
        if item.kind != "promise" or item.ended_at:
            return False
        closing = [row for row in self.reports(pk) if row.said in ("kept", "missed")]
        if item.typed["rhythm"] == "once" and closing:
            return False
        if item.declined_from:
            return False
        return max([self.end_of(item), *self.days(item)]) >= today - ONE_DAY

    def end_of(self, promise: Item) -> dt.date:
        """Of the terms that were agreed to last, where none of their days is left by a pause."""
        typed = promise.agreed[-1][1] if promise.agreed else promise.typed
        return dt.date.fromisoformat(typed["ends_on"])

    def begin_pause(self, me: str, until: dt.date) -> None:
        """From tomorrow on; both read it where the other knows of a promise."""
        self.check_room(me)
        first = self.today(me) + ONE_DAY
        last = self.real(me, self.couple[me])[-1:]
        if last and last[0].last >= first:
            return
        if not first <= until < first + LONGEST or (last and last[0].last + BETWEEN >= first):
            raise Says("refused")
        self.pauses.append(Pause(me, self.couple[me], first, until))
        facts = {"first": first.isoformat(), "last": until.isoformat()}
        self.note_pause(me, "paused", facts)

    def end_pause(self, me: str) -> None:
        self.check_room(me)
        today = self.today(me)
        mine = [one for one in self.pauses if (one.writer, one.couple) == (me, self.couple[me])]
        for pause in (lasting := [one for one in mine if one.last > today]):
            pause.last = today
        if lasting:
            self.note_pause(me, "resumed", {"last": today.isoformat()})

    def note_pause(self, me: str, kind: str, facts: dict[str, str]) -> None:
        if self.has_promised(me, self.couple[me]):
            self.note(self.couple[me], Entry(kind, me, None, None, facts))

    def has_promised(self, writer: str, couple: int) -> bool:
        sent = [row for row in self.items.values() if row.kind == "promise" and row.sent_at]
        return any((row.writer, row.couple) == (writer, couple) for row in sent)
