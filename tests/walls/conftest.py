"""A week of people's words, to look at from outside."""

from collections.abc import Iterator

import pytest

from tests.world import World, whole_world


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with whole_world() as world:
        yield world
