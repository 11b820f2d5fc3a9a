"""The page of all promises: the open ones, each with its weeks, and those that are over."""

import uuid
from dataclasses import dataclass
from typing import Self

from django.db.models import Q

from accounts.models import User
from mend import clock
from steps.promises.known import is_closed, is_put_away, known_to, open_now, state_of
from steps.promises.models import Promise
from steps.promises.pauses import Pause
from steps.promises.running import running
from steps.promises.sheets import Sheet, sheets_of
from steps.thresholds import MOST_PROMISES

MOST_OVER = 10


@dataclass(frozen=True)
class Over:
    """A promise that is over, in one line; without a sentence for who does not look at it."""

    pk: uuid.UUID
    sentence: str
    name: str
    state: str

    @classmethod
    def of(cls, promise: Promise, reader: User) -> Self:
        is_quiet = is_closed(promise, reader) or is_put_away(promise, reader)
        sentence = "" if is_quiet else promise.terms[-1].sentence
        return cls(promise.pk, sentence, promise.writer.first_name, state_of(promise, reader))


@dataclass(frozen=True)
class Lists:
    """All that one person sees of promises: the open ones, and a page of those that are over."""

    mine: list[Sheet]
    theirs: list[Sheet]
    closed: list[Promise]
    left: list[Promise]
    away: list[Promise]
    over: list[Over]
    earlier: uuid.UUID | None
    tracking: str | None
    pause: Pause | None

    @property
    def has_theirs(self) -> bool:
        """Is a promise of the other’s open, also one that is closed, left or put away here?"""
        return bool(self.theirs or self.closed or self.left or self.away)

    @property
    def is_empty(self) -> bool:
        return not (self.mine or self.has_theirs or self.over)

    @property
    def may_promise(self) -> bool:
        return len(self.mine) < MOST_PROMISES


def lists_of(reader: User, *, before: uuid.UUID | None = None) -> Lists:
    """Everything open, and what is over from the newest on, or from the promise `before` on."""
    rows = known_to(reader).order_by(open_now(reader).desc(), "-made_at", "pk")
    if before and (last := rows.filter(pk=before).first()):
        older = Q(made_at__lt=last.made_at) | Q(made_at=last.made_at, pk__gt=last.pk)
        rows = rows.filter(older | running(clock.today(reader.time_zone)))
    promises = list(rows[: 2 * MOST_PROMISES + MOST_OVER + 1])
    in_force = [promise for promise in promises if promise.is_open]
    over = [promise for promise in promises if not promise.is_open]
    unread = [promise for promise in in_force if is_closed(promise, reader)]
    away = [promise for promise in in_force if is_put_away(promise, reader)]
    readable = [promise for promise in in_force if promise not in (*unread, *away)]
    sheets = sheets_of(readable, reader, besides=over[:MOST_OVER])
    pauses = next((promise.pauses for promise in readable if promise.writer_id == reader.pk), [])
    return Lists(
        mine=[sheet for sheet in sheets if sheet.is_own],
        theirs=[sheet for sheet in sheets if not sheet.is_own],
        closed=[promise for promise in unread if promise.left_at is None],
        left=[promise for promise in unread if promise.left_at],
        away=away,
        over=[Over.of(promise, reader) for promise in over[:MOST_OVER]],
        earlier=over[MOST_OVER - 1].pk if len(over) > MOST_OVER else None,
        pause=next((one for one in pauses if one.ends_on >= clock.today(reader.time_zone)), None),
        tracking=next((one.tracking for one in promises if one.writer_id != reader.pk), None),
    )
