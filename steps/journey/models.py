"""One misstep in one couple, worked on by the one who opened it."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, Min, OuterRef, Q
from django.utils.translation import gettext as _

from accounts.models import Couple, User
from mend import clock
from mend.refusals import Refused
from mend.rows import Rows
from steps.sharing.items import Item
from steps.thresholds import OTHER_WAY_AFTER


class JourneyQuerySet(Rows["Journey"]):
    def visible_to(self, user: User) -> Self:
        """One's own, and the other's once something in it was sent."""
        sent = Item.objects.filter(journey=OuterRef("pk"), sent_at__isnull=False)
        theirs = Q(Exists(sent), couple=user.membership.couple_id)
        return self.filter(Q(offender=user) | theirs)

    def written_by(self, user: User) -> Self:
        """In the couple of now."""
        return self.filter(offender=user, couple=user.membership.couple_id)

    def open(self) -> Self:
        return self.filter(closed_at=None)


class Journey(models.Model):
    """The offender is whoever opened it: nobody can be named so by somebody else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    offender = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=clock.now)
    closed_at = models.DateTimeField(null=True)

    objects = JourneyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "couple", "offender", condition=Q(closed_at=None), name="one_open_each"
            ),
        ]

    @classmethod
    def of(cls, user: User) -> "Journey | None":
        """The journey that `user` works through, if they have begun one."""
        return cls.objects.written_by(user).open().first()

    @classmethod
    def of_other(cls, user: User) -> "Journey | None":
        """The one that the other of the couple works through, once something in it was sent."""
        here = cls.objects.visible_to(user).filter(couple=user.membership.couple_id)
        return here.exclude(offender=user).open().first()

    @classmethod
    def begin(cls, *, by: User) -> "Journey":
        """Open one's own, alone, at any time; the one that stands when it was begun already."""
        by.lock_couple()
        return cls.of(by) or cls.objects.create(couple_id=by.membership.couple_id, offender=by)

    @classmethod
    def check_turn(cls, pk: uuid.UUID, *, by: User) -> None:
        """May anything of this one go yet? Raises Refused.

        One that was begun after the other first sent something waits 30 days from then: who was
        hurt is not to be turned into who did the hurt. Beginning it, alone, is nobody's business.
        """
        first = Item.objects.sent_to(by).filter(journey__closed_at=None)
        first = first.exclude(journey__offender=by).aggregate(first=Min("sent_at"))["first"]
        if first and first > clock.now() - OTHER_WAY_AFTER:
            own = cls.objects.written_by(by).filter(pk=pk)
            if own.filter(opened_at__gt=first).exists():
                raise Refused(_("There is time. This can go when some weeks have passed."))
