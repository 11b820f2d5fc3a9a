"""Steps with space and limits: what comes, how much of it, and when nothing does."""

import datetime as dt
import uuid

from steps.ownership.models import Signal
from steps.promises.pauses import Pause
from steps.sharing.limits import Limits, Reopening
from steps.space.models import Space
from tests.histories.walking import mostly_other, names, one_of, pick, verb, which
from tests.histories.writing import Writing


class Resting(Writing):
    @verb(me=names, allows=one_of(True, True, False), times=2)
    def take_space(self, me: str, allows: bool) -> None:
        pk = uuid.uuid4()
        self.both(
            me,
            lambda: self.model.take_space(me, pk, allows_card=allows),
            lambda user: Space.take(by=user, pk=pk, allows_card=allows),
        )

    @verb(lambda walk: walk.model.spaces, role=mostly_other, times=6)
    def signal(self, role: str) -> None:
        """The fixed card, of who is mostly not the one that takes the newest space."""
        (couple, taker), *_ = reversed(self.model.spaces)
        near = [name for name in self.people if self.model.couple[name] == couple]
        others = [name for name in near if name != taker] or [taker]
        me = {"other": others[0], "writer": taker, "stranger": "Cy"}[role]
        begun: list[uuid.UUID] = []
        self.both(
            me,
            lambda: self.model.signal(me, begun[0] if begun else uuid.uuid4()),
            lambda user: begun.append(Signal.send(by=user).pk),
        )
        self.time_passes(dt.timedelta(minutes=4), tick=True)

    @verb(lambda walk: walk.model.spaces, which=which, times=4)
    def end_space(self, which: int) -> None:
        _couple, me = pick(list(self.model.spaces), which)
        self.both(me, lambda: self.model.end_space(me), lambda user: Space.end(by=user))

    @verb(me=names, a_day=one_of(0, 1, 2, 3), waiting=one_of(1, 2, 3), times=0.1)
    def limit(self, me: str, a_day: int, waiting: int) -> None:
        self.both(
            me,
            lambda: self.model.limit(me, a_day, waiting),
            lambda user: Limits.choose(by=user, others=a_day, waiting=waiting),
        )

    @verb(me=names, days=one_of(0, 1, 3, 14, 15), times=2)
    def pause(self, me: str, days: int) -> None:
        until = self.model.today(me) + dt.timedelta(days=days)
        self.both(
            me,
            lambda: self.model.begin_pause(me, until),
            lambda user: Pause.begin(until=until, by=user),
        )

    @verb(lambda walk: walk.model.pauses, me=names)
    def end_pause(self, me: str) -> None:
        self.both(me, lambda: self.model.end_pause(me), lambda user: Pause.end(by=user))

    @verb(me=names, kind=one_of("offer", "letter", "change"))
    def reopen(self, me: str, kind: str) -> None:
        self.both(
            me, lambda: self.model.reopen(me, kind), lambda user: Reopening.open(kind, by=user)
        )
