"""The model: what is said to a promise, and other terms of it, asked for and agreed to."""

import uuid
from typing import Any

from tests.histories import answers
from tests.histories.state import ONE_DAY, Draft, Item, Says, Words, days_of


class Model(answers.Model):
    """Consents and wishes are items like all that is made known."""

    def allow_change(self, me: str, draft: Draft) -> None:
        pk = uuid.UUID(draft.words["promise_id"])
        promise = self.items[pk]
        is_open = self.is_mine(me, promise) and promise.sent_at
        if not (is_open and self.is_running(pk, self.today(me))):
            raise Says("refused")
        held = [row for row in self.drafts.values() if self.is_mine(me, row) and row.goes_at]
        others = [row for row in held if row.kind == "change" and row is not draft]
        if self.waiting(pk, "change") or any(row.words["promise_id"] == str(pk) for row in others):
            raise Says("refused")
        if not draft.goes_at:
            self.check_fits(promise, draft.words)

    def begin_change(self, me: str, pk: uuid.UUID, begun: list[uuid.UUID]) -> None:
        """`begun`: the id that it was given."""
        promise = self.own(me, pk)
        if not (promise.sent_at and self.is_running(pk, self.today(me))):
            raise Says("refused")
        if begun[0] not in self.drafts:
            typed = self.stands(pk)
            self.drafts[begun[0]] = Draft(me, self.couple[me], "change", promise.step, typed)

    def stands(self, pk: uuid.UUID) -> Words:
        """As it reads at last."""
        promise = self.items[pk]
        typed = promise.agreed[-1][1] if promise.agreed else promise.typed
        days = range(7) if promise.typed["rhythm"] == "daily" else typed["weekdays"]
        return {
            "promise_id": str(pk), "rhythm": promise.typed["rhythm"],
            "weekdays": [str(day) for day in days], "ends_on": typed["ends_on"],
            "sentence": typed["sentence"], "measure": "", "words": "",
        }  # fmt: skip

    def check_fits(self, promise: Item, typed: Words) -> None:
        first = self.today(promise.writer) + ONE_DAY
        if not self.could_come(promise, typed, first):
            raise Says("unready")

    def could_come(self, promise: Item, typed: Words, first: Any) -> bool:
        if promise.typed["rhythm"] == "once":
            return max(self.days(promise)) >= first and typed["ends_on"] >= str(first)
        begins = max(promise.typed["starts_on"], str(first))
        return begins <= typed["ends_on"] and bool(days_of({**typed, "starts_on": begins}))

    def waiting(self, pk: uuid.UUID, kind: str) -> uuid.UUID | None:
        """The newest of a kind, if it can be agreed to still."""
        promise = self.items[pk]
        asked = [key for key, row in self.items.items() if (row.kind, row.about) == (kind, pk)]
        if not asked:
            return None
        change = self.items[asked[-1]]
        first = self.today(promise.writer) + ONE_DAY
        last = self.ended_on(promise) or max(self.days(promise), default=self.end_of(promise))
        if promise.ended_at or promise.declined_from or last < first - 2 * ONE_DAY:
            return None
        said = [row for row in self.items.values() if row.kind == "consent"]
        yes = [row for row in said if row.said == "yes" and self.promise_of(row) == pk]
        is_settled = any(row.about == asked[-1] for row in said)
        later = any(one.made_at > change.made_at for one in yes)  # type: ignore[operator]
        fits = self.could_come(promise, change.typed, first)
        waits = change.sent_at and not change.withdrawn_at and fits
        return asked[-1] if waits and not is_settled and not later else None

    def promise_of(self, consent: Item) -> uuid.UUID | None:
        assert consent.about
        about = self.items[consent.about]
        return consent.about if about.kind == "promise" else about.about

    def wish(self, me: str, pk: uuid.UUID, typed: Words, *, new: uuid.UUID) -> None:
        promise = self.theirs(me, pk)
        mine = [
            key for key, row in self.items.items()
            if (row.kind, row.about, row.writer) == ("wish", pk, me)
        ]  # fmt: skip
        if new in mine:
            return
        if (self.couple[me], me) in self.spaces or not self.is_running(pk, self.today(me)):
            raise Says("refused")
        self.check_fits(promise, typed)
        self.check_pace(me, (self.items[key].made_at for key in mine))
        if new in self.items:
            raise Says("missing")
        self.check_room(me)
        words = {"sentence": typed["sentence"]}
        self.say(me, pk, promise, new, "wish", words=words, typed=typed)

    def unwish(self, me: str, pk: uuid.UUID) -> None:
        self.theirs(me, pk)
        settled = {row.about for row in self.items.values() if row.kind == "consent"}
        rows = self.items.items()
        mine = [key for key, row in rows if (row.kind, row.about) == ("wish", pk)]
        self.take_back_words(me, pk, [key for key in mine if key not in settled])

    def consent(self, me: str, pk: uuid.UUID, choice: str, said: list[uuid.UUID]) -> None:
        """`said`: the id that it was given, if something was said."""
        promise = self.theirs(me, pk)
        given = [
            row for row in self.items.values()
            if (row.kind, row.about, row.writer) == ("consent", pk, me)
        ]  # fmt: skip
        if (given and given[-1].said == choice) or (choice == "stands" and not given):
            return
        if not self.is_running(pk, self.today(me)):
            raise Says("refused")
        if choice != "decline":
            self.check_pace(me, (row.made_at for row in given))
        self.check_room(me)
        from_on = self.next_day(promise) if choice == "decline" else None
        self.put_consent(me, pk, pk, choice, said, from_on=from_on)
        promise.declined_from = from_on

    def settle(self, me: str, pk: uuid.UUID, choice: str, said: list[uuid.UUID]) -> None:
        """Yes or no to a change or a wish."""
        change = self.theirs(me, pk)
        if choice == "no" and change.kind == "wish":
            raise Says("missing")
        assert change.about
        promise = self.items[change.about]
        given = [row for row in self.items.values() if (row.kind, row.about) == ("consent", pk)]
        if any(row.writer == me for row in given):
            return
        self.check_room(me)
        if not self.is_running(change.about, self.today(me)):
            raise Says("refused")
        self.check_pace(me, ())
        from_on = self.next_day(promise)
        waits = self.waiting(change.about, change.kind) == pk
        if not waits or not self.could_come(promise, change.typed, from_on):
            raise Says("refused")
        is_yes = choice == "yes"
        words = change.words if is_yes and change.kind == "wish" else {}
        self.put_consent(
            me, change.about, pk, choice, said, from_on=from_on if is_yes else None, words=words
        )
        if is_yes:
            promise.agreed.append((from_on, change.typed))

    def revoke(self, me: str, pk: uuid.UUID) -> None:
        """What was asked for stays once it was answered, or its promise went on without it."""
        card = self.own(me, pk)
        if card.kind == "change" and card.sent_at and not card.withdrawn_at:
            assert card.about
            if self.waiting(card.about, "change") != pk:
                raise Says("refused")
        super().revoke(me, pk)

    def next_day(self, promise: Item) -> Any:
        return self.today(promise.writer) + ONE_DAY

    def put_consent(
        self, me: str, promise: uuid.UUID, about: uuid.UUID, choice: str, said: list[uuid.UUID],
        *, from_on: Any, words: Words | None = None,
    ) -> None:  # fmt: skip
        consents = [row for row in self.items.values() if row.kind == "consent"]
        number = 1 + len([row for row in consents if self.promise_of(row) == promise])
        self.say(
            me, about, self.items[promise], said[0], "consent", words=words or {}, said=choice,
            number=number, from_on=from_on,
        )  # fmt: skip
