"""A week between Ann and Ben, with an entry of every kind."""

import datetime as dt
import uuid
from typing import NamedTuple

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.amends.models import Offer
from steps.promises.models import Promise
from steps.promises.tracking import Tracking, Verdict
from steps.sharing.shelf import Reading
from tests.writing import send, write, write_offer, write_promise

MONDAY = dt.datetime(2026, 11, 16, 18, tzinfo=dt.UTC)


class Story(NamedTuple):
    """What Ann sent."""

    entry: uuid.UUID
    offer: uuid.UUID
    promise: uuid.UUID


def at_day(number: int) -> dt.datetime:
    """The evening of a day of that week; 0 is Monday."""
    return MONDAY + dt.timedelta(days=number)


def tell_story(ann: User, ben: User) -> Story:
    with clock.at(at_day(0)):
        entry = send(write(ann, what_i_did="I lied to you.", when="In May."), by=ann)
        offer = send(write_offer(ann, owed_anyway="on"), by=ann)
        promise = send(write_promise(ann), by=ann)
        for card in (entry, offer, promise):
            Reading.open(card, by=ben)
    answer_offer(offer.pk, ann=ann, ben=ben)
    keep_and_break(promise.pk, ann=ann, ben=ben)
    return Story(entry.pk, offer.pk, promise.pk)


def answer_offer(pk: uuid.UUID, *, ann: User, ben: User) -> None:
    offer = Offer.objects.get(pk=pk)
    with clock.at(at_day(1)), acting_as(ben):
        offer.respond("idea", by=ben, words="The hallway first.", pk=uuid.uuid4())
    with clock.at(at_day(2)), acting_as(ann):
        offer.carry_out(on=at_day(2).date(), by=ann)
    with clock.at(at_day(2)), acting_as(ben):
        offer.feel("little", by=ben)


def keep_and_break(pk: uuid.UUID, *, ann: User, ben: User) -> None:
    """Kept on Tuesday, broken on Wednesday, missed and excused on Thursday, then ended early."""
    promise = Promise.objects.get(pk=pk)
    Tracking.choose("together", promise=promise, by=ben)
    for number, outcome, note in ((1, "kept", ""), (2, "kept", ""), (3, "missed", "I forgot.")):
        with clock.at(at_day(number)), acting_as(ann):
            day = at_day(number).date()
            promise.report(outcome, due_on=day, by=ann, note=note, pk=uuid.uuid4())
    for number, outcome in ((1, "kept"), (2, "broken"), (3, "excused")):
        with clock.at(at_day(4)), acting_as(ben):
            Verdict.give(outcome, promise=promise, due_on=at_day(number).date(), by=ben)
    with clock.at(at_day(5)), acting_as(ann):
        promise.end(by=ann)
