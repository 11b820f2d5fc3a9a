"""Putting one's pages away, and taking space from the other person."""

import datetime as dt
import secrets
import uuid
from typing import Self

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Couple, User
from mend import clock
from mend.refusals import Refused
from mend.rows import Rows
from mend.sealed import WordsField
from steps.sharing.items import Item
from steps.sharing.room import room
from steps.thresholds import LINE_EVERY


class PutAwayQuerySet(Rows["PutAway"]):
    def visible_to(self, user: User) -> Self:
        """Nobody else learns of it."""
        return self.filter(person=user)


class PutAway(models.Model):
    """While it lasts, every page of its person's is empty. It goes along into any couple."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    put_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    objects = PutAwayQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("person", condition=Q(ended_at=None), name="put_away_once")
        ]

    @classmethod
    def begin(cls, *, by: User) -> None:
        cls.objects.bulk_create([cls(person=by)], ignore_conflicts=True)

    @classmethod
    def end(cls, *, by: User) -> None:
        cls.objects.visible_to(by).filter(ended_at=None).update(ended_at=clock.now())


class SpaceQuerySet(Rows["Space"]):
    def visible_to(self, user: User) -> Self:
        """Both know that it was taken, and allowed what."""
        return self.filter(couple=user.membership.couple_id)

    def written_by(self, user: User) -> Self:
        return self.filter(taker=user)

    def standing(self) -> Self:
        """Not ended; its day may have come."""
        return self.filter(ended_at=None)


class Space(models.Model):
    """Time in which nothing comes from the other. Only its taker ends it; nobody else can ask.

    `allows_card`: the one fixed card about money, health or safety may come.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    taker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    allows_card = models.BooleanField(default=False)
    began_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    objects = SpaceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "couple", "taker", condition=Q(ended_at=None), name="one_space_each"
            )
        ]

    @classmethod
    def take(
        cls, *, by: User, pk: uuid.UUID, until: dt.date | None = None, shows_date: bool = False,
        line: str = "", allows_card: bool = False,
    ) -> "Space":  # fmt: skip
        """Until a day, or until they say so; anew, if they took it before. The same `pk` once.

        What is on its way from the other goes back to being a draft, without trace.
        """
        couple = by.lock_couple()
        if standing := cls.objects.written_by(by).standing().filter(pk=pk).first():
            return standing
        if cls.objects.visible_to(by).filter(pk=pk).exists():
            pk = uuid.uuid4()  # an old form, sent once more
        if by.partner is None:
            raise Refused(_("Nobody shares this place with you, so nobody can write to you."))
        if not may_take(by):
            raise Refused(_("Space is for the one who was hurt. You can pause your promises."))
        if until and until <= clock.today(by.time_zone):
            raise Refused(_("Choose a day that is still to come."))
        if line and (room().theirs or has_said_a_line(by)):
            raise Refused(_("One line a week goes along. Take space without it, or another day."))
        cls.end(by=by)
        space = cls.objects.create(pk=pk, couple=couple, taker=by, allows_card=allows_card)
        ends_at = until and some_time_on(until, by.time_zone)
        for person in by.reached:
            knows = until if person == by or shows_date else None
            SpaceCopy.objects.create(
                couple=couple, space=space, person=person, until=knows,
                ends_at=knows and ends_at,
                words={"line": line},
            )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute("SELECT steps_hold_no_longer()")
        return space

    @classmethod
    def stand(cls, *, by: User) -> None:
        """Space without an end, for good: the one that is on if it has no day, else a new one."""
        mine = SpaceCopy.objects.visible_to(by).filter(space__ended_at=None, space__taker=by)
        if not mine.filter(until=None).exists():
            cls.take(by=by, pk=uuid.uuid4())

    @classmethod
    def end(cls, *, by: User, at: dt.datetime | None = None) -> None:
        """The taker says so, or its day has come. Nothing comes of itself then."""
        by.lock_couple()
        cls.objects.written_by(by).standing().update(ended_at=at or clock.now())


def some_time_on(day: dt.date, zone: str) -> dt.datetime:
    """A moment of its first half: its beginning would tell the other where its taker lives."""
    return clock.midnight_of(day, zone) + dt.timedelta(minutes=secrets.randbelow(12 * 60))


def has_said_a_line(user: User) -> bool:
    """Did a line go along with a space that they took within a week?"""
    lately = {"space__taker": user, "space__began_at__gt": clock.now() - LINE_EVERY}
    return any(copy.words["line"] for copy in SpaceCopy.objects.visible_to(user).filter(**lately))


def may_take(user: User) -> bool:
    """Anybody of two, but for who is the only one of them who did a hurt.

    What somebody did counts once they have sent something of it.
    """
    if user.partner is None:
        return False
    here = Item.objects.sent().filter(couple=user.membership.couple_id)
    hurts = set(here.values_list("journey__offender", flat=True).distinct())
    return hurts != {user.pk}


class SpaceCopyQuerySet(Rows["SpaceCopy"]):
    def visible_to(self, user: User) -> Self:
        """What each of the two knows of it is theirs alone."""
        return self.filter(person=user)


class SpaceCopy(models.Model):
    """What one of the two knows: the line, and the day if they may; sealed for each by itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    space = models.ForeignKey(Space, models.PROTECT, related_name="copies")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    until = models.DateField(null=True)
    ends_at = models.DateTimeField(null=True)
    words = WordsField(key="copy", person="person")

    objects = SpaceCopyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("space", "person", name="one_space_copy_each")]
