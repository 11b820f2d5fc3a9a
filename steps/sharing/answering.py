"""An answer to something that was sent: free, changeable, and its writer's to take back."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.sharing.items import Item, with_words
from steps.sharing.pace import check_pace
from steps.sharing.room import room
from steps.sharing.withdrawing import take_away
from steps.timeline.models import Event


class FreeAnswer(Item):
    """One of a few words, and what one likes to add; a changed one is a new row beside it."""

    choice = models.CharField(max_length=16)
    number = models.SmallIntegerField()

    class Meta:
        abstract = True

    def event_facts(self) -> dict[str, Any]:
        return {"choice": self.choice}

    @property
    def stands(self) -> str:
        """What is answered; nothing once it was taken back."""
        return "" if self.withdrawn_at else str(self.choice)

    def says(self, choice: str, words: str) -> bool:
        """The same again? Asked of an answer `with_words`."""
        return self.choice == choice and self.words.get("words", "") == words


def refuse_own(item: Item, user: User) -> None:
    """Only who it was sent to answers it; for anybody else there is nothing to answer."""
    if item.writer_id == user.pk or item.sent_at is None:
        raise item.DoesNotExist


def refuse_withdrawn(item: Item) -> None:
    """What was taken back meanwhile stays as it is; asked with the couple locked."""
    item.refresh_from_db(fields=["withdrawn_at"])
    if item.withdrawn_at:
        raise Refused(_("This was taken back."))


def standing[Row: FreeAnswer](
    given: list[Row], *, choice: str, words: str, by: User, pk: uuid.UUID, adds: bool = False
) -> Row | None:
    """The answer that stands already: the one of this form, or the last if it says the same.

    None where a new one is to be written under `pk`. `given` comes oldest first. What `adds` stands
    beside all that was said before, and may be the same as any of it.
    """
    for answer in given:
        if answer.pk == pk:
            return answer
    compared = [answer for answer in (given if adds else given[-1:]) if not answer.withdrawn_at]
    for answer in with_words(compared, by):
        if answer.says(choice, words):
            return answer
    if words and room().mine:
        raise Refused(_("You take space. Answer without words, or end it first."))
    check_pace((answer.made_at for answer in given), by=by)
    if Item.is_taken(pk):
        raise Item.DoesNotExist
    return None


def known_now(by: User) -> dict[str, Any]:
    """Sent at once; who is alone again notes it for themselves."""
    return {"sent_at": clock.now()} if by.partner else {"told_on": clock.today(by.time_zone)}


def unsay(given: Iterable[Item], *, about: Item, by: User) -> None:
    """Take all of them back: the words leave the other, and the record says so once."""
    taken = [take_away(answer) for answer in given if answer.sent_at and not answer.withdrawn_at]
    if any(taken):
        Event.note("unsaid", about=about, by=by)
