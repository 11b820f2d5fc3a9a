"""Twenty at once: one answer, one carrying out."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.amends.models import Answer, Offer
from steps.amends.results import CarryingOut, FeltResult
from steps.timeline.models import Event, intact
from tests.amends.offering import offered
from tests.people import pair, person

pytestmark = pytest.mark.django_db(transaction=True)


def twenty_times(verb: Callable[[Offer, User], object], offer: Offer, by: User) -> None:
    def once(number: int) -> None:
        try:
            user = User.objects.get(pk=by.pk)
            with acting_as(user):
                verb(Offer.objects.get(pk=offer.pk), user)
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(once, range(20)))


def test_each_verb_said_by_twenty_has_one_effect() -> None:
    ann, ben = person("Ann"), person("Ben")
    pair(ann, ben)
    offer = offered(ann, to=ben)
    form_id, today = uuid.uuid4(), clock.today(ann.time_zone)
    twenty_times(lambda offer, by: offer.respond("yes", by=by, pk=form_id), offer, ben)
    assert [answer.pk for answer in Answer.objects.all()] == [form_id]
    twenty_times(lambda offer, by: offer.carry_out(on=today, by=by), offer, ann)
    assert CarryingOut.objects.count() == 1
    twenty_times(lambda offer, by: offer.feel("helped", by=by), offer, ben)
    assert FeltResult.objects.count() == 1
    record = Event.objects.visible_to(ann)
    assert [event.kind for event in record.order_by("seq")] == [
        "offer",
        "answer",
        "carried",
        "felt",
    ]
    assert intact(record)
