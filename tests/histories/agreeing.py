"""Steps with the terms of a promise: what is said to them, asked for, and agreed to."""

import datetime as dt
import uuid

from accounts.models import User
from steps.promises.change_forms import WishForm
from steps.promises.changes import Change
from steps.promises.consents import Consent
from steps.promises.models import Promise
from tests.histories.answering import has_promises, own, sent
from tests.histories.walking import (
    Walking,
    mostly_other,
    mostly_writer,
    one_of,
    seldom,
    verb,
    which,
)
from tests.histories.writing import draft_of

later = one_of(0, 3, 3, -4)


def is_asked(walk: Walking) -> bool:
    return walk.knows("change", "wish")


class Agreeing(Walking):
    """Whoever it is finds a promise as the pages do, or does not find it."""

    @verb(has_promises, promise=which, role=mostly_writer, days=later, times=4)
    def write_change(self, promise: int, role: str, days: int) -> None:
        """A draft of other terms; it goes as any other."""
        pk = self.item(promise, "promise")
        me, begun = self.cast(pk, role), list[uuid.UUID]()

        def verb(user: User) -> None:
            begun.append(Change.begin(promise=own(Promise, user, pk), by=user).pk)

        self.both(me, lambda: self.model.begin_change(me, pk, begun), verb)
        if begun:
            draft = self.model.drafts[begun[0]]
            words, revision = self.anew(draft.words, days), draft.revision
            self.both(
                me,
                lambda: self.model.save(me, begun[0], words, is_behind=False),
                lambda user: draft_of(user, begun[0]).save_words(words, revision=revision),
            )

    @verb(has_promises, promise=which, role=mostly_other, days=later, again=seldom, times=4)
    def wish(self, promise: int, role: str, days: int, again: bool) -> None:
        pk = self.item(promise, "promise")
        new = self.item(0, "wish") if again and self.knows("wish") else uuid.uuid4()
        me, typed = self.cast(pk, role), self.anew(self.model.stands(pk), days)

        def verb(user: User) -> None:
            form = WishForm(typed | {"id": new}, step=9)
            assert form.is_valid(), form.errors
            Change.wish(form, promise=sent(Promise, user, pk), by=user, pk=new)

        self.both(me, lambda: self.model.wish(me, pk, typed, new=new), verb)

    def anew(self, typed: dict[str, object], days: int) -> dict[str, object]:
        ends_on = dt.date.fromisoformat(str(typed["ends_on"])) + dt.timedelta(days=days)
        return typed | {"sentence": f"Text {uuid.uuid4()}", "ends_on": ends_on.isoformat()}

    @verb(has_promises, promise=which, role=mostly_other)
    def unwish(self, promise: int, role: str) -> None:
        pk = self.item(promise, "promise")
        me = self.cast(pk, role)
        self.both(
            me,
            lambda: self.model.unwish(me, pk),
            lambda user: Change.unwish(promise=sent(Promise, user, pk), by=user),
        )

    @verb(has_promises,
        promise=which, role=mostly_other,
        choice=one_of(*4 * ["accept"], *2 * ["stands"], "decline"), times=2)  # fmt: skip
    def consent(self, promise: int, role: str, choice: str) -> None:
        pk = self.item(promise, "promise")
        me, said = self.cast(pk, role), list[uuid.UUID]()

        def verb(user: User) -> None:
            given = Consent.give(choice, promise=sent(Promise, user, pk), by=user)
            said.extend([given.pk] if given else [])

        self.both(me, lambda: self.model.consent(me, pk, choice, said), verb)

    @verb(is_asked,
        asked=which, role=mostly_other, choice=one_of("yes", "yes", "no"), times=6)  # fmt: skip
    def settle(self, asked: int, role: str, choice: str) -> None:
        pk = self.item(asked, "change", "wish")
        me, said = self.cast(pk, role), list[uuid.UUID]()

        def verb(user: User) -> None:
            change = sent(Change, user, pk)
            promise = Promise.objects.visible_to(user).get(pk=change.promise_id)
            said.append(Consent.settle(choice, change=change, promise=promise, by=user).pk)

        self.both(me, lambda: self.model.settle(me, pk, choice, said), verb)
