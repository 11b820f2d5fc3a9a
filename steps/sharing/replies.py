"""What the reader of a card says to it, if they like; silence is as good."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.sharing import door
from steps.sharing.items import Item, with_words
from steps.sharing.kinds import KINDS
from steps.sharing.pace import check_pace
from steps.sharing.reply_words import SAYINGS
from steps.sharing.withdrawing import take_away
from steps.timeline.models import Event


class Reply(Item):
    """One thing said to a card; a changed one is a new row, and the old one stays."""

    card = models.ForeignKey(Item, models.PROTECT, related_name="replies")
    choice = models.CharField(max_length=16)
    number = models.SmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint("card", "number", name="reply_number")]

    @property
    def about_id(self) -> uuid.UUID:  # type: ignore[override]
        card_id: uuid.UUID = self.card_id
        return card_id

    def event_facts(self) -> dict[str, Any]:
        return {"choice": self.choice}

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
        to.refresh_from_db(fields=["withdrawn_at"])
        if to.withdrawn_at:
            raise Refused(_("This was taken back. What you were given stays yours to read."))
        given = list(cls.objects.written_by(by).filter(card=to).order_by("number"))
        if again := next((reply for reply in given if reply.pk == pk), None):
            return again
        standing = [reply for reply in given if not reply.withdrawn_at]
        compared = standing if SAYINGS[choice].adds else standing[-1:]
        same = [reply for reply in with_words(compared, by) if reply.says(choice, words)]
        if same:
            return same[0]
        check_pace(reply.made_at for reply in given)
        if Item.is_taken(pk):
            raise Item.DoesNotExist
        today = clock.today(by.time_zone)
        known = {"sent_at": clock.now()} if by.partner else {"told_on": today}
        reply = cls(
            id=pk, card=to, choice=choice, number=len(given) + 1, couple_id=to.couple_id,
            journey_id=to.journey_id, writer=by, kind="reply", step=to.step, **known,
        )  # fmt: skip
        return door.make_known(reply, words={"words": words} if words else {}, by=by)

    @classmethod
    def unsay(cls, *, to: Item, by: User) -> None:
        """Take back all that one said to it: the words leave the other, the record says so."""
        check_is_for(to, by)
        by.lock_couple()
        given = cls.objects.written_by(by).filter(card=to, sent_at__isnull=False)
        taken = [take_away(reply) for reply in given.filter(withdrawn_at=None)]
        if any(taken):
            Event.note("unsaid", about=to, by=by)

    def says(self, choice: str, words: str) -> bool:
        """The same again? Asked of one `with_words`."""
        return self.choice == choice and self.words.get("words", "") == words


def check_is_for(card: Item, reader: User) -> None:
    """Raises DoesNotExist where there is nothing that `reader` could say."""
    if card.writer_id == reader.pk or card.sent_at is None or not KINDS[card.kind].replies:
        raise Item.DoesNotExist
