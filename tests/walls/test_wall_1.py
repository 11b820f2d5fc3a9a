"""The querysets by themselves: the same answers, with row-level security out of the way."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.access_table import TABLE, Row
from tests.looking_on import past_wall_2
from tests.test_access import asked, shown
from tests.test_canary import everywhere, get, whole
from tests.world import World, whole_world


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), past_wall_2(), whole_world() as world:
        yield world


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("row", [row for row in TABLE if row.args], ids=str)
def test_everybody_gets_the_answer_of_the_table(world: World, row: Row, method: str) -> None:
    for role, code in row.codes(method).items():
        if role not in ("stranger", "other"):  # who is asked to sign in, or alone, or may see it
            continue
        with asked(world, row, role, method) as (answer, _):
            assert shown(answer) == code, role


@pytest.mark.parametrize("name", ["Ann", "Ben", "Cy"])
def test_nobody_hears_what_is_not_for_them(world: World, name: str) -> None:
    everything = [whole(get(world.clients[name], address)) for address in everywhere(world)[name]]
    hidden = world.hidden_from(name)
    assert not [canary for text in everything for canary in hidden if canary in text]
