"""Steps with what was made known: answers, reports, and what the other says of them."""

import datetime as dt
import uuid
from typing import Any

from accounts.models import User
from steps.amends.forms import AnswerForm, FeltForm
from steps.amends.models import Offer
from steps.letters.forms import ReplyForm
from steps.letters.models import Letter
from steps.patience.models import Pushed
from steps.promises.forms import MARKS, OUTCOMES, TRACKINGS
from steps.promises.gaps import Gap
from steps.promises.models import Promise
from steps.promises.repairs import Repair
from steps.promises.tracking import Clearing, Tracking, Verdict
from steps.sharing.cards import item_of
from steps.sharing.items import Item
from steps.sharing.replies import Reply
from steps.sharing.shelf import Reading
from steps.sharing.withdrawing import withdraw
from tests.histories.state import CARDS, REPLIES
from tests.histories.walking import (
    Choice,
    Walking,
    mostly_other,
    mostly_writer,
    names,
    often,
    one_of,
    seldom,
    verb,
    which,
)

nth = one_of(0, 0, 1, 2, 5, -1)
days = one_of(0, 0, -2, 1)


def has_offers(walk: Walking) -> bool:
    return walk.knows("offer")


def has_letters(walk: Walking) -> bool:
    return walk.knows("letter")


def has_promises(walk: Walking) -> bool:
    return walk.knows("promise")


def word_of(choices: list[tuple[str, Any]]) -> Choice:
    return one_of(*(choice for choice, _ in choices))


class Answering(Walking):
    """Whoever it is finds an offer or a promise as the pages do, or does not find it."""

    @verb(has_offers,
        offer=which, role=mostly_other, choice=word_of(AnswerForm.CHOICES), speaks=seldom,
        again=seldom, times=3)  # fmt: skip
    def answer(self, offer: int, role: str, choice: str, speaks: bool, again: bool) -> None:
        pk = self.item(offer, "offer")
        me, new = self.cast(pk, role), self.new_id(again, "answer")
        words = f"Text {new}" if speaks else ""
        self.both(
            me,
            lambda: self.model.answer(me, pk, choice, {"words": words} if words else {}, new=new),
            lambda user: sent(Offer, user, pk).respond(choice, by=user, words=words, pk=new),
        )

    @verb(lambda walk: walk.knows(*REPLIES),
        card=which, role=mostly_other, nth=one_of(*range(6)), speaks=seldom, again=seldom,
        times=3)  # fmt: skip
    def reply_to_card(self, card: int, role: str, nth: int, speaks: bool, again: bool) -> None:
        """With one of the words for this kind of card; at times of another kind."""
        pk = self.item(card, *REPLIES)
        fitting = REPLIES[self.model.items[pk].kind]
        choice = "wish" if nth == 5 else fitting[nth % len(fitting)]
        me, new = self.cast(pk, role), self.new_id(again, "reply")
        words = f"Text {new}" if speaks else ""
        self.both(
            me,
            lambda: self.model.reply_to_card(
                me, pk, choice, {"words": words} if words else {}, new=new
            ),
            lambda user: Reply.give(choice, to=sent(Item, user, pk), by=user, words=words, pk=new),
        )

    @verb(lambda walk: walk.knows(*REPLIES), card=which, role=mostly_other)
    def unsay_to_card(self, card: int, role: str) -> None:
        pk = self.item(card, *REPLIES)
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.unsay_to_card(me, pk),
            lambda user: Reply.unsay(to=sent(Item, user, pk), by=user),
        )

    @verb(has_offers, offer=which, role=mostly_other)
    def unsay(self, offer: int, role: str) -> None:
        pk = self.item(offer, "offer")
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.unsay(me, pk),
            lambda user: sent(Offer, user, pk).unsay(by=user),
        )

    @verb(has_letters,
        letter=which, role=mostly_other, choice=word_of(ReplyForm.CHOICES), speaks=seldom,
        again=seldom, times=3)  # fmt: skip
    def reply_to_letter(
        self, letter: int, role: str, choice: str, speaks: bool, again: bool
    ) -> None:
        pk = self.item(letter, "letter")
        me, new = self.cast(pk, role), self.new_id(again, "letter_reply")
        words = {"words": f"Text {new}"} if speaks else {}
        self.both(
            me,
            lambda: self.model.answer(me, pk, choice, words, new=new, kind="letter_reply"),
            lambda user: sent(Letter, user, pk).respond(
                choice, by=user, words=words.get("words", ""), pk=new
            ),
        )

    @verb(has_letters, letter=which, role=mostly_other)
    def unsay_to_letter(self, letter: int, role: str) -> None:
        pk = self.item(letter, "letter")
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.unsay(me, pk),
            lambda user: sent(Letter, user, pk).unsay(by=user),
        )

    @verb(me=names, speaks=often, again=seldom)
    def push(self, me: str, speaks: bool, again: bool) -> None:
        new = self.new_id(again, "pushed")
        words = {"words": f"Text {new}"} if speaks else {}
        self.both(
            me,
            lambda: self.model.push(me, words, new=new),
            lambda user: Pushed.say(words.get("words", ""), by=user, pk=new),
        )

    @verb(lambda walk: walk.knows("pushed"), pushed=which, role=mostly_writer)
    def pull_back(self, pushed: int, role: str) -> None:
        pk = self.item(pushed, "pushed")
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.pull_back(me, pk),
            lambda user: own(Pushed, user, pk).take_back(by=user),
        )

    @verb(lambda walk: walk.knows(*CARDS), card=which, role=mostly_writer)
    def revoke(self, card: int, role: str) -> None:
        pk = self.item(card, *CARDS)
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.revoke(me, pk),
            lambda user: withdraw(item_of(pk, user), by=user),
        )

    @verb(has_offers, offer=which, role=mostly_writer, ahead=days, times=2)
    def carry_out(self, offer: int, role: str, ahead: int) -> None:
        pk = self.item(offer, "offer")
        me, on = (
            self.cast(pk, role),
            self.model.today(self.model.items[pk].writer) + dt.timedelta(days=ahead),
        )
        self.both(
            me,
            lambda: self.model.carry_out(me, pk, on),
            lambda user: own(Offer, user, pk).carry_out(on=on, by=user),
        )

    @verb(has_offers, offer=which, role=mostly_other, result=word_of(FeltForm.CHOICES), times=2)
    def feel(self, offer: int, role: str, result: str) -> None:
        pk = self.item(offer, "offer")
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.feel(me, pk, result),
            lambda user: sent(Offer, user, pk).feel(result, by=user),
        )

    @verb(has_promises,
        promise=which, role=mostly_writer, nth=nth, outcome=word_of(OUTCOMES), speaks=seldom,
        again=seldom, times=8)  # fmt: skip
    def report(
        self, promise: int, role: str, nth: int, outcome: str, speaks: bool, again: bool
    ) -> None:
        pk = self.item(promise, "promise")
        me, on, new = self.cast(pk, role), self.day(pk, nth), self.new_id(again, "report")
        note = f"Text {new}" if speaks else ""
        self.both(
            me,
            lambda: self.model.report(me, pk, on, outcome, {"note": note} if note else {}, new=new),
            lambda user: own(Promise, user, pk).report(
                outcome, due_on=on, by=user, note=note, pk=new
            ),
        )

    @verb(lambda walk: walk.knows("report"),
        report=which, role=mostly_writer, again=seldom, times=6)  # fmt: skip
    def mend(self, report: int, role: str, again: bool) -> None:
        """Mostly of a day that was named missed lately."""
        said = self.model.items[self.item(report, "report")]
        missed = [row for row in self.model.items.values() if row.said == "missed"]
        said = missed[-1 - report % len(missed)] if missed and report < 9 else said
        pk, on = said.about, said.due_on
        assert pk, "a report is about a promise"
        assert on, "and about a day of it"
        me, new = self.cast(pk, role), self.new_id(again, "repair")
        words = f"Text {new}"
        self.both(
            me,
            lambda: self.model.mend(me, pk, on, {"repair": words}, new=new),
            lambda user: Repair.write(
                words, promise=own(Promise, user, pk), due_on=on, by=user, pk=new
            ),
        )

    @verb(has_promises,
        promise=which, role=mostly_writer, waits=one_of(0, 0, 0, 9), speaks=often, shared=often,
        again=seldom, times=4)  # fmt: skip
    def start_again(
        self, promise: int, role: str, waits: int, speaks: bool, shared: bool, again: bool
    ) -> None:
        """After a gap, which at times is waited for."""
        me, new = self.cast(self.item(promise, "promise"), role), self.new_id(again, "gap")
        line = f"Text {new}" if speaks else ""
        self.model.now += dt.timedelta(days=waits, hours=bool(waits))
        self.both(
            me,
            lambda: self.model.start_again(me, line, is_shared=shared, new=new),
            lambda user: Gap.leave_behind(by=user, line=line, is_shared=shared, pk=new),
        )

    @verb(has_promises, promise=which, role=mostly_writer)
    def end(self, promise: int, role: str) -> None:
        pk = self.item(promise, "promise")
        me = self.cast(pk, role)
        self.both(
            me, lambda: self.model.end(me, pk), lambda user: own(Promise, user, pk).end(by=user)
        )

    @verb(has_promises, promise=which, role=mostly_other, choice=word_of(TRACKINGS), times=2)
    def track(self, promise: int, role: str, choice: str) -> None:
        pk = self.item(promise, "promise")
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.track(me, pk, choice),
            lambda user: Tracking.choose(choice, promise=sent(Promise, user, pk), by=user),
        )

    @verb(has_promises, promise=which, role=mostly_other, nth=nth, outcome=word_of(MARKS), times=8)
    def judge(self, promise: int, role: str, nth: int, outcome: str) -> None:
        pk = self.item(promise, "promise")
        me, on = self.cast(pk, role), self.day(pk, nth)
        self.both(
            me,
            lambda: self.model.judge(me, pk, on, outcome),
            lambda user: Verdict.give(outcome, promise=sent(Promise, user, pk), due_on=on, by=user),
        )

    @verb(has_promises, promise=which, role=mostly_other, nth=nth)
    def clear(self, promise: int, role: str, nth: int) -> None:
        pk = self.item(promise, "promise")
        me, on = self.cast(pk, role), self.day(pk, nth)
        self.both(
            me,
            lambda: self.model.clear(me, pk, on),
            lambda user: Clearing.clear(promise=sent(Promise, user, pk), due_on=on, by=user),
        )

    @verb(has_promises, promise=which, role=mostly_other, nth=nth)
    def put_back(self, promise: int, role: str, nth: int) -> None:
        pk = self.item(promise, "promise")
        me, on = self.cast(pk, role), self.day(pk, nth)
        self.both(
            me,
            lambda: self.model.put_back(me, pk, on),
            lambda user: Clearing.put_back(promise=sent(Promise, user, pk), due_on=on, by=user),
        )

    @verb(has_promises, promise=which, role=mostly_other)
    def put_away(self, promise: int, role: str) -> None:
        pk = self.item(promise, "promise")
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.put_away(me, pk),
            lambda user: Reading.put_away(sent(Promise, user, pk), by=user),
        )

    @verb(has_promises, promise=which, role=mostly_other)
    def bring_back(self, promise: int, role: str) -> None:
        pk = self.item(promise, "promise")
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.bring_back(me, pk),
            lambda user: Reading.bring_back(sent(Promise, user, pk), by=user),
        )

    def new_id(self, again: bool, kind: str) -> uuid.UUID:
        """Of a fresh form; or of one that was sent before, whoever sent it."""
        return self.item(0, kind) if again and self.knows(kind) else uuid.uuid4()


def own(model: Any, user: User, pk: uuid.UUID) -> Any:
    return model.objects.written_by(user).get(pk=pk)


def sent(model: Any, user: User, pk: uuid.UUID) -> Any:
    return model.objects.sent_to(user).get(pk=pk)
