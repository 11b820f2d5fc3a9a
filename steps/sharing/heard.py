"""Whether the one who was hurt was heard on what it did to them: step 2, from either side."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from accounts.models import User
from mend import clock
from steps.sharing.items import Item
from steps.thresholds import GUESS_RESTS
from steps.timeline.models import Event, EventQuerySet

IMPACT = 2


@dataclass(frozen=True)
class Guess:
    """May a letter go now, and else from when on; no time while nothing was said of step 2."""

    may_go: bool
    goes_from: dt.datetime | None = None


def guess_of(user: User) -> Guess:
    """A letter goes once step 2 was answered, or seven days after it was sent or told.

    Counted is when it was written down here: a day in the past could be named at will.
    """
    mine = Item.objects.written_by(user).filter(couple=user.membership.couple_id, step=IMPACT)
    guesses = mine.filter(journey__offender=user)
    made_at = guesses.order_by("made_at").values_list("made_at", flat=True).first()
    if made_at is None:
        return Guess(may_go=False)
    goes_from = made_at + GUESS_RESTS
    answered = heard(user).filter(journeys_of(user)).exclude(actor=user)
    return Guess(goes_from <= clock.now() or answered.exists(), goes_from)


def said_impact(reader: User) -> EventQuerySet:
    """What `reader` said in the open about what it did to them."""
    return heard(reader).filter(actor=reader).exclude(journeys_of(reader))


def heard(user: User) -> EventQuerySet:
    """All that stands in the record of step 2."""
    return Event.objects.visible_to(user).filter(Q(item__step=IMPACT) | Q(about__step=IMPACT))


def journeys_of(user: User) -> Q:
    """In what `user` did to the other, not the other way round."""
    return Q(item__journey__offender=user) | Q(about__journey__offender=user)
