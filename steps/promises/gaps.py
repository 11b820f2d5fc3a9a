"""Coming back after weeks without a report: start from today, and a line about it if one likes."""

import datetime as dt
import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.promises.models import Promise
from steps.promises.silence import Silence, silence_of
from steps.sharing import door
from steps.sharing.hints import refuse_threat
from steps.sharing.items import Item, ItemQuerySet, with_words
from steps.sharing.room import room
from steps.thresholds import LINE_EVERY


class Gap(Item):
    """That its writer starts again after a gap (without a line), or one line about it.

    Each once a gap. A line is theirs alone unless they share it; it is counted in no limit, and
    tells of the newest gap alone, so that no two come in one week. Shared it names no week in
    which the other knew of no promise.
    """

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )
    promise = models.ForeignKey("steps.Promise", models.PROTECT, related_name="gaps")
    first_on = models.DateField()
    last_on = models.DateField()
    has_line = models.BooleanField()

    objects: ClassVar[ItemQuerySet["Gap"]] = ItemQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint("promise", "first_on", "has_line", name="one_line_a_gap")
        ]

    @property
    def about_id(self) -> uuid.UUID:
        promise_id: uuid.UUID = self.promise_id
        return promise_id

    def event_facts(self) -> dict[str, Any]:
        return {"first": self.first_on.isoformat(), "last": self.last_on.isoformat()}

    @classmethod
    def leave_behind(
        cls, *, by: User, pk: uuid.UUID, line: str = "", is_shared: bool = False
    ) -> "Gap":
        """Start from today: nothing of the gap is asked for any more, and nothing turns missed.

        The same again gives the one that stands. Raises Refused where there is no gap, or where
        another line about it was written.
        """
        by.lock_couple()
        silence = silence_of(by)
        if silence is None:
            raise Refused(_("There is no gap just now. You can go on from today."))
        if standing := cls.of(silence, by=by, has_line=bool(line)):
            return same_line(standing, line, by=by, pk=pk)
        if Item.is_taken(pk):
            raise cls.DoesNotExist
        refuse_threat(line)
        if line:
            cls.check_lately(by)
        promise = Promise.objects.written_by(by).get(pk=silence.promise)
        whole, goes = (silence.first_on, silence.last_on), is_shared and bool(line)
        first_on, last_on = (goes and silence.known) or whole
        gap = cls(
            id=pk, promise=promise, first_on=first_on, last_on=last_on,
            has_line=bool(line), couple_id=promise.couple_id, journey_id=promise.journey_id,
            writer=by, kind="gap", step=promise.step,
            **known(promise, by=by, is_shared=goes),
        )  # fmt: skip
        return door.make_known(gap, words={"line": line} if line else {}, by=by)

    @classmethod
    def check_lately(cls, by: User) -> None:
        """One such line a week, however a gap is moved by days reported late; raises Refused."""
        lines = cls.objects.written_by(by).filter(couple=by.membership.couple_id, has_line=True)
        if lines.filter(made_at__gt=clock.now() - LINE_EVERY).exists():
            raise Refused(_("One line a week is enough. You can start from today without one."))

    @classmethod
    def of(cls, silence: Silence, *, by: User, has_line: bool) -> "Gap | None":
        mine = cls.objects.written_by(by).filter(couple=by.membership.couple_id)
        return mine.filter(first_on__gte=silence.first_on, has_line=has_line).first()


def same_line(standing: Gap, line: str, *, by: User, pk: uuid.UUID) -> Gap:
    """Raises Refused where it would be changed."""
    [written] = with_words([standing], by)
    if written.pk != pk and written.words.get("line", "") != line:
        raise Refused(_("A line about this gap is written. It stays as it is."))
    return written


def known(promise: Promise, *, by: User, is_shared: bool) -> dict[str, Any]:
    """Shared it goes at once, or once the other's space is over; what was only said stays here."""
    today: dt.date = clock.today(by.time_zone)
    if not (is_shared and promise.sent_at and by.partner):
        return {"told_on": today}
    if room().theirs:
        return {"told_on": today, "kept_back_at": clock.now()}
    return {"sent_at": clock.now()}
