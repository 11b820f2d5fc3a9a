"""Wall 1, row by row: who asks as themselves gets their rows; the database lets all through.

Each reader of each model is held against the same model in Python as row-level security. A reader
that lost its filter would give everything, and `narrows` says that this is wrong for somebody.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from pytest_django import DjangoDbBlocker

from tests.looking_on import past_wall_2
from tests.walls.model import PERSON, Me, Row, Wall
from tests.world import World, whole_world

type Rule = Callable[[Wall, str, Row, Me], bool]


def reads(wall: Wall, table: str, row: Row, me: Me) -> bool:
    return wall.reads(table, row, me)


def wrote(wall: Wall, table: str, row: Row, me: Me) -> bool:
    item = row if table in PERSON else wall.items[wall.about(table, row)]
    return str(item[PERSON.get(table, "writer_id")]) == str(me.user)


def was_sent(wall: Wall, table: str, row: Row, me: Me) -> bool:
    return reads(wall, table, row, me) and not wrote(wall, table, row, me)


RULES: dict[str, Rule] = {"visible_to": reads, "written_by": wrote, "sent_to": was_sent}
READERS = [
    (model, name)
    for model in apps.get_app_config("steps").get_models()
    for name in RULES
    if hasattr(model._default_manager, name)
]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), past_wall_2(), whole_world() as world:
        yield world


@pytest.fixture(scope="module")
def wall(world: World) -> Wall:
    return Wall()


each_reader = pytest.mark.parametrize(
    ("model", "name"), READERS, ids=[f"{model.__name__}.{name}" for model, name in READERS]
)


@each_reader
def test_everybody_gets_their_rows_and_no_other(
    world: World, wall: Wall, model: type[models.Model], name: str
) -> None:
    table = model._meta.model_name or ""
    everything = {key_of(row) for row in wall.rows[table]}
    narrows = False
    for user in (world.ann, world.ben, world.cy):
        me = Me(user.first_name, user.pk, user.couple.pk)
        theirs = {key_of(row) for row in wall.rows[table] if RULES[name](wall, table, row, me)}
        asked: Any = getattr(model._default_manager, name)(user)
        assert {str(pk) for pk in asked.values_list("pk", flat=True)} == theirs, me.name
        narrows |= theirs != everything
    assert narrows


@each_reader
def test_a_reader_without_its_filter_is_found(
    world: World,
    wall: Wall,
    model: type[models.Model],
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(type(model._default_manager.all()), name, lambda self, user: self)
    with pytest.raises(AssertionError):
        test_everybody_gets_their_rows_and_no_other(world, wall, model, name)


def key_of(row: Row) -> str:
    return str(row.get("item_ptr_id") or row["id"])
