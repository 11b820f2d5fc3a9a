"""Steps with accounts and guesses: what the other says to them, and what their writer then does."""

from accounts.models import User
from steps.acknowledging.models import Account
from steps.impact.models import Guess
from tests.histories.answering import own, sent
from tests.histories.walking import Walking, mostly_other, mostly_writer, one_of, verb, which


def has_accounts(walk: Walking) -> bool:
    return walk.knows("account")


def has_guesses(walk: Walking) -> bool:
    return walk.knows("guess")


class Replying(Walking):
    @verb(
        has_accounts,
        account=which,
        role=mostly_other,
        choice=one_of("matches", "missing", "missing", "no_details"),
        times=3,
    )
    def reply(self, account: int, role: str, choice: str) -> None:
        pk = self.item(account, "account")
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.reply(me, pk, choice),
            lambda user: sent(Account, user, pk).reply(choice, by=user),
        )

    @verb(has_accounts, account=which, role=mostly_other)
    def unsay_reply(self, account: int, role: str) -> None:
        pk = self.item(account, "account")
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.unsay_reply(me, pk),
            lambda user: sent(Account, user, pk).unsay(by=user),
        )

    @verb(has_accounts, account=which, role=mostly_writer, times=2)
    def say_nothing_more(self, account: int, role: str) -> None:
        pk = self.item(account, "account")
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.say_nothing_more(me, pk),
            lambda user: own(Account, user, pk).say_nothing_more(by=user),
        )

    @verb(has_guesses, guess=which, role=mostly_other, said=one_of("close", "no", ""), times=3)
    def correct(self, guess: int, role: str, said: str) -> None:
        pk = self.item(guess, "guess")
        me, areas = self.cast(pk, role), {"safety": said} if said else {}
        self.both(
            me,
            lambda: self.model.correct(me, pk, areas),
            lambda user: sent(Guess, user, pk).correct(areas, by=user),
        )

    @verb(has_guesses, guess=which, role=mostly_writer, times=2)
    def look_again(self, guess: int, role: str) -> None:
        pk = self.item(guess, "guess")
        me = self.cast(pk, role)

        def verb(user: User) -> None:
            own(Guess, user, pk).look_again(by=user)

        self.both(me, lambda: self.model.look_again(me, pk), verb)
