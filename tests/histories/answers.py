"""The model: answers to offers, reports of promises, and what the other says of them."""

import datetime as dt
import uuid
import zoneinfo
from itertools import zip_longest
from typing import Any

from tests.histories.replies import Replies
from tests.histories.sharing import LETTERS
from tests.histories.state import (
    ADDING,
    ONE_DAY,
    REPLIES,
    Entry,
    Item,
    Says,
    Verdict,
    Words,
    dates_of,
)

REPORTS_A_DAY = 4
NOTES_A_DAY = 12
MENDED_WITHIN = dt.timedelta(hours=72)
NOTES_UNTIL = dt.timedelta(days=7)
FARTHEST_WEST = dt.timedelta(hours=12)
ENDS_EVERY = dt.timedelta(days=7)
CHANGEABLE_FOR = dt.timedelta(days=30)


class Model(Replies):
    """`tracking` by who chose and in whose journey; `cleared` by whom, which promise, which day."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.verdicts: list[Verdict] = []
        self.cleared: set[tuple[str, uuid.UUID, dt.date]] = set()
        self.tracking: dict[tuple[str, int, str], str] = {}

    def answer(
        self, me: str, pk: uuid.UUID, choice: str, words: Words, *, new: uuid.UUID,
        kind: str = "answer",
    ) -> None:  # fmt: skip
        """To an offer; to a letter it is a reply."""
        offer = self.theirs(me, pk)
        if offer.withdrawn_at:
            raise Says("refused")
        given = self.answers(pk)
        last = self.standing(pk)
        if new in given or (last and (last.said, last.words) == (choice, words)):
            return
        if words and (self.couple[me], me) in self.spaces:
            raise Says("refused")
        self.check_pace(me, (self.items[key].made_at for key in given))
        if new in self.items:
            raise Says("missing")
        self.check_room(me)
        self.say(me, pk, offer, new, kind, words=words, said=choice, number=len(given) + 1)

    def answers(self, pk: uuid.UUID) -> list[uuid.UUID]:
        rows = self.items.items()
        return [
            key for key, row in rows if row.kind in ("answer", "letter_reply") and row.about == pk
        ]

    def standing(self, pk: uuid.UUID) -> Item | None:
        """The newest answer to an offer, unless it was taken back."""
        given = [self.items[key] for key in self.answers(pk)]
        return None if not given or given[-1].withdrawn_at else given[-1]

    def reply_to_card(
        self, me: str, pk: uuid.UUID, choice: str, words: Words, *, new: uuid.UUID
    ) -> None:
        """Said to a card; what adds stands beside what was said before."""
        card = self.theirs(me, pk)
        if choice not in REPLIES.get(card.kind, ()):
            raise Says("missing")
        if card.withdrawn_at:
            raise Says("refused")
        given = self.card_replies(pk)
        if new in given:
            return
        standing = [key for key in given if not self.items[key].withdrawn_at]
        for key in standing if choice in ADDING else standing[-1:]:
            if (self.items[key].said, self.items[key].words) == (choice, words):
                return
        if words and (self.couple[me], me) in self.spaces:
            raise Says("refused")
        self.check_pace(me, (self.items[key].made_at for key in given))
        if new in self.items:
            raise Says("missing")
        self.check_room(me)
        self.say(me, pk, card, new, "reply", words=words, said=choice, number=len(given) + 1)

    def card_replies(self, pk: uuid.UUID) -> list[uuid.UUID]:
        rows = self.items.items()
        return [key for key, row in rows if row.kind == "reply" and row.about == pk]

    def unsay_to_card(self, me: str, pk: uuid.UUID) -> None:
        if self.theirs(me, pk).kind not in REPLIES:
            raise Says("missing")
        self.take_back_words(me, pk, self.card_replies(pk))

    def unsay(self, me: str, pk: uuid.UUID) -> None:
        """The words leave the other, and stay with who wrote them."""
        self.theirs(me, pk)
        self.take_back_words(me, pk, self.answers(pk))

    def take_back_words(self, me: str, pk: uuid.UUID, keys: list[uuid.UUID]) -> None:
        given = [self.items[key] for key in keys]
        standing = [row for row in given if row.sent_at and not row.withdrawn_at]
        for row in standing:
            row.withdrawn_at, row.readers = self.now, {me}
        if standing:
            self.note(self.items[pk].couple, Entry("unsaid", me, None, pk, {}))

    def push(self, me: str, words: Words, *, new: uuid.UUID) -> None:
        """That one felt pushed by the other, who has sent something of what they did."""
        said = {pk: row for pk, row in self.items.items() if self.is_mine(me, row)}
        said = {pk: row for pk, row in said.items() if row.kind == "pushed"}
        if new in said:
            return
        others = self.known_journeys(me) - {me}
        if not others:
            raise Says("refused")
        if words and (self.couple[me], me) in self.spaces:
            raise Says("refused")
        self.check_pace(me, (row.made_at for row in said.values()))
        if new in self.items:
            raise Says("missing")
        self.check_room(me)
        [other] = others
        item = Item("pushed", me, self.couple[me], other, words, self.now, None, about=new)
        self.make_known(new, item)

    def pull_back(self, me: str, pk: uuid.UUID) -> None:
        pushed = self.own(me, pk)
        if not pushed.withdrawn_at:
            pushed.withdrawn_at, pushed.readers = self.now, {me}
            self.note(pushed.couple, Entry("unsaid", me, None, pk, {}))

    def revoke(self, me: str, pk: uuid.UUID) -> None:
        """It stays readable to both; of a map the words leave the other, also during space."""
        card = self.own(me, pk)
        if card.kind in ("promise", "signal") or not card.sent_at:
            raise Says("missing")
        if card.done_on:
            raise Says("refused")
        if not card.withdrawn_at and card.kind == "map":
            card.withdrawn_at, card.readers = self.now, {me}
            self.note(card.couple, Entry("unsaid", me, None, pk, {}))
        if not card.withdrawn_at:
            self.check_room(me)
            most = LETTERS if card.kind == "letter" else self.limits_for(me)[0]
            if self.of_today(me, card.kind) >= most:
                raise Says("refused")
            card.withdrawn_at = self.now
            kind = "revoked" if card.kind == "offer" else "withdrawn"
            self.note(card.couple, Entry(kind, me, None, pk, {}))

    def say(
        self, me: str, pk: uuid.UUID, about: Item, new: uuid.UUID, kind: str, **facts: Any
    ) -> None:
        """At once to the other, if it is about what they know of and they are still there."""
        known: dict[str, Any] = {"sent_at": None, "told_on": self.today(me)}
        if about.sent_at and self.partner(me) and not self.is_in_space(me):
            known = {"sent_at": self.now, "told_on": None}
        item = Item(kind, me, about.couple, about.offender, about=pk, **known, **facts)
        self.make_known(new, item)

    def carry_out(self, me: str, pk: uuid.UUID, on: dt.date) -> None:
        offer = self.own(me, pk)
        assert offer.made_at
        if on > self.today(me) or on < (offer.told_on or self.day(me, offer.made_at)):
            raise Says("refused")
        if offer.withdrawn_at:
            raise Says("refused")
        if offer.done_on:
            return
        if not (offer.typed["owed_anyway"] or offer.told_on) and not self.had_a_yes(me, pk, on):
            raise Says("refused")
        if offer.sent_at:
            self.check_room(me)
        offer.done_on = on
        if offer.sent_at:
            facts = {"done_on": on.isoformat()}
            self.note(offer.couple, Entry("carried", me, None, pk, facts))

    def had_a_yes(self, me: str, pk: uuid.UUID, on: dt.date) -> bool:
        """The last one stands, or was changed or taken back on that day or later."""
        given = [self.items[key] for key in self.answers(pk)]
        ends = [
            row.withdrawn_at or (after and after.made_at)
            for row, after in zip_longest(given, given[1:])
            if row.said == "yes"
        ]
        return bool(ends) and (ends[-1] is None or on <= self.day(me, ends[-1]))

    def day(self, me: str, moment: dt.datetime) -> dt.date:
        return moment.astimezone(zoneinfo.ZoneInfo(self.zones[me])).date()

    def feel(self, me: str, pk: uuid.UUID, result: str) -> None:
        offer = self.theirs(me, pk)
        if not offer.done_on:
            raise Says("refused")
        if offer.felt[-1:] != [result]:
            self.check_pace(me, offer.felt_at)
            self.check_room(me)
            offer.felt.append(result)
            offer.felt_at.append(self.now)
            self.note(offer.couple, Entry("felt", me, None, pk, {"result": result}))

    def check_due(self, me: str, promise: Item, day: dt.date) -> None:
        """Come where `me` is, not paused, and before it was ended."""
        due = self.days(promise)
        if day not in {*dates_of(promise), *due}:
            raise Says("missing")
        if day > self.today(me) or day not in due:
            raise Says("refused")
        if (ended_on := self.ended_on(promise)) and day > ended_on:
            raise Says("refused")

    def ended_on(self, promise: Item) -> dt.date | None:
        if promise.declined_from:
            return promise.declined_from - ONE_DAY
        zone = zoneinfo.ZoneInfo(self.zones[promise.writer])
        return promise.ended_at.astimezone(zone).date() if promise.ended_at else None

    def report(
        self, me: str, pk: uuid.UUID, day: dt.date, outcome: str, words: Words, *, new: uuid.UUID
    ) -> None:
        promise = self.own(me, pk)
        self.check_due(me, promise, day)
        said = self.reports(pk, day)
        if self.items.get(new) in said or (said and said[-1].said == outcome and not words):
            return
        if outcome == "kept" and any(row.said == "missed" for row in said):
            raise Says("refused")
        if len(said) >= REPORTS_A_DAY or (words and not self.may_note(me, day)):
            raise Says("refused")
        if new in self.items:
            raise Says("missing")
        on_time = self.today(me) <= day + dt.timedelta(days=1)
        self.say(
            me, pk, promise, new, "report", words=words, said=outcome, number=len(said) + 1,
            due_on=day, on_time=on_time,
        )  # fmt: skip

    def mend(self, me: str, pk: uuid.UUID, day: dt.date, words: Words, *, new: uuid.UUID) -> None:
        """What puts a missed day right: one, soon after the first report of it, and with it."""
        promise = self.own(me, pk)
        mended = {key: row for key, row in self.items.items() if row.kind == "repair"}
        for key, row in mended.items():
            if (row.about, row.due_on) == (pk, day):
                if key != new and row.words != words:
                    raise Says("refused")
                return
        said = self.reports(pk, day)
        missed = [row.made_at for row in said if row.said == "missed" and row.made_at]
        if not said or said[-1].said != "missed" or missed[0] <= self.now - MENDED_WITHIN:
            raise Says("refused")
        if self.noted_lately(me) >= NOTES_A_DAY:
            raise Says("refused")
        if new in self.items:
            raise Says("missing")
        known: dict[str, Any] = {"sent_at": None, "told_on": self.today(me)}
        if said[-1].sent_at and self.partner(me) and not self.is_in_space(me):
            known = {"sent_at": self.now, "told_on": None}
        item = Item(
            "repair", me, promise.couple, promise.offender, words, about=pk, due_on=day, **known
        )
        self.make_known(new, item)

    def may_note(self, me: str, day: dt.date) -> bool:
        return self.today(me) - day <= NOTES_UNTIL and self.noted_lately(me) < NOTES_A_DAY

    def noted_lately(self, me: str) -> int:
        """With reports, or to put a miss right."""
        mine = [row for row in self.items.values() if self.is_mine(me, row) and row.words]
        noted = [row.made_at for row in mine if row.kind in ("report", "repair")]
        return len([at for at in noted if at and at > self.now - ONE_DAY])

    def end(self, me: str, pk: uuid.UUID) -> None:
        """Early, in the open, at most one a week."""
        promise = self.own(me, pk)
        if promise.ended_at:
            return
        mine = [row for row in self.items.values() if self.is_mine(me, row) and row.ended_at]
        lately = any(row.ended_at and row.ended_at > self.now - ENDS_EVERY for row in mine)
        if lately or not self.is_running(pk, self.today(me)):
            raise Says("refused")
        if promise.sent_at:
            self.check_room(me)
        promise.ended_at = self.now
        if promise.sent_at:
            self.note(promise.couple, Entry("ended", me, None, pk, {}))

    def track(self, me: str, pk: uuid.UUID, choice: str) -> None:
        promise = self.theirs(me, pk)
        self.tracking[me, promise.couple, promise.offender] = choice

    def judge(self, me: str, pk: uuid.UUID, day: dt.date, outcome: str) -> None:
        promise = self.theirs(me, pk)
        self.check_due(me, promise, day)
        given = [row for row in self.verdicts if (row.about, row.due_on) == (pk, day)]
        if given and given[-1].said == outcome:
            return
        if given and given[0].given_at < self.now - CHANGEABLE_FOR:
            raise Says("refused")
        if outcome == "unsaid":
            is_shared = self.is_read(given)
        else:
            self.check_pace(me, (row.given_at for row in given))
            is_shared = self.check_mark(me, pk, day, outcome, is_first=not given)
        verdict = Verdict(pk, me, day, outcome, len(given) + 1, self.now, is_shared)
        self.verdicts.append(verdict)
        if is_shared:
            facts = {"due_on": day.isoformat(), "outcome": outcome}
            self.note(promise.couple, Entry("verdict", me, None, pk, facts))

    def is_read(self, given: list[Verdict]) -> bool:
        """Does the other read a mark? One is there."""
        if not given:
            raise Says("refused")
        shared = [row.said for row in given if row.is_shared]
        return bool(shared) and shared[-1] != "unsaid"

    def check_mark(
        self, me: str, pk: uuid.UUID, day: dt.date, outcome: str, *, is_first: bool
    ) -> bool:
        """Reported or over everywhere, not long after the end; is it for both?"""
        promise = self.items[pk]
        tracking = self.tracking.get((me, promise.couple, promise.offender))
        said = [row.said for row in self.reports(pk, day) if row.sent_at]
        is_over = (self.now - FARTHEST_WEST).date() > day
        last = self.ended_on(promise) or max(self.days(promise))
        is_late = self.today(me) > last + CHANGEABLE_FOR
        is_missed = said[-1:] == ["missed"] and outcome != "excused"
        may_begin = (said or is_over) and not is_late
        if tracking not in ("together", "private") or is_missed or (is_first and not may_begin):
            raise Says("refused")
        if tracking == "together":
            self.check_room(me)
        return tracking == "together"

    def clear(self, me: str, pk: uuid.UUID, day: dt.date) -> None:
        self.check_due(me, self.theirs(me, pk), day)
        self.cleared.add((me, pk, day))

    def put_back(self, me: str, pk: uuid.UUID, day: dt.date) -> None:
        self.theirs(me, pk)
        self.cleared.discard((me, pk, day))

    def put_away(self, me: str, pk: uuid.UUID) -> None:
        """Nobody is told."""
        self.theirs(me, pk)
        self.left.add((me, pk))

    def bring_back(self, me: str, pk: uuid.UUID) -> None:
        self.theirs(me, pk)
        if (me, pk) in self.read:
            self.left.discard((me, pk))
