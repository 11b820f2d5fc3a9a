"""As which database role a test asks: what people do is done by the role that serves.

Requests, `acting_as` and everything within `served` stand before wall 2. Outside of them, and in
all of `past_wall_2`, a test looks on as the owner of the tables: to see what nobody else could.
"""

import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.core.signals import request_finished, request_started
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from psycopg.pq import TransactionStatus

from mend import identity
from mend.postgres import socket_folder
from mend.roles import APP, OWNER

TESTER = "mend_tests"
# Without a role that is told: whoever has an identity is served, who has none looks on. Within a
# transaction it lasts as long as an identity does.
TAKE_ROLE = f"""
SELECT set_config('role', coalesce(%s, CASE nullif(current_setting('mend.user', true), '') IS NULL
  WHEN true THEN '{OWNER}' ELSE '{APP}' END), %s)
"""

_thread = threading.local()


def look_on() -> None:
    """From now on tests connect as a role that can be both."""
    with contextlib.suppress(psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):
        as_superuser(f"CREATE ROLE {TESTER} LOGIN SUPERUSER")
    connections["default"].settings_dict["USER"] = TESTER
    connection_created.connect(_watch)
    request_started.connect(_begin)
    request_finished.connect(_end)


def as_superuser(sql: str) -> None:
    with superuser() as server:
        server.execute(sql)


def superuser() -> psycopg.Connection[Any]:
    return psycopg.connect(
        host=str(socket_folder()), user="postgres", dbname="postgres", autocommit=True
    )


@contextmanager
def one_by_one() -> Iterator[psycopg.Connection[Any]]:
    """The workers of one run, each in its turn."""
    with superuser() as server:
        server.execute("SELECT pg_advisory_lock(1)")
        yield server


@contextmanager
def served() -> Iterator[None]:
    """Within the block the database is asked by the role that serves, identity or none."""
    _begin()
    try:
        yield
    finally:
        _end()


@contextmanager
def past_wall_2() -> Iterator[None]:
    """Within the block everybody is let past it, so that wall 1 stands alone."""
    _thread.past = True
    _take_role()
    try:
        yield
    finally:
        _thread.past = False
        _take_role()


def _begin(**kwargs: Any) -> None:
    _thread.depth = getattr(_thread, "depth", 0) + 1
    _take_role()


def _end(**kwargs: Any) -> None:
    _thread.depth -= 1
    _take_role()


def _watch(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    if _with_identity not in connection.execute_wrappers:
        connection.execute_wrappers.append(_with_identity)
    _take_role()


def _with_identity(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
) -> Any:
    result = execute(sql, params, many, context)
    if sql == identity.SET and _role() is None:
        _take_role()
    return result


def _take_role() -> None:
    """On this thread's connection, if it is there and asks at all."""
    wrapper = connections["default"]
    raw = wrapper.connection
    if raw is None or raw.closed or wrapper.settings_dict["USER"] != TESTER:
        return
    if raw.info.transaction_status != TransactionStatus.INERROR:
        raw.execute(TAKE_ROLE, [_role(), wrapper.in_atomic_block])


def _role() -> str | None:
    if getattr(_thread, "past", False):
        return OWNER
    return APP if getattr(_thread, "depth", 0) else None
