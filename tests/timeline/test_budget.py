"""Pages ask the same of the database, and take as long, with 10 and 10,000 entries."""

import math
import time
from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from accounts.models import User
from mend.identity import acting_as
from steps.timeline.models import Event, intact
from steps.timeline.pages import LENGTH, Part, events_of
from tests.people import pair, person, signed_in
from tests.timeline.many import record_many

pytestmark = pytest.mark.django_db

MOST_QUERIES = 11 + 4  # a test is a transaction already: four for the identity inside of it
MOST_TIMES_AS_LONG = 1.2
CHECK = "/record/check/"
LONGEST = 8  # seconds for 10,000 entries; it takes one, on a machine that does nothing else
ROUNDS, MOST_ROUNDS = 20, 200


@pytest.fixture(scope="module")
def readers(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[User, User]]:
    """Ben twice, with a record of 10 and of 10,000 entries; what a test changes is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield reader_of(10), reader_of(10_000)
        transaction.set_rollback(True)


def reader_of(number: int) -> User:
    """Ben, with a record of so many entries."""
    ann, ben = person(f"Ann{number}"), person(f"Ben{number}")
    pair(ann, ben)
    record_many(ann, ben, number)
    return ben


def test_the_first_page_and_today_cost_the_same_however_long_the_record_is(
    readers: tuple[User, User],
) -> None:
    few, many = readers
    pages = [("/record/", few, many), ("/today/", few, many)]
    pages += [("/today/?from=now", few.partner, many.partner)]
    for address, *people in pages:
        short, long = (signed_in(reader) for reader in people)
        assert queries(short, address) == queries(long, address) <= MOST_QUERIES
        assert times_as_long(short, long, address) <= MOST_TIMES_AS_LONG, address
    with acting_as(many):
        assert_by_index(many)


def queries(client: Client, address: str) -> int:
    """Without the savepoints, which are a test's beginning and committing."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return sum("SAVEPOINT" not in query["sql"] for query in asked)


def times_as_long(short: Client, long: Client, address: str) -> float:
    """Of the shortest rounds, by turns; on a busy machine it takes more of them."""
    shortest = [math.inf, math.inf]
    for number in range(1, MOST_ROUNDS + 1):
        rounds = [seconds(client, address) for client in (short, long)]
        shortest = [min(pair) for pair in zip(shortest, rounds, strict=True)]
        if number >= ROUNDS and shortest[1] <= shortest[0] * MOST_TIMES_AS_LONG:
            break
    return shortest[1] / shortest[0]


def seconds(client: Client, address: str) -> float:
    """Of our own work: the clock would tell of whatever else runs on the machine.

    That the database works no longer is seen by the plan.
    """
    began = time.process_time()
    client.get(address)
    return time.process_time() - began


def test_ten_thousand_entries_are_looked_at_in_a_moment_and_with_the_same_statements(
    readers: tuple[User, User],
) -> None:
    short, long = map(signed_in, readers)
    assert queries(short, CHECK) == queries(long, CHECK)
    assert seconds(long, CHECK) < LONGEST
    assert "The record is as it was written." in long.get(CHECK).content.decode()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE steps_event SET at = at + interval '1 day' WHERE seq = 9999")
    assert "Entry 9999," in long.get(CHECK).content.decode()


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
