"""SQL by hand as the role that serves, with any identity or none; all of it is undone."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import IntegrityError, ProgrammingError, connection, transaction

from mend.identity import SET
from tests.looking_on import served
from tests.walls.model import CHANGES, DELETES, PERSON, Me, Row, Wall, rows_of, stored

REFUSED = "refused"


@contextmanager
def asking_as(me: Me) -> Iterator[None]:
    """Whatever happens in the block is undone at its end."""
    with served(), transaction.atomic():
        execute(SET, [str(me.user or ""), str(me.couple or "")])
        yield
        transaction.set_rollback(True)


def faults(wall: Wall, people: list[Me], table: str, command: str) -> list[str]:
    """Where the database does not do what the model says."""
    ask = {"select": selecting, "insert": inserting, "update": changing, "delete": taking}[command]
    return [fault for me in people for fault in ask(wall, table, me, people)]


def selecting(wall: Wall, table: str, me: Me, people: list[Me]) -> Iterator[str]:
    with asking_as(me):
        seen = {json.dumps(row, sort_keys=True) for row in rows_of(table)}
    expected = [row for row in wall.rows[table] if wall.reads(table, row, me)]
    if seen != {json.dumps(row, sort_keys=True) for row in expected}:
        yield f"{me.name} reads {len(seen)} of {table}, not {len(expected)}"


def changing(wall: Wall, table: str, me: Me, people: list[Me]) -> Iterator[str]:
    key = next(name for name in ("item_ptr_id", "id", "user_id") if name in wall.rows[table][0])
    change = CHANGES.get(table, f"{key} = gen_random_uuid()")
    yield from touching(wall, table, me, f"UPDATE {stored(table)} SET {change}", table in CHANGES)


def taking(wall: Wall, table: str, me: Me, people: list[Me]) -> Iterator[str]:
    yield from touching(wall, table, me, f"DELETE FROM {stored(table)}", table in DELETES)


def touching(wall: Wall, table: str, me: Me, sql: str, allowed: bool) -> Iterator[str]:
    """A statement that looks at no column is held back by the policies of its own command alone."""
    mine = [row for row in wall.rows[table] if allowed and wall.changes(table, row, me)]
    right = len(mine) if allowed else REFUSED
    if (done := count(sql, me)) != right:
        yield f"{me.name}: {sql}: {done}, not {right}"


def inserting(wall: Wall, table: str, me: Me, people: list[Me]) -> Iterator[str]:
    """Every row once more: as it is, in one's own name or Cy's, in one's own couple or Cy's."""
    cy = next(one for one in people if one.name == "Cy")
    with asking_as(me):
        for row in wall.rows[table]:
            for forged in variants(table, row, (me, cy)):
                allowed = wall.inserts(table, forged, me)
                if inserts(table, forged) != allowed:
                    yield f"{me.name} inserts {forged} into {table}: {not allowed}"


def variants(table: str, row: Row, people: tuple[Me, ...]) -> Iterator[Row]:
    couples = {row.get("couple_id"), *(str(me.couple) for me in people if me.couple)}
    persons = {row.get(PERSON.get(table, "")), *(str(me.user) for me in people if me.user)}
    for couple in couples if "couple_id" in row else [None]:
        for person in persons if table in PERSON else [None]:
            forged = row | ({"couple_id": couple} if couple else {})
            yield forged | ({PERSON[table]: person} if person else {})


def inserts(table: str, row: Row) -> bool:
    """Policies are asked before keys: what only a key refuses was let in by the wall."""
    record = f"jsonb_populate_record(NULL::{stored(table)}, %s::jsonb)"
    try:
        with transaction.atomic():
            execute(f"INSERT INTO {stored(table)} SELECT * FROM {record}", [json.dumps(row)])
            transaction.set_rollback(True)
    except IntegrityError:
        return True
    except ProgrammingError as error:
        if is_refusal(error):
            return False
        raise
    return True


def count(sql: str, me: Me) -> int | str:
    """How many rows it touched."""
    try:
        with asking_as(me):
            return execute(sql)
    except ProgrammingError as error:
        if is_refusal(error):
            return REFUSED
        raise


def is_refusal(error: ProgrammingError) -> bool:
    return isinstance(error.__cause__, psycopg.errors.InsufficientPrivilege)


def execute(sql: str, params: Any = None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.rowcount
