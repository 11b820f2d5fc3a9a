"""Offers of repair, the free answers to them, what was carried out, and how it felt."""

import datetime as dt
import uuid
from itertools import zip_longest

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from mend import clock
from mend.days import short_day
from mend.refusals import Refused
from steps.amends.forms import REPAIRS, AnswerForm, OfferForm
from steps.amends.results import CarryingOut, FeltResult
from steps.sharing import door, kinds
from steps.sharing.answering import (
    FreeAnswer,
    known_now,
    refuse_own,
    refuse_withdrawn,
    standing,
    unsay,
)
from steps.sharing.items import Item
from steps.sharing.limits import Reopening
from steps.sharing.pace import check_pace
from steps.timeline.models import Event


class Offer(Item):
    """A repair that is offered. `owed_anyway`: it needs nobody's yes."""

    form = OfferForm

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )

    repair = models.CharField(max_length=16, choices=REPAIRS)
    by_date = models.DateField(null=True)
    owed_anyway = models.BooleanField(default=False)

    @classmethod
    def check_welcome(cls, *, by: User) -> None:
        """After a “no” or “not now”: none before the other lets offers come again."""
        mine = cls.objects.written_by(by).filter(couple=by.membership.couple_id)
        last = Answer.objects.filter(offer__in=mine).order_by("offer", "-number").distinct("offer")
        for answer in last:
            if answer.stands in ("no", "later") and not Reopening.since(
                answer.made_at, "offer", to=by
            ):
                raise Refused(_("The other person said “no” or “not now”. It stays with you."))

    def told_facts(self) -> list[tuple[str, str]]:
        facts = [(_("Kind of repair"), str(dict(REPAIRS)[self.repair]))]
        if self.by_date:
            facts.append((_("By"), short_day(self.by_date)))
        if self.owed_anyway:
            facts.append((_("Owed anyway"), _("This will be done whatever the answer is.")))
        return facts

    def respond(self, choice: str, *, by: User, words: str = "", pk: uuid.UUID) -> "Answer":
        """Answer freely, or change the answer.

        The same `pk` again, or the same words, gives the answer that stands. When the other has
        left, nobody but its writer reads it.
        """
        refuse_own(self, by)
        by.lock_couple()
        refuse_withdrawn(self)
        given = list(Answer.objects.written_by(by).filter(offer=self).order_by("number"))
        if answer := standing(given, choice=choice, words=words, by=by, pk=pk):
            return answer
        answer = Answer(
            id=pk, offer=self, choice=choice, number=len(given) + 1,
            couple_id=self.couple_id, journey_id=self.journey_id, writer=by, kind="answer",
            step=self.step, **known_now(by),
        )  # fmt: skip
        return door.make_known(answer, words={"words": words} if words else {}, by=by)

    def unsay(self, *, by: User) -> None:
        """Take back all that one answered: the words leave the other, the record says so."""
        refuse_own(self, by)
        by.lock_couple()
        unsay(Answer.objects.written_by(by).filter(offer=self), about=self, by=by)

    def last_day(self, answers: "list[Answer]", maker: User) -> dt.date | None:
        """The last day on which it may have been done; None without a yes.

        Owed anyway or told in person it may be done today, and so it may while a yes stands. When
        the yes was changed or taken back, it may have been done until that day.
        """
        today = clock.today(maker.time_zone)
        if self.owed_anyway or self.sent_at is None:
            return today
        ends = [
            answer.withdrawn_at or (following and following.made_at)
            for answer, following in zip_longest(answers, answers[1:])
            if answer.choice == "yes"
        ]
        return None if not ends else maker.day_of(ends[-1]) if ends[-1] else today

    def carry_out(self, *, on: dt.date, by: User) -> "CarryingOut":
        """Say that it was done on a day, by the one who offered it; not before it was offered."""
        if self.writer_id != by.pk:
            raise Offer.DoesNotExist
        if on > clock.today(by.time_zone):
            raise Refused(_("That day has not come yet."))
        if on < (self.told_on or by.day_of(self.made_at)):
            raise Refused(_("It was offered later than that."))
        couple = by.lock_couple()
        refuse_withdrawn(self)
        if standing := CarryingOut.objects.filter(offer=self).first():
            return standing
        last = self.last_day(list(Answer.objects.filter(offer=self).order_by("number")), by)
        if last is None:
            raise Refused(_("This waits for a yes. Only what you owe anyway goes ahead without."))
        if on > last:
            raise Refused(_("On that day there was no yes any more."))
        carried = CarryingOut.objects.create(couple=couple, offer=self, done_on=on)
        if self.sent_at:
            Event.note("carried", about=self, by=by, done_on=on.isoformat())
        return carried

    def feel(self, result: str, *, by: User) -> "FeltResult":
        """Say how it was, once it was done; it may change later."""
        refuse_own(self, by)
        if not CarryingOut.objects.filter(offer=self).exists():
            raise Refused(_("This has not been done yet."))
        by.lock_couple()
        given = list(FeltResult.objects.filter(offer=self, writer=by).order_by("number"))
        if given and given[-1].result == result:
            return given[-1]
        check_pace((felt.said_at for felt in given), by=by)
        felt = FeltResult.objects.create(
            couple_id=self.couple_id, offer=self, writer=by, result=result,
            number=len(given) + 1,
        )  # fmt: skip
        Event.note("felt", about=self, by=by, result=result)
        return felt

    def is_settled(self) -> bool:
        return CarryingOut.objects.filter(offer=self).exists()


class Answer(FreeAnswer):
    """One answer to an offer; a changed one is a new row, and the old one stays."""

    offer = models.ForeignKey(Offer, models.PROTECT, related_name="answers")
    choice = models.CharField(max_length=8, choices=AnswerForm.CHOICES)

    class Meta:
        constraints = [models.UniqueConstraint("offer", "number", name="answer_number")]

    @property
    def about_id(self) -> uuid.UUID:
        offer_id: uuid.UUID = self.offer_id
        return offer_id


kinds.register("offer", label=gettext_lazy("A repair"), form=OfferForm, item=Offer)
