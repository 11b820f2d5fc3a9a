"""Rule 1: that a draft, a note or anything else of one's own exists shows nowhere to the other.

Broken on purpose, each for itself: `preview` in steps/sharing/views.py refused an id that is taken
in other words than one that is not; mend/headers.py gave each answer an ETag. Each time a test
failed. Every address and every word are looked at in tests/test_access.py and
tests/test_canary.py.
"""

import uuid
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from mend import clock
from tests.people import signed_in
from tests.test_access import FRESH
from tests.test_canary import PAGES, address_of, seen_by
from tests.world import FRIDAY, World, whole_world
from tests.writing import tell, write, write_offer, write_promise

ANNS = ("draft", "held", "note_of_ann", "offer_draft", "promise_draft", "entry_told", "discarded")
LOOKS = ("writing", "preview", "printing", "card", "promise")
DOES = ("sharing", "taking_back", "telling", "discarding", "withdrawing", "opening", "leaving")


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), whole_world() as world:
        yield world


@pytest.mark.parametrize("name", ["Ben", "Cy"])
@pytest.mark.parametrize("mine", ANNS)
def test_an_id_of_anns_answers_in_every_byte_like_one_that_was_never_there(
    world: World, name: str, mine: str
) -> None:
    known, never = str(world.ids[mine]), str(uuid.uuid4())
    client = world.clients[name]
    for method, routes in (("get", LOOKS), ("post", DOES)):
        for route in routes:
            answers = []
            for pk in (known, never):
                with transaction.atomic():
                    cookies = client.cookies.copy()
                    answer = getattr(client, method)(reverse(route, args=[pk]))
                    client.cookies = cookies
                    transaction.set_rollback(True)
                text = FRESH.sub(b"", answer.content).decode().replace(pk, "id")
                headers = {key: value.replace(pk, "id") for key, value in answer.headers.items()}
                answers.append((answer.status_code, text, headers))
            assert answers[0] == answers[1], route


@pytest.mark.parametrize("name", ["Ann", "Ben", "nobody"])
def test_no_header_tells_that_something_changed(world: World, name: str) -> None:
    for row in PAGES:
        answer = world.clients[name].get(address_of(row, world))
        assert not {"ETag", "Last-Modified", "Age", "Expires"} & set(answer.headers), row


def test_whatever_ann_begins_no_count_and_no_order_of_bens_changes(world: World) -> None:
    with transaction.atomic(), clock.at(FRIDAY):
        before = {name: seen_by(world, name) for name in ("Ben", "nobody")}
        for _ in range(3):
            write(world.ann, what_i_did="Hush.")
            write(world.ann, kind="note", step=None, note="Hush.")
            write_promise(world.ann, "I hush.")
            tell(write_offer(world.ann, "I hush."), by=world.ann)
        signed_in(world.ann).get("/today/")
        assert {name: seen_by(world, name) for name in before} == before
        transaction.set_rollback(True)
