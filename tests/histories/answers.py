"""The model: answers to offers, reports of promises, and what the other says of them."""

import datetime as dt
import uuid
import zoneinfo
from collections.abc import Iterable
from typing import Any

from tests.histories.sharing import Sharing
from tests.histories.state import (
    ADDING,
    ONE_DAY,
    REPLIES,
    Entry,
    Item,
    Says,
    Verdict,
    Words,
    days_of,
)

REPORTS_A_DAY = 4
SAID_A_DAY = 4
ENDS_EVERY = dt.timedelta(days=7)
CHANGEABLE_FOR = dt.timedelta(days=30)


class Model(Sharing):
    """`tracking` by who chose and in whose journey; `cleared` by whom, which promise, which day."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.verdicts: list[Verdict] = []
        self.cleared: set[tuple[str, uuid.UUID, dt.date]] = set()
        self.tracking: dict[tuple[str, int, str], str] = {}

    def answer(self, me: str, pk: uuid.UUID, choice: str, words: Words, *, new: uuid.UUID) -> None:
        offer = self.theirs(me, pk)
        if offer.withdrawn_at:
            raise Says("refused")
        given = self.answers(pk)
        last = self.standing(pk)
        if new in given or (last and (last.said, last.words) == (choice, words)):
            return
        self.check_pace(self.items[key].made_at for key in given)
        if new in self.items:
            raise Says("missing")
        self.check_room(me)
        self.say(me, pk, offer, new, "answer", words=words, said=choice, number=len(given) + 1)

    def answers(self, pk: uuid.UUID) -> list[uuid.UUID]:
        rows = self.items.items()
        return [key for key, row in rows if row.kind == "answer" and row.about == pk]

    def standing(self, pk: uuid.UUID) -> Item | None:
        """The newest answer to an offer, unless it was taken back."""
        given = [self.items[key] for key in self.answers(pk)]
        return None if not given or given[-1].withdrawn_at else given[-1]

    def reply(self, me: str, pk: uuid.UUID, choice: str, words: Words, *, new: uuid.UUID) -> None:
        """Said to a card; what adds stands beside what was said before."""
        card = self.theirs(me, pk)
        if choice not in REPLIES.get(card.kind, ()):
            raise Says("missing")
        if card.withdrawn_at:
            raise Says("refused")
        given = self.replies(pk)
        if new in given:
            return
        standing = [key for key in given if not self.items[key].withdrawn_at]
        for key in standing if choice in ADDING else standing[-1:]:
            if (self.items[key].said, self.items[key].words) == (choice, words):
                return
        self.check_pace(self.items[key].made_at for key in given)
        if new in self.items:
            raise Says("missing")
        self.check_room(me)
        self.say(me, pk, card, new, "reply", words=words, said=choice, number=len(given) + 1)

    def replies(self, pk: uuid.UUID) -> list[uuid.UUID]:
        rows = self.items.items()
        return [key for key, row in rows if row.kind == "reply" and row.about == pk]

    def unsay_reply(self, me: str, pk: uuid.UUID) -> None:
        if self.theirs(me, pk).kind not in REPLIES:
            raise Says("missing")
        self.take_back_words(me, pk, self.replies(pk))

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

    def revoke(self, me: str, pk: uuid.UUID) -> None:
        """It stays readable to both."""
        card = self.own(me, pk)
        if card.kind == "promise" or not card.sent_at:
            raise Says("missing")
        if card.done_on:
            raise Says("refused")
        if not card.withdrawn_at:
            self.check_room(me)
            if self.of_today(me) >= self.limits_for(me)[0]:
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
        offer, standing = self.own(me, pk), self.standing(pk)
        if on > self.today(me):
            raise Says("refused")
        if offer.withdrawn_at:
            raise Says("refused")
        if offer.done_on:
            return
        said_yes = standing is not None and standing.said == "yes"
        if not (offer.typed["owed_anyway"] or offer.told_on or said_yes):
            raise Says("refused")
        if offer.sent_at:
            self.check_room(me)
        offer.done_on = on
        if offer.sent_at:
            facts = {"done_on": on.isoformat()}
            self.note(offer.couple, Entry("carried", me, None, pk, facts))

    def feel(self, me: str, pk: uuid.UUID, result: str) -> None:
        offer = self.theirs(me, pk)
        if not offer.done_on:
            raise Says("refused")
        if offer.felt[-1:] != [result]:
            self.check_pace(offer.felt_at)
            self.check_room(me)
            offer.felt.append(result)
            offer.felt_at.append(self.now)
            self.note(offer.couple, Entry("felt", me, None, pk, {"result": result}))

    def check_pace(self, said_at: Iterable[dt.datetime | None]) -> None:
        if sum(bool(moment and moment > self.now - ONE_DAY) for moment in said_at) >= SAID_A_DAY:
            raise Says("refused")

    def check_due(self, promise: Item, day: dt.date) -> None:
        if day not in days_of(promise.typed):
            raise Says("missing")
        if day > self.today(promise.writer):
            raise Says("refused")
        zone = zoneinfo.ZoneInfo(self.zones[promise.writer])
        if promise.ended_at and day > promise.ended_at.astimezone(zone).date():
            raise Says("refused")

    def report(
        self, me: str, pk: uuid.UUID, day: dt.date, outcome: str, words: Words, *, new: uuid.UUID
    ) -> None:
        promise = self.own(me, pk)
        self.check_due(promise, day)
        said = self.reports(pk, day)
        if self.items.get(new) in said or (said and said[-1].said == outcome and not words):
            return
        if outcome == "kept" and any(row.said == "missed" for row in said):
            raise Says("refused")
        if len(said) >= REPORTS_A_DAY:
            raise Says("refused")
        if new in self.items:
            raise Says("missing")
        on_time = self.today(me) <= day + dt.timedelta(days=1)
        self.say(
            me, pk, promise, new, "report", words=words, said=outcome, number=len(said) + 1,
            due_on=day, on_time=on_time,
        )  # fmt: skip

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
        self.check_due(promise, day)
        given = [row for row in self.verdicts if (row.about, row.due_on) == (pk, day)]
        if given and given[-1].said == outcome:
            return
        tracking = self.tracking.get((me, promise.couple, promise.offender))
        missed = any(row.said == "missed" and row.sent_at for row in self.reports(pk, day))
        self.check_pace(row.given_at for row in given)
        is_late = given and given[0].given_at < self.now - CHANGEABLE_FOR
        if is_late or tracking not in ("together", "private") or (missed and outcome != "excused"):
            raise Says("refused")
        is_shared = tracking == "together"
        if is_shared:
            self.check_room(me)
        verdict = Verdict(pk, me, day, outcome, len(given) + 1, self.now, is_shared)
        self.verdicts.append(verdict)
        if is_shared:
            facts = {"due_on": day.isoformat(), "outcome": outcome}
            self.note(promise.couple, Entry("verdict", me, None, pk, facts))

    def clear(self, me: str, pk: uuid.UUID, day: dt.date) -> None:
        self.check_due(self.theirs(me, pk), day)
        self.cleared.add((me, pk, day))

    def put_back(self, me: str, pk: uuid.UUID, day: dt.date) -> None:
        self.theirs(me, pk)
        self.cleared.discard((me, pk, day))
