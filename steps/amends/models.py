"""Offers of repair, the free answers to them, what was carried out, and how it felt."""

import datetime as dt
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Couple, User
from mend import clock
from mend.refusals import Refused
from steps.amends.forms import REPAIRS, AnswerForm, FeltForm, OfferForm
from steps.sharing import door, kinds
from steps.sharing.items import Item
from steps.timeline.models import Event


class Offer(Item):
    """A repair that is offered. `owed_anyway`: it needs nobody's yes."""

    form = OfferForm

    repair = models.CharField(max_length=16, choices=REPAIRS)
    by_date = models.DateField(null=True)
    owed_anyway = models.BooleanField(default=False)

    @property
    def answer(self) -> "Answer | None":
        """The latest answer, once prefetched in order."""
        answers = list(self.answers.all())
        return answers[-1] if answers else None

    def respond(self, choice: str, *, by: User, words: str = "", pk: uuid.UUID) -> "Answer":
        """Answer freely, or change the answer; saying it twice is safe."""
        self.refuse_own(by)
        by.couple.lock()
        standing = Answer.objects.written_by(by).filter(offer=self).order_by("number").last()
        if standing and (standing.pk == pk or (standing.choice == choice and not words)):
            return standing
        answer = Answer(
            pk=pk, offer=self, choice=choice, number=standing.number + 1 if standing else 1,
            couple_id=self.couple_id, journey_id=self.journey_id, writer=by, kind="answer",
            step=self.step, sent_at=clock.now(),
        )  # fmt: skip
        return door.make_known(answer, words={"words": words} if words else {}, by=by)

    def carry_out(self, *, on: dt.date, by: User) -> "CarryingOut":
        """Say that it was done on a day, by the one who offered it."""
        if self.writer_id != by.pk:
            raise Offer.DoesNotExist
        if on > clock.today(by.time_zone):
            raise Refused(_("That day has not come yet."))
        by.couple.lock()
        if standing := CarryingOut.objects.filter(offer=self).first():
            return standing
        last = Answer.objects.filter(offer=self).order_by("number").last()
        if not self.owed_anyway and self.sent_at and (last is None or last.choice != "yes"):
            raise Refused(_("This one waits for a yes. Only what you owe anyway goes ahead without."))
        carried = CarryingOut.objects.create(couple_id=self.couple_id, offer=self, done_on=on)
        if self.sent_at:
            Event.note("carried", about=self, by=by, done_on=on.isoformat())
        return carried

    def feel(self, result: str, *, by: User) -> "FeltResult":
        """Say how it was, once it was done; it may change later."""
        self.refuse_own(by)
        if not CarryingOut.objects.filter(offer=self).exists():
            raise Refused(_("This has not been done yet."))
        by.couple.lock()
        standing = FeltResult.objects.filter(offer=self, writer=by).order_by("number").last()
        if standing and standing.result == result:
            return standing
        felt = FeltResult.objects.create(
            couple_id=self.couple_id, offer=self, writer=by, result=result,
            number=standing.number + 1 if standing else 1,
        )  # fmt: skip
        Event.note("felt", about=self, by=by, result=result)
        return felt

    def refuse_own(self, user: User) -> None:
        """Only the other person answers; for anybody else there is nothing to answer."""
        if self.writer_id == user.pk or self.sent_at is None:
            raise Offer.DoesNotExist


class Answer(Item):
    """One answer to an offer; a changed one is a new row, and the old one stays."""

    offer = models.ForeignKey(Offer, models.PROTECT, related_name="answers")
    choice = models.CharField(max_length=8, choices=AnswerForm.CHOICES)
    number = models.SmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint("offer", "number", name="answer_number")]

    @property
    def about_id(self) -> uuid.UUID:  # type: ignore[override]
        return self.offer_id

    def event_facts(self) -> dict[str, Any]:
        return {"choice": self.choice}


class CarryingOut(models.Model):
    """An offer was carried out on a day, as the one who offered it says."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    offer = models.OneToOneField(Offer, models.PROTECT, related_name="carrying_out")
    done_on = models.DateField()
    said_at = models.DateTimeField(default=clock.now)


class FeltResult(models.Model):
    """How a repair was for the one it was for."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="felt_results")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    result = models.CharField(max_length=8, choices=FeltForm.CHOICES)
    number = models.SmallIntegerField()
    said_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("offer", "number", name="felt_number")]


kinds.register("offer", label=gettext_lazy("A repair"), form=OfferForm, item=Offer)
