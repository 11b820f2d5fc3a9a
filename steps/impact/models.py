"""Guesses of what a hurt touched, and the map that the one who was hurt draws, blind to them."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from mend import clock
from mend.days import short_day
from mend.refusals import Refused
from steps.impact.answers import Correction, SecondLook
from steps.impact.forms import GuessForm, MapForm
from steps.sharing import kinds
from steps.sharing.answering import refuse_own, refuse_withdrawn
from steps.sharing.items import Item
from steps.sharing.pace import check_pace
from steps.sharing.shelf import Reading
from steps.thresholds import LOOKED_AT_AFTER
from steps.timeline.models import Event

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Guess(Item):
    """What its writer imagines that it did. A new one stands beside those before it."""

    form = GuessForm

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )

    if TYPE_CHECKING:
        corrections: RelatedManager[Correction]

    def correct(self, said: dict[str, str], *, by: User) -> None:
        """Say how close it comes, or say it anew; the same again changes nothing.

        To say nothing of any area takes back what was said.
        """
        refuse_own(self, by)
        by.lock_couple()
        given = list(self.corrections.filter(writer=by).order_by("number"))
        if said == (given[-1].said if given else {}):
            return
        if said:
            refuse_withdrawn(self)
            check_pace((correction.said_at for correction in given), by=by)
        Correction.objects.create(
            couple_id=self.couple_id, guess=self, writer=by, said=said, number=len(given) + 1
        )
        if said:
            Event.note("correction", about=self, by=by, areas=said)
        else:
            Event.note("unsaid", about=self, by=by)

    def look_again(self, *, by: User) -> None:
        """Note that its writer read it once more; nobody is told. A week is LOOKED_AT_AFTER."""
        if self.writer_id != by.pk:
            raise Guess.DoesNotExist
        couple = by.lock_couple()
        refuse_withdrawn(self)
        if clock.now() < self.made_at + LOOKED_AT_AFTER:
            day = by.day_of(self.made_at + LOOKED_AT_AFTER)
            raise Refused(_("Let it rest until %(day)s.") % {"day": short_day(day)})
        look = SecondLook(couple=couple, guess=self, writer=by)
        SecondLook.objects.bulk_create([look], ignore_conflicts=True)


class Map(Item):
    """What it did, as the one who was hurt draws it. It opens together with the newest guess."""

    form = MapForm

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )

    @classmethod
    def check_welcome(cls, *, by: User) -> None:
        """It can be laid beside a guess, and beside nothing else."""
        if newest_guess(by) is None:
            raise Refused(_("There is no guess to lay it beside. It stays with you."))

    def take_place(self) -> None:
        """Both open at once: to its writer the guess, and this to the other."""
        guess = newest_guess(self.writer) if self.sent_at else None
        if guess:
            Reading.open(guess, by=self.writer)


def newest_guess(reader: User) -> Guess | None:
    """What the other sent to `reader` last, and did not take back."""
    theirs = Guess.objects.sent_to(reader).filter(couple=reader.membership.couple_id)
    found: Guess | None = theirs.filter(withdrawn_at=None).order_by("-sent_at").first()
    return found


kinds.register("guess", label=gettext_lazy("What I imagine"), form=GuessForm, item=Guess)
kinds.register(
    "map", label=gettext_lazy("What it did to me"), form=MapForm, item=Map, by_other=True,
    practice="guess",
)  # fmt: skip
