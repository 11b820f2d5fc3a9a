"""The model: who is with whom, and how they came to be."""

import datetime as dt
import uuid
import zoneinfo
from itertools import count

from tests.histories.state import Draft, Entry, Invitation, Item, Says

LINK_LASTS = dt.timedelta(hours=72)
OTHER_WAY_AFTER = dt.timedelta(days=30)


class People:
    """Each is in one couple, known by its number; `joined` are those that have ever been of two.

    `left_by`: who has left a couple in which the other stays.
    """

    def __init__(self, zones: dict[str, str], now: dt.datetime) -> None:
        self.now = now
        self.zones = zones
        self.numbers = count()
        self.couple = {name: next(self.numbers) for name in zones}
        self.joined: set[int] = set()
        self.left_by: dict[int, str] = {}
        self.erased: set[str] = set()
        self.invitations: dict[str, Invitation] = {}
        self.journeys: dict[tuple[int, str], dt.datetime] = {}
        self.drafts: dict[uuid.UUID, Draft] = {}
        self.items: dict[uuid.UUID, Item] = {}
        self.record: dict[int, list[Entry]] = {}

    def today(self, name: str) -> dt.date:
        return self.now.astimezone(zoneinfo.ZoneInfo(self.zones[name])).date()

    def partner(self, me: str) -> str | None:
        """Also who has left, which nobody can tell."""
        here = self.couple[me]
        same = (name for name in self.couple if self.couple[name] == here and name != me)
        return next(same, self.left_by.get(here))

    def invite(self, me: str) -> None:
        if self.partner(me):
            raise Says("refused")
        out = self.invitations.get(me)
        if out is None or (out.accepted_by is None and out.expires_at <= self.now):
            self.invitations[me] = Invitation(self.now + LINK_LASTS)

    def withdraw(self, me: str) -> None:
        del self.invitations[me]

    def accept(self, me: str, inviter: str) -> None:
        others = [self.invitations[name] for name in self.invitations if name != inviter]
        if me == inviter or self.partner(me) or any(out.accepted_by == me for out in others):
            raise Says("refused")
        out = self.invitations[inviter]
        if out.accepted_by is None and out.expires_at > self.now:
            out.accepted_by = me
        if out.accepted_by != me:
            raise Says("missing")

    def leave_it(self, me: str, inviter: str) -> None:
        """Too late where it was confirmed, and to who stays the other is still there."""
        if self.partner(me) == inviter:
            raise Says("refused")
        if self.invitations[inviter].accepted_by == me:
            self.invitations[inviter].accepted_by = None

    def confirm(self, me: str) -> None:
        """A couple that has ever been of two takes nobody in, and nobody is taken out of it."""
        acceptor = self.invitations[me].accepted_by
        if acceptor is None or self.joined & {self.couple[me], self.couple[acceptor]}:
            raise Says("refused")
        self.join(me, acceptor)

    def join(self, me: str, acceptor: str) -> None:
        """What `acceptor` began alone comes along; no other link of the two stays out."""
        for name in (me, acceptor):
            self.invitations.pop(name, None)
        for out in self.invitations.values():
            out.accepted_by = None if out.accepted_by in (me, acceptor) else out.accepted_by
        old, new = self.couple[acceptor], self.couple[me]
        for row in (*self.drafts.values(), *self.items.values()):
            row.couple = new if row.couple == old else row.couple
        if (old, acceptor) in self.journeys:
            self.journeys[new, acceptor] = self.journeys.pop((old, acceptor))
        self.couple[acceptor] = new
        self.joined.add(new)

    def part(self, me: str) -> None:
        """What nobody else has seen goes along; what else was begun stands in the archive."""
        old, new = self.couple[me], next(self.numbers)
        shared = {row.offender for row in self.items.values() if row.couple == old and row.sent_at}
        if (old, me) in self.journeys and me not in shared:
            self.journeys[new, me] = self.journeys.pop((old, me))
        for draft in self.drafts.values():
            if (draft.couple, draft.writer) == (old, me):
                is_own = not draft.offender and (new, me) in self.journeys
                goes_along = not draft.step or is_own
                draft.couple, draft.goes_at = new if goes_along else old, None
        for item in self.items.values():
            if (item.couple, item.offender) == (old, me) and (new, me) in self.journeys:
                item.couple = new
        self.couple[me] = new
        self.left_by[old] = me

    def erase(self, me: str) -> None:
        if self.partner(me):
            self.part(me)
        self.erased.add(me)
        self.invitations.pop(me, None)
        for out in self.invitations.values():
            out.accepted_by = None if out.accepted_by == me else out.accepted_by
        for pk in [pk for pk, draft in self.drafts.items() if draft.writer == me]:
            del self.drafts[pk]
        for item in self.items.values():
            if item.writer == me and item.sent_at and item.offender != me:
                item.withdrawn_at = item.withdrawn_at or self.now
                item.readers = set()
            item.readers -= {me}

    def check_turn(self, me: str) -> None:
        """What was begun after the other first sent something waits 30 days from then."""
        here = self.couple[me]
        theirs = [
            row.sent_at for row in self.items.values()
            if row.couple == here and me not in (row.offender, row.writer) and row.sent_at
        ]  # fmt: skip
        first = min(theirs, default=None)
        if first and first > self.now - OTHER_WAY_AFTER and self.journeys[here, me] > first:
            raise Says("refused")

    def known_journeys(self, me: str) -> set[str]:
        """Whose journeys `me` knows of: their own, and those in which something was sent."""
        here = self.couple[me]
        sent = {row.offender for row in self.items.values() if row.couple == here and row.sent_at}
        return sent | {name for couple, name in self.journeys if (couple, name) == (here, me)}
