"""The flow limits: how much may come to somebody unasked, and where it waits for them."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import Case, Exists, Func, OuterRef, When
from django.utils.translation import gettext as _

from accounts.models import Couple, User
from mend import clock
from mend.refusals import Refused
from mend.rows import Rows
from steps.sharing.heard import said_impact
from steps.sharing.items import Item, Version
from steps.sharing.kinds import KINDS, counted
from steps.thresholds import (
    A_DAY,
    LETTERS_A_DAY,
    OTHERS_A_DAY,
    QUIET_WEEK,
    WAITING,
    WAITS_FOR,
)
from steps.timeline.models import Event

if TYPE_CHECKING:
    from steps.sharing.drafts import Draft


class LimitsQuerySet(Rows["Limits"]):
    def visible_to(self, user: User) -> Self:
        """What somebody lets come is known to them alone."""
        return self.filter(reader=user)


class Limits(models.Model):
    """What may come to one person, as they chose it last.

    `aside` are the kinds that come only when they ask, `after` those that come once they have said
    what it did to them, `closed` those that never lie on the shelf.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    letters = models.SmallIntegerField(default=LETTERS_A_DAY)
    others = models.SmallIntegerField(default=OTHERS_A_DAY)
    waiting = models.SmallIntegerField(default=WAITING)
    aside = ArrayField(models.CharField(max_length=16), default=list)
    after = ArrayField(models.CharField(max_length=16), default=list)
    closed = ArrayField(models.CharField(max_length=16), default=list)
    chosen_at = models.DateTimeField(default=clock.now)

    objects = LimitsQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("couple", "reader", name="limits_of_one")]

    @classmethod
    def of(cls, user: User) -> "Limits":
        """What stands; the usual if nothing was chosen."""
        mine = cls.objects.visible_to(user).filter(couple=user.membership.couple_id)
        return mine.first() or cls(reader=user)

    @classmethod
    def off_the_shelf(cls, user: User) -> models.QuerySet["Limits", str]:
        """The names of the kinds that do not lie there."""
        mine = cls.objects.visible_to(user).filter(couple=user.membership.couple_id)
        both = Func("aside", "closed", function="array_cat")
        still = Func(both, "after", function="array_cat")
        kinds = Case(When(Exists(said_impact(user)), then=both), default=still)
        return mine.values_list(Func(kinds, function="unnest", output_field=models.CharField()))

    @classmethod
    def choose(
        cls, *, by: User, letters: int = LETTERS_A_DAY, others: int = OTHERS_A_DAY,
        waiting: int = WAITING, aside: list[str] | None = None, after: list[str] | None = None,
        closed: list[str] | None = None,
    ) -> "Limits":  # fmt: skip
        """Let less come, or again as much as is usual; never more."""
        chosen = {
            "letters": min(letters, LETTERS_A_DAY), "others": min(others, OTHERS_A_DAY),
            "waiting": min(waiting, WAITING), "aside": aside or [], "after": after or [],
            "closed": closed or [], "chosen_at": clock.now(),
        }  # fmt: skip
        couple = by.lock_couple()
        return cls.objects.update_or_create(couple=couple, reader=by, defaults=chosen)[0]


class ReopeningQuerySet(Rows["Reopening"]):
    def visible_to(self, user: User) -> Self:
        """The two of a couple read it."""
        return self.filter(couple=user.membership.couple_id)


class Reopening(models.Model):
    """After a “no” or a “not now”: from here on this kind may come again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    opened_at = models.DateTimeField(default=clock.now)

    objects = ReopeningQuerySet.as_manager()

    @classmethod
    def open(cls, kind: str, *, by: User) -> "Reopening":
        return cls.objects.create(couple=by.lock_couple(), reader=by, kind=kind)

    @classmethod
    def since(cls, moment: dt.datetime, kind: str, *, to: User) -> bool:
        """Has the other of the couple opened it again for `to`?"""
        others = cls.objects.visible_to(to).filter(kind=kind).exclude(reader=to)
        return others.filter(opened_at__gt=moment).exists()


def check_flow(draft: "Draft", *, by: User) -> None:
    """Is there room for one more, those on their way among them? Raises Refused.

    Said in the same words whether it is the day or the shelf that is full, and whatever the other
    did with what lies there: neither opening a card nor leaving it makes room.
    """
    way = draft.slice.counts_as
    if not way:
        return
    letters, others, waiting = limits_of_other()
    most = letters if way == "letter" else others
    held = type(draft).objects.held_beside(draft, by)
    today = made(by, since=A_DAY, kinds=counted(way)) + held.filter(kind__in=counted(way)).count()
    lying = unanswered(by) + held.filter(kind__in=counted()).count()
    if today >= most or lying >= waiting:
        raise Refused(_("That is enough for now. It stays with you and can go another day."))
    if made(by, since=QUIET_WEEK, kinds=counted("letter")):
        raise Refused(_("After a letter comes a quiet week. It stays with you until then."))


def check_withdrawal(kind: str, *, by: User) -> None:
    """Taking back comes unasked, too: it counts like one more, but waits on no shelf."""
    way = KINDS[kind].counts_as or "other"
    letters, others, _waiting = limits_of_other()
    if made(by, since=A_DAY, kinds=counted(way)) >= (letters if way == "letter" else others):
        raise Refused(_("That is enough for now. You can take this back another day."))


def limits_of_other() -> tuple[int, int, int]:
    """Letters and others a day, and how many may wait, as the other of the couple chose them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT letters, others, waiting FROM steps_limits_of_other()")
        found: tuple[int, int, int] | None = cursor.fetchone()
    return found or (LETTERS_A_DAY, OTHERS_A_DAY, WAITING)


def made(by: User, *, since: dt.timedelta, kinds: list[str]) -> int:
    """How many wordings of these kinds were sent or taken back: a change counts like a first."""
    mine = Version.objects.filter(couple=by.membership.couple_id, item__writer=by)
    sent = mine.filter(item__kind__in=kinds, item__sent_at__isnull=False)
    taken_back = Item.objects.written_by(by).filter(couple=by.membership.couple_id, kind__in=kinds)
    earliest = clock.now() - since
    return (
        sent.filter(made_at__gt=earliest).count()
        + taken_back.filter(withdrawn_at__gt=earliest).count()
    )


def unanswered(by: User) -> int:
    """What was sent within 14 days, taken back or not, and not answered in the open since."""
    answers = Event.objects.filter(couple=OuterRef("couple"), about=OuterRef("pk"))
    mine = Item.objects.written_by(by).sent().filter(couple=by.membership.couple_id)
    lying = mine.filter(kind__in=counted(), sent_at__gt=clock.now() - WAITS_FOR)
    return lying.exclude(Exists(answers.exclude(actor=by))).count()
