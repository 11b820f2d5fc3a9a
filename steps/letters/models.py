"""Letters, and the free answers to them."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from mend.refusals import Refused
from steps.letters.forms import LetterForm, ReplyForm, StandForm
from steps.letters.parts import PARTS
from steps.letters.sentences import WHEN_IT_GOES
from steps.sharing import door, kinds
from steps.sharing.answering import (
    FreeAnswer,
    known_now,
    refuse_own,
    refuse_withdrawn,
    standing,
    unsay,
)
from steps.sharing.drafts import Draft
from steps.sharing.heard import guess_of
from steps.sharing.hints import undecided
from steps.sharing.items import Item, ItemQuerySet
from steps.sharing.limits import Reopening
from steps.thresholds import LETTER_HELD_FOR

STEP = 3


class Letter(Item):
    """`says`: the parts that its writer finds in it, at the sentences `places`; theirs alone."""

    form = LetterForm

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )
    says = ArrayField(models.CharField(max_length=8, choices=PARTS), default=list)
    places = ArrayField(models.SmallIntegerField(), default=list)

    objects: ClassVar[ItemQuerySet["Letter"]] = ItemQuerySet.as_manager()  # type: ignore[assignment]

    @classmethod
    def allow(cls, draft: Draft, *, by: User) -> None:
        """Each marked phrase is looked at first: it was changed, or its writer keeps it."""
        if undecided(draft):
            raise Refused(_("Some phrases are marked beside the letter. Change each, or keep it."))

    @classmethod
    def check_welcome(cls, *, by: User) -> None:
        """Not before the other could say what it did to them, nor after one was set aside."""
        mine = cls.objects.written_by(by).filter(couple=by.membership.couple_id)
        last = LetterReply.objects.filter(letter__in=mine).order_by("letter", "-number")
        for reply in last.distinct("letter"):
            opened = Reopening.since(reply.made_at, "letter", to=by)
            if reply.stands == "aside" and not opened:
                raise Refused(_("The other person set a letter aside. This one stays with you."))
        if not guess_of(by).may_go:
            raise Refused(str(WHEN_IT_GOES))

    def mark(self, *, says: list[str], places: list[int], by: User) -> None:
        """Say anew which sentence says which part; nobody else is shown it."""
        if self.writer_id != by.pk:
            raise Letter.DoesNotExist
        self.says, self.places = says, places
        self.save(update_fields=["says", "places"])

    def respond(self, choice: str, *, by: User, words: str = "", pk: uuid.UUID) -> "LetterReply":
        """Answer freely, or change the answer.

        The same `pk` again, or the same words, gives the answer that stands. When the other has
        left, nobody but its writer reads it.
        """
        refuse_own(self, by)
        by.lock_couple()
        refuse_withdrawn(self)
        given = list(LetterReply.objects.written_by(by).filter(letter=self).order_by("number"))
        if reply := standing(given, choice=choice, words=words, by=by, pk=pk):
            return reply
        reply = LetterReply(
            id=pk, letter=self, choice=choice, number=len(given) + 1,
            couple_id=self.couple_id, journey_id=self.journey_id, writer=by, kind="letter_reply",
            step=self.step, **known_now(by),
        )  # fmt: skip
        return door.make_known(reply, words={"words": words} if words else {}, by=by)

    def unsay(self, *, by: User) -> None:
        """Take back all that one answered: the words leave the other, the record says so."""
        refuse_own(self, by)
        by.lock_couple()
        unsay(LetterReply.objects.written_by(by).filter(letter=self), about=self, by=by)


class LetterReply(FreeAnswer):
    """One answer to a letter; a changed one is a new row beside it."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="replies")
    choice = models.CharField(max_length=8, choices=ReplyForm.CHOICES)

    class Meta:
        constraints = [models.UniqueConstraint("letter", "number", name="letter_reply_number")]

    @property
    def about_id(self) -> uuid.UUID:
        letter_id: uuid.UUID = self.letter_id
        return letter_id


kinds.register("stand", label=gettext_lazy("What I want to stand for"), form=StandForm)
kinds.register(
    "letter", label=gettext_lazy("A letter"), form=LetterForm, item=Letter,
    counts_as="letter", held_for=LETTER_HELD_FOR,
)  # fmt: skip
