"""Steps with space and limits: what comes, how much of it, and when nothing does."""

import datetime as dt
import uuid

from steps.promises.pauses import Pause
from steps.sharing.limits import Limits, Reopening
from steps.space.models import Space
from tests.histories.walking import Walking, names, one_of, verb


class Resting(Walking):
    @verb(me=names)
    def take_space(self, me: str) -> None:
        self.both(
            me,
            lambda: self.model.take_space(me),
            lambda user: Space.take(by=user, pk=uuid.uuid4()),
        )

    @verb(lambda walk: walk.model.spaces, me=names, times=2)
    def end_space(self, me: str) -> None:
        self.both(me, lambda: self.model.end_space(me), lambda user: Space.end(by=user))

    @verb(me=names, a_day=one_of(0, 1, 2, 3), waiting=one_of(1, 2, 3), times=0.3)
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
