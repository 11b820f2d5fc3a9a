"""What a page may cost: its statements, pinned, and its size."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mend import clock
from tests.world import FRIDAY, World, everything_happens

MOST = 16  # statements; beginning and committing are none
LARGEST = 50_000  # bytes, before compression

# (page, its objects) of each reader, and how many statements it needs.
ANN = {
    ("landing",): 4,
    ("today",): 12,
    ("steps",): 6,
    ("step", 1): 8,
    ("step", 9): 8,
    ("begin",): 6,
    ("mypage",): 8,
    ("writing", "draft"): 8,
    ("writing", "held"): 8,
    ("writing", "promise_draft"): 8,
    ("preview", "draft"): 9,
    ("printing", "draft"): 8,
    ("card", "entry"): 11,
    ("card", "promise"): 11,
    ("card", "chain"): 13,
    ("card", "disclosure_kept"): 11,
    ("step", 16): 8,
    ("ties",): 13,
    ("card_looks",): 11,
    ("offers",): 13,
    ("list",): 15,
    ("promise", "promise"): 14,
    ("pattern",): 9,
    ("record",): 10,
    ("record_entry", 1): 10,
    ("record_check",): 11,
    ("invitation",): 8,
    ("settings",): 6,
    ("devices",): 8,
    ("stop",): 7,
    ("taking_along",): 7,
    ("archive", "archive"): 8,
    ("limits",): 7,
    ("help",): 6,
    ("now",): 9,
    ("desk",): 14,
    ("looks",): 13,
    ("writing", "letter_draft"): 8,
    ("sentence", 1): 6,
}
BEN = {
    ("today",): 9,
    ("steps",): 6,
    ("step", 1): 8,
    ("mypage",): 8,
    ("card", "entry"): 11,
    ("card", "entry_closed"): 11,
    ("card", "plan_sent"): 13,
    ("offers",): 13,
    ("list",): 16,
    ("promise", "promise"): 15,
    ("pattern_theirs",): 9,
    ("record",): 10,
    ("record_entry", 1): 10,
    ("record_check",): 11,
    ("settings",): 6,
    ("stop",): 7,
    ("limits",): 7,
    ("aside",): 8,
    ("desk",): 14,
    ("pushed",): 11,
}
DORA = {("today",): 8, ("invitation",): 8, ("invited", "token"): 7}
NOBODY = {("landing",): 0, ("help",): 0, ("example",): 0, ("invited", "token"): 1}


@pytest.fixture
def world(transactional_db: None) -> Iterator[World]:
    """Committed, so that requests open transactions of their own as they do in earnest."""
    world = everything_happens()
    with clock.at(FRIDAY):
        yield world


def test_each_page_needs_its_pinned_number_of_statements_and_none_is_large(world: World) -> None:
    pinned = {"Ann": ANN, "Ben": BEN, "Dora": DORA, "nobody": NOBODY}
    counted = {name: counts(world, name, pages) for name, pages in pinned.items()}
    assert counted == pinned
    assert max(max(pages.values()) for pages in pinned.values()) <= MOST


def counts(
    world: World, name: str, pages: dict[tuple[str, ...], int]
) -> dict[tuple[str, ...], int]:
    counted = {}
    for page, *about in pages:
        address = reverse(page, args=[world.ids.get(one, one) for one in about])
        world.clients[name].get(address)
        with CaptureQueriesContext(connection) as said:
            answer = world.clients[name].get(address)
        assert answer.status_code in (200, 302), address
        assert len(answer.content) < LARGEST, address
        statements = [query["sql"] for query in said if query["sql"] not in ("BEGIN", "COMMIT")]
        counted[page, *about] = len(statements)
    return counted
