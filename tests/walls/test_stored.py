"""Wall 3: who reads rows, a dump or the server's files reads no words."""

import re
import secrets
import subprocess
import time
import uuid
from typing import Any

import psycopg
import pytest
from django.db import connection

from mend import home, postgres
from mend.identity import acting_as
from steps.amends.models import Offer
from steps.promises.models import Promise
from tests.people import pair, person
from tests.walls.columns import CLEAR, columns_of_text, every_row, sealed_columns, sql
from tests.world import World
from tests.writing import send, tell, write, write_offer, write_promise

pytestmark = pytest.mark.django_db


def test_rows_read_raw_hold_no_word(world: World) -> None:
    assert "canary" not in everything_stored()
    opened = " ".join(str(row.words) for row, _ in every_row())
    assert {word for word in world.canaries if word not in opened} == {"canary-discarded-x"}
    draft = world.ids["draft"]
    sql("UPDATE steps_draft SET words = convert_to('canary', 'UTF8') WHERE id = %s", draft)
    assert "canary" in everything_stored()


def test_every_column_of_text_is_sealed_or_on_the_short_public_list() -> None:
    assert columns_of_text() - CLEAR == sealed_columns()
    assert columns_of_text() >= CLEAR


@pytest.mark.django_db(transaction=True)
def test_neither_a_dump_nor_the_files_of_the_server_hold_a_word() -> None:
    """The first names show that we would find one."""
    mark, began = secrets.token_hex(8), time.time() - 2
    ann, ben = person(f"Ann {mark}", email="a@example.org"), person("Ben")
    pair(ann, ben)
    said = f"word{mark}word"
    for draft in (write(ann, what_i_did=said), write_offer(ann, said), write_promise(ann, said)):
        tell(draft, by=ann)
    write(ben, kind="note", step=None, note=said)
    offer = Offer.objects.get(pk=send(write_offer(ann, said), by=ann).pk)
    promise = Promise.objects.get(pk=send(write_promise(ann, said), by=ann).pk)
    with acting_as(ben):
        offer.respond("no", by=ben, words=said, pk=uuid.uuid4())
    with acting_as(ann):
        promise.report("kept", due_on=promise.starts_on, by=ann, note=said, pk=uuid.uuid4())
    for stored in (dumped(), stored_in_files(since=began)):
        assert f"Ann {mark}".encode() in stored
        assert said.encode() not in stored
        assert said.encode().hex().encode() not in stored


def everything_stored() -> str:
    """Every column of every row of every table, binary ones as the text they may hold."""
    rows = []
    for table in connection.introspection.table_names():
        rows += [str(row[0]) for row in sql(f'SELECT t::text FROM "{table}" t')]
    text = "\n".join(rows)
    hidden = [bytes.fromhex(digits) for digits in re.findall(r"\\x((?:[0-9a-f]{2})+)", text)]
    return text + b"\n".join(hidden).decode(errors="replace")


def dumped() -> bytes:
    """A dump by the superuser, as text."""
    pg_dump = postgres._binaries() / "pg_dump"
    name = connection.settings_dict["NAME"]
    server = ["--host", str(postgres.socket_folder()), "--username", "postgres"]
    return subprocess.run([pg_dump, *server, name], capture_output=True, check=True).stdout


def stored_in_files(*, since: float) -> bytes:
    """What the server has written in its data folder, the log of changes too."""
    with postgres_superuser() as server:
        server.execute("CHECKPOINT")
    files = (home.home() / "postgres").rglob("*")
    return b"".join(
        path.read_bytes() for path in files if path.is_file() and path.stat().st_mtime > since
    )


def postgres_superuser() -> Any:
    return psycopg.connect(
        host=str(postgres.socket_folder()), user="postgres", dbname="postgres", autocommit=True
    )
