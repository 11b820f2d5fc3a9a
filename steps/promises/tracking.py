"""How the one who was hurt keeps track: their choice, their verdicts, what they cleared."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Couple, User
from mend import clock
from mend.refusals import Refused
from mend.rows import Rows
from steps.promises.forms import MARKS, TRACKINGS
from steps.promises.marking import MARKED, check_mark, is_read
from steps.promises.models import Promise
from steps.sharing.answering import refuse_own
from steps.sharing.pace import check_pace, check_sum
from steps.thresholds import MARKED_UNTIL
from steps.timeline.models import Event


class TrackingQuerySet(Rows["Tracking"]):
    def visible_to(self, user: User) -> Self:
        """How somebody keeps track is known to them alone."""
        return self.filter(writer=user)


class Tracking(models.Model):
    """Together, only for me, or not at all; asked once, changed at any time, the latest counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    journey = models.ForeignKey("steps.Journey", models.PROTECT, related_name="+")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    choice = models.CharField(max_length=8, choices=TRACKINGS)
    chosen_at = models.DateTimeField(default=clock.now)

    objects = TrackingQuerySet.as_manager()

    @classmethod
    def of(cls, user: User, journey_id: uuid.UUID) -> str | None:
        """The choice that stands."""
        chosen = cls.objects.visible_to(user).filter(journey=journey_id).order_by("chosen_at")
        last = chosen.last()
        return last.choice if last else None

    @classmethod
    def marks_together(cls, user: User, promise: Promise) -> bool:
        """Are their marks for both? Raises Refused where they make none."""
        choice = cls.of(user, promise.journey_id)
        if choice not in MARKED:
            raise Refused(_("First choose how you would like to keep track."))
        return choice == "together"

    @classmethod
    def choose(cls, choice: str, *, promise: Promise, by: User) -> None:
        """Choose for all promises of the journey that `promise` belongs to."""
        refuse_own(promise, by)
        by.lock_couple()
        if cls.of(by, promise.journey_id) != choice:
            cls.objects.create(
                couple_id=promise.couple_id, journey_id=promise.journey_id, writer=by, choice=choice
            )


class VerdictQuerySet(Rows["Verdict"]):
    def visible_to(self, user: User) -> Self:
        """One's own, and the other's when they keep track together."""
        shared = Q(couple=user.membership.couple_id, shared_at__isnull=False)
        return self.filter(Q(writer=user) | shared)

    def written_by(self, user: User) -> Self:
        return self.filter(writer=user)


class Verdict(models.Model):
    """One word about one day, by the one it was promised to; a changed one is a new row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    promise = models.ForeignKey(Promise, models.PROTECT, related_name="verdicts")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    due_on = models.DateField()
    outcome = models.CharField(max_length=8, choices=MARKS)
    number = models.SmallIntegerField()
    given_at = models.DateTimeField(default=clock.now)
    shared_at = models.DateTimeField(null=True)

    objects = VerdictQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("promise", "due_on", "number", name="verdict_number")
        ]

    @classmethod
    def give(
        cls, outcome: str, *, promise: Promise, due_on: dt.date, by: User, in_week: bool = False
    ) -> "Verdict":
        """Judge one due day that was reported or is over, or change it within 30 days.

        `unsaid` takes back what was said, wherever it was read. `in_week`: it is one of a week,
        which was looked at as a whole.
        """
        refuse_own(promise, by)
        promise.check_due(due_on, to=by)
        by.lock_couple()
        mine = cls.objects.written_by(by).filter(promise=promise, due_on=due_on)
        given = list(mine.order_by("number"))
        if given and given[-1].outcome == outcome:
            return given[-1]
        if given and given[0].given_at < clock.now() - MARKED_UNTIL:
            raise Refused(_("What you marked 30 days ago stands."))
        if outcome == "unsaid":
            is_shared = is_read(given)
        else:
            if not in_week:
                check_pace((verdict.given_at for verdict in given), by=by)
            is_shared = Tracking.marks_together(by, promise)
            check_mark(outcome, promise, due_on, is_first=not given, by=by)
        now = clock.now()
        verdict = cls.objects.create(
            couple_id=promise.couple_id, promise=promise, writer=by, due_on=due_on, outcome=outcome,
            number=len(given) + 1, given_at=now, shared_at=now if is_shared else None,
        )  # fmt: skip
        if verdict.shared_at:
            Event.note("verdict", about=promise, by=by, due_on=due_on.isoformat(), outcome=outcome)
        return verdict

    @classmethod
    def agree(cls, days: Iterable[dt.date], *, promise: Promise, by: User) -> None:
        """Mark days of one week as kept; a week that may be begun goes whole."""
        by.lock_couple()
        check_sum(by)
        for due_on in days:
            cls.give("kept", promise=promise, due_on=due_on, by=by, in_week=True)


class ClearingQuerySet(Rows["Clearing"]):
    def visible_to(self, user: User) -> Self:
        """What somebody cleared from their list is known to them alone."""
        return self.filter(reader=user)


class Clearing(models.Model):
    """A day that its reader took off their list; for the other it looks like silence."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    promise = models.ForeignKey(Promise, models.PROTECT, related_name="clearings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    due_on = models.DateField()

    objects = ClearingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("promise", "reader", "due_on", name="cleared_once")]

    @classmethod
    def clear(cls, *, promise: Promise, due_on: dt.date, by: User) -> None:
        """Take a due day off the list of its reader; saying it twice is safe."""
        refuse_own(promise, by)
        promise.check_due(due_on, to=by)
        clearing = Clearing(couple_id=promise.couple_id, promise=promise, reader=by, due_on=due_on)
        Clearing.objects.bulk_create([clearing], ignore_conflicts=True)

    @classmethod
    def put_back(cls, *, promise: Promise, due_on: dt.date, by: User) -> None:
        cls.objects.visible_to(by).filter(promise=promise, due_on=due_on).delete()
