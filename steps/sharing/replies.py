"""What the reader of a card says to it, if they like; silence is as good."""

import uuid

from django.db import models

from accounts.models import User
from steps.sharing import door
from steps.sharing.answering import (
    FreeAnswer,
    known_now,
    refuse_own,
    refuse_withdrawn,
    standing,
    unsay,
)
from steps.sharing.items import Item
from steps.sharing.kinds import KINDS
from steps.sharing.reply_words import SAYINGS


class Reply(FreeAnswer):
    """One thing said to a card; a changed one is a new row, and the old one stays."""

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )
    card = models.ForeignKey(Item, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint("card", "number", name="reply_number")]

    @property
    def about_id(self) -> uuid.UUID:
        card_id: uuid.UUID = self.card_id
        return card_id

    @classmethod
    def give(cls, choice: str, *, to: Item, by: User, words: str = "", pk: uuid.UUID) -> "Reply":
        """Say something to a card, or say it otherwise; at any time, as often as four times a day.

        The same `pk` again, or the same words, gives the one that stands. When the other has left,
        nobody but its writer reads it.
        """
        check_is_for(to, by)
        if choice not in KINDS[to.kind].replies:
            raise Item.DoesNotExist
        by.lock_couple()
        refuse_withdrawn(to)
        given = list(cls.objects.written_by(by).filter(card=to).order_by("number"))
        adds = SAYINGS[choice].adds
        if reply := standing(given, choice=choice, words=words, by=by, pk=pk, adds=adds):
            return reply
        reply = cls(
            id=pk, card=to, choice=choice, number=len(given) + 1, couple_id=to.couple_id,
            journey_id=to.journey_id, writer=by, kind="reply", step=to.step,
            **known_now(by),
        )  # fmt: skip
        return door.make_known(reply, words={"words": words} if words else {}, by=by)

    @classmethod
    def unsay(cls, *, to: Item, by: User) -> None:
        """Take back all that one said to it: the words leave the other, the record says so."""
        check_is_for(to, by)
        by.lock_couple()
        unsay(cls.objects.written_by(by).filter(card=to), about=to, by=by)


def check_is_for(card: Item, reader: User) -> None:
    """Raises DoesNotExist where there is nothing that `reader` could say."""
    refuse_own(card, reader)
    if not KINDS[card.kind].replies:
        raise Item.DoesNotExist
