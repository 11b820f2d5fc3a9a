"""The record keeps its order when twelve write at once."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from accounts.models import User
from mend.identity import acting_as
from steps.amends.models import Offer
from steps.timeline.models import Event, intact
from tests.people import pair, person
from tests.writing import send, write_offer


@pytest.mark.django_db(transaction=True)
def test_twelve_who_write_at_once_leave_no_gap() -> None:
    ann, ben = person("Ann"), person("Ben")
    pair(ann, ben)
    offers = [send(write_offer(ann, what=f"Thing {number}"), by=ann).pk for number in range(3)]

    def answer(number: int) -> None:
        reader = User.objects.get(pk=ben.pk)
        offer = Offer.objects.get(pk=offers[number % 3])
        with acting_as(reader):
            offer.respond("idea", by=reader, words=f"Idea {number}", pk=uuid.uuid4())
        connection.close()

    with ThreadPoolExecutor(12) as threads:
        list(threads.map(answer, range(12)))
    record = Event.objects.visible_to(ben)
    assert list(record.order_by("seq").values_list("seq", flat=True)) == list(range(1, 16))
    assert intact(record)
