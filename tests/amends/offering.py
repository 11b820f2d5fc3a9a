"""Ann offers, Ben answers; both through the model verbs."""

import datetime as dt
import uuid

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.amends.models import Answer, Offer
from steps.amends.results import CarryingOut
from steps.sharing.shelf import Reading
from tests.writing import send, tell, write_offer


def offered(by: User, *, to: User, **words: str) -> Offer:
    """Sent, and opened by the one to whom it is offered."""
    item = send(write_offer(by, **words), by=by)
    Reading.open(item, by=to)
    return Offer.objects.get(pk=item.pk)


def told(by: User, **words: str) -> Offer:
    return Offer.objects.get(pk=tell(write_offer(by, **words), by=by).pk)


def answer(offer: Offer, choice: str, *, by: User, words: str = "") -> Answer:
    with acting_as(by):
        return offer.respond(choice, by=by, words=words, pk=uuid.uuid4())


def carry_out(offer: Offer, *, by: User, on: dt.date | None = None) -> CarryingOut:
    """Done today, unless another day is named."""
    with acting_as(by):
        return offer.carry_out(on=on or clock.today(by.time_zone), by=by)
