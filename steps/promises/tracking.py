"""How the one who was hurt keeps track: their choice, their verdicts, what they cleared."""

import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Couple, User
from mend import clock
from mend.refusals import Refused
from mend.rows import Rows
from steps.promises.forms import TRACKINGS, VERDICTS
from steps.promises.models import Promise, Report
from steps.sharing.pace import check_pace
from steps.timeline.models import Event

CHANGEABLE_FOR = dt.timedelta(days=30)
MARKED = ("together", "private")


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
    outcome = models.CharField(max_length=8, choices=VERDICTS)
    number = models.SmallIntegerField()
    given_at = models.DateTimeField(default=clock.now)
    shared_at = models.DateTimeField(null=True)

    objects = VerdictQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("promise", "due_on", "number", name="verdict_number")
        ]

    @classmethod
    def give(cls, outcome: str, *, promise: Promise, due_on: dt.date, by: User) -> "Verdict":
        """Judge one due day, reported or not, or change it within 30 days of the first word."""
        refuse_own(promise, by)
        promise.check_due(due_on)
        by.lock_couple()
        given = cls.objects.written_by(by).filter(promise=promise, due_on=due_on).order_by("number")
        verdicts = list(given)
        if verdicts and verdicts[-1].outcome == outcome:
            return verdicts[-1]
        if verdicts and verdicts[0].given_at < clock.now() - CHANGEABLE_FOR:
            raise Refused(_("What you marked 30 days ago stands."))
        check_pace(verdict.given_at for verdict in verdicts)
        tracking = Tracking.of(by, promise.journey_id)
        if tracking not in MARKED:
            raise Refused(_("First choose how you would like to keep track."))
        said = Report.objects.visible_to(by).filter(promise=promise, due_on=due_on)
        if outcome != "excused" and said.filter(outcome="missed").exists():
            raise Refused(
                _("This day was already named as missed. You can excuse it, or let it be.")
            )
        now = clock.now()
        shared_at = now if tracking == "together" else None
        verdict = cls.objects.create(
            couple_id=promise.couple_id, promise=promise, writer=by, due_on=due_on, outcome=outcome,
            number=len(verdicts) + 1, given_at=now, shared_at=shared_at,
        )  # fmt: skip
        if verdict.shared_at:
            Event.note("verdict", about=promise, by=by, due_on=due_on.isoformat(), outcome=outcome)
        return verdict


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
        promise.check_due(due_on)
        clearing = Clearing(couple_id=promise.couple_id, promise=promise, reader=by, due_on=due_on)
        Clearing.objects.bulk_create([clearing], ignore_conflicts=True)

    @classmethod
    def put_back(cls, *, promise: Promise, due_on: dt.date, by: User) -> None:
        cls.objects.visible_to(by).filter(promise=promise, due_on=due_on).delete()


def refuse_own(promise: Promise, user: User) -> None:
    """Nobody judges a promise of their own; for them there is nothing here."""
    if promise.writer_id == user.pk or promise.sent_at is None:
        raise Promise.DoesNotExist
