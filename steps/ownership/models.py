"""Owning what is to come: the card for the next time, what one tells of oneself, the fixed card."""

import datetime as dt
import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Couple, User
from mend import clock
from mend.refusals import Refused
from mend.rows import Rows
from steps.journey.models import Journey
from steps.ownership.forms import WITHIN, DisclosureForm, OwnershipForm, SignalForm
from steps.sharing import door, kinds
from steps.sharing.answering import refuse_withdrawn
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.sharing.room import room
from steps.thresholds import A_DAY, DISCLOSURES_A_DAY, LOOK_AGAIN_AFTER

STEP = 16


class Ownership(Item):
    """If it happens again I tell you within …, by …, and do …."""

    form = OwnershipForm

    within = models.CharField(max_length=8, choices=WITHIN)

    def told_facts(self) -> list[tuple[str, str]]:
        return [(_("If it happens again, I tell you"), str(dict(WITHIN)[self.within]))]

    @property
    def look_again_at(self) -> dt.datetime:
        """From when on it can be looked at again."""
        return self.made_at + LOOK_AGAIN_AFTER


class Disclosure(Item):
    """Told by me. It is never dated back: it was told when it was written, in person too.

    Written while the other takes space it counts as told then, and goes once that is over.
    """

    form = DisclosureForm

    kept_back_in = models.UUIDField(null=True)  # the couple: to nobody else does it ever go

    @classmethod
    def check_welcome(cls, *, by: User) -> None:
        """It needs no room on the shelf, but nobody is flooded with it."""
        mine = cls.objects.written_by(by).filter(couple=by.membership.couple_id)
        known = mine.filter(Q(sent_at__isnull=False) | Q(kept_back_at__isnull=False))
        if known.filter(made_at__gt=clock.now() - A_DAY).count() >= DISCLOSURES_A_DAY:
            raise Refused(_("That is enough for one day. It stays with you until tomorrow."))

    def save(self, **kwargs: Any) -> None:
        if self.told_on:
            self.told_on = clock.today(self.writer.time_zone)
        if self.kept_back_at:
            self.kept_back_in = self.couple_id
        super().save(**kwargs)


class Signal(Item):
    """The fixed card that who takes space allowed: one in a space, with no word of one’s own."""

    form = SignalForm

    during = models.ForeignKey("steps.Space", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint("during", name="one_signal_a_space")]

    @classmethod
    def send(cls, *, by: User) -> Draft:
        """On its way; two presses are one. Raises DoesNotExist for who has begun nothing."""
        by.lock_couple()
        journey = Journey.of(by)
        if journey is None:
            raise cls.DoesNotExist
        mine = Draft.objects.written_by(by).filter(kind="signal", journey=journey)
        draft = mine.first()
        if draft is None:
            draft = Draft(
                writer=by, couple=by.couple, journey=journey, kind="signal", step=STEP, words={}
            )
            door.lets_go(draft, by=by)  # asked before anything of it is written down
            draft = draft.begin()
        draft.share(by=by)
        return draft

    @classmethod
    def allow(cls, draft: Draft, *, by: User) -> None:
        theirs = room().theirs
        if not (theirs and theirs.allows_card):
            raise Refused(_("This card is for when the other person takes space and lets it come."))
        if cls.objects.written_by(by).filter(during=theirs.id).exists():
            raise Refused(_("One of these is enough. It was sent."))

    def save(self, **kwargs: Any) -> None:
        theirs = room().theirs
        assert theirs, "asked before, in allow"
        self.during_id = theirs.id
        super().save(**kwargs)


class CardLookQuerySet(Rows["CardLook"]):
    def visible_to(self, user: User) -> Self:
        """That somebody looked again is known to them alone."""
        return self.filter(writer=user)

    def written_by(self, user: User) -> Self:
        return self.filter(writer=user)


class CardLook(models.Model):
    """An ownership card was read again by its writer after a month, and holds."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ownership = models.ForeignKey(Ownership, models.PROTECT, related_name="looks")
    looked_at = models.DateTimeField(default=clock.now)

    objects = CardLookQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("ownership", name="one_card_look")]

    @classmethod
    def take(cls, ownership: Ownership, *, by: User) -> None:
        """Once, a month after the card was sent or told; saying it twice is safe."""
        if ownership.writer_id != by.pk:
            raise Ownership.DoesNotExist
        couple = by.lock_couple()
        refuse_withdrawn(ownership)
        if clock.now() < ownership.look_again_at:
            raise Refused(_("Its day has not come yet. There is nothing to do before."))
        look = cls(couple=couple, writer=by, ownership=ownership)
        cls.objects.bulk_create([look], ignore_conflicts=True)


kinds.register(
    "ownership", label=gettext_lazy("A card for the next time"), form=OwnershipForm,
    item=Ownership, replies=("thank", "later"), facts_first=True,
)  # fmt: skip
kinds.register(
    "disclosure", label=gettext_lazy("Told by me"), form=DisclosureForm, item=Disclosure,
    practice="ownership", counts_as="", is_kept_back=True, replies=("thank", "later"),
)  # fmt: skip
kinds.register(
    "signal", label=gettext_lazy("The fixed card"), form=SignalForm, item=Signal,
    practice="ownership", counts_as="", comes_in_space=True, replies=("thank", "later"),
    above=gettext_lazy("Something touches your money, health or safety."),
)  # fmt: skip
