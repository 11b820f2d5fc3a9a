"""The model: what is said to an account and to a guess, and that a guess was read again."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

from tests.histories.sharing import Sharing
from tests.histories.state import ONE_DAY, Entry, Item, Reply, Says

SAID_A_DAY, ACTS_A_DAY = 4, 24
ACTS = (
    "answer", "verdict", "felt", "account_reply", "correction", "letter_reply", "reply",
    "pushed", "consent", "wish",
)  # fmt: skip
RESTS_FOR = dt.timedelta(days=7)


class Replies(Sharing):
    """`looks`: which guesses their writers read again."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.replies: list[Reply] = []
        self.looks: set[uuid.UUID] = set()

    def check_pace(self, me: str, said_at: Iterable[dt.datetime | None]) -> None:
        """So often the same in a day, and so much in all that the other reads."""
        acts = [
            at for couple, entry, at in self.noted
            if couple == self.couple[me] and entry.actor == me and entry.kind in ACTS
        ]  # fmt: skip
        if sum(at > self.now - ONE_DAY for at in acts) >= ACTS_A_DAY:
            raise Says("refused")
        if sum(bool(moment and moment > self.now - ONE_DAY) for moment in said_at) >= SAID_A_DAY:
            raise Says("refused")

    def reply(self, me: str, pk: uuid.UUID, choice: str) -> None:
        account = self.theirs(me, pk)
        given = self.said_to(pk, by=me)
        self.check_standing(account)
        if given and given[-1].said == choice:
            return
        words = {reply.said for reply in self.said_to(pk)}
        if choice == "missing" and words & {"missing", "nothing_more"}:
            raise Says("refused")
        self.check_pace(me, (reply.said_at for reply in given))
        self.check_room(me)
        self.put(me, pk, choice, "account_reply", {"choice": choice})

    def unsay_reply(self, me: str, pk: uuid.UUID) -> None:
        self.theirs(me, pk)
        given = self.said_to(pk, by=me)
        if given and given[-1].said != "taken_back":
            self.put(me, pk, "taken_back", "unsaid", {})

    def say_nothing_more(self, me: str, pk: uuid.UUID) -> None:
        account = self.own(me, pk)
        if not account.sent_at:
            raise Says("missing")
        self.check_standing(account)
        words = {reply.said for reply in self.said_to(pk)}
        if "nothing_more" in words:
            return
        if "missing" not in words:
            raise Says("refused")
        self.check_room(me)
        self.put(me, pk, "nothing_more", "nothing_more", {})

    def correct(self, me: str, pk: uuid.UUID, said: dict[str, str]) -> None:
        guess, given = self.theirs(me, pk), self.said_to(pk)
        if said == (given[-1].said if given else {}):
            return
        if said:
            self.check_standing(guess)
            self.check_pace(me, (reply.said_at for reply in given))
            self.check_room(me)
        self.put(me, pk, said, *(("correction", {"areas": said}) if said else ("unsaid", {})))

    def look_again(self, me: str, pk: uuid.UUID) -> None:
        guess = self.own(me, pk)
        self.check_standing(guess)
        assert guess.made_at
        if self.now < guess.made_at + RESTS_FOR:
            raise Says("refused")
        self.looks.add(pk)

    def check_standing(self, item: Item) -> None:
        if item.withdrawn_at:
            raise Says("refused")

    def said_to(self, pk: uuid.UUID, *, by: str = "") -> list[Reply]:
        return [row for row in self.replies if row.about == pk and by in ("", row.writer)]

    def put(self, me: str, pk: uuid.UUID, said: Any, kind: str, facts: dict[str, Any]) -> None:
        self.replies.append(Reply(pk, me, said, len(self.said_to(pk)) + 1, self.now))
        self.note(self.items[pk].couple, Entry(kind, me, None, pk, facts))
