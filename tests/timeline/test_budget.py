"""The first page asks the same of the database, and takes as long, with 10 and 10,000 entries."""

import sys
import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from steps.timeline.models import Event, intact
from steps.timeline.pages import LENGTH, Part, events_of
from tests.people import pair, person, signed_in
from tests.timeline.many import record_many

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12
MOST_TIMES_AS_LONG = 1.2
ROUNDS = 50


def reader_of(number: int) -> User:
    """Ben, with a record of so many entries."""
    ann, ben = person(f"Ann{number}"), person(f"Ben{number}")
    pair(ann, ben)
    record_many(ann, ben, number)
    return ben


def test_the_first_page_costs_the_same_however_long_the_record_is() -> None:
    few, many = reader_of(10), reader_of(10_000)
    clients = [signed_in(few), signed_in(many)]
    assert queries(clients[0]) == queries(clients[1]) <= MOST_QUERIES
    times: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        for client, taken in zip(clients, times, strict=True):
            taken.append(seconds(client))
    short, long = map(min, times)  # what else runs on the machine only adds
    assert long <= short * MOST_TIMES_AS_LONG
    assert_by_index(many)


def queries(client: Client) -> int:
    client.get("/record/")
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/record/").status_code == 200
    return len(asked)


def seconds(client: Client) -> float:
    """Without the tracing of coverage, which costs more the more lines a page has."""
    trace = sys.gettrace()
    sys.settrace(None)
    began = time.perf_counter()
    client.get("/record/")
    taken = time.perf_counter() - began
    sys.settrace(trace)
    return taken


def assert_by_index(reader: User) -> None:
    """The record stands in its order already: a page reads as many entries as it shows."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_sort = off")
    for part, index in (
        (Part(), "one_order"),
        (Part(before=5000), "one_order"),
        (Part(person="other"), "event_by_actor"),
    ):
        plan = events_of(reader, part)[: LENGTH + 1].explain()
        assert f"Index Scan Backward using {index} on steps_event" in plan
        assert "Sort" not in plan


def test_what_is_made_in_bulk_mirrors_what_the_door_leaves() -> None:
    reader = reader_of(12)
    assert Event.objects.visible_to(reader).count() == 12
    assert intact(Event.objects.visible_to(reader))
    assert "I repaint the kitchen." in signed_in(reader.partner).get("/record/").content.decode()
