"""The embedded database of this checkout.

`python -m mend.database exec -- COMMAND` runs a command beside a throw-away one,
`python -m mend.database keep -- COMMAND` beside this checkout's own.
"""

import fcntl
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from mend import home, postgres
from mend.roles import OWNER, ROLES_SQL

NAME = "mend"
PATIENCE = 30  # seconds to come up, replaying what a crash left behind


class AlreadyRunning(Exception):
    """Another process of this checkout has started the database and keeps it."""


@contextmanager
def claimed() -> Iterator[None]:
    """Within the block the database is ours to start and to stop."""
    with (home.make_home() / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRunning from error
        yield


@contextmanager
def running(*, durable: bool = True) -> Iterator[subprocess.Popen[bytes]]:
    """The server process of a claimed database, up, with its roles; stopped at the end.

    `durable=False` is for throw-away data: faster, and lost when the power fails.
    """
    server = _started(durable)
    try:
        yield server
    finally:
        postgres.stop(server)


def main(mode: str, dashes: str, *command: str) -> int:
    """The command's exit code."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    if mode == "keep":
        try:
            with claimed(), running():
                return _run(command)
        except AlreadyRunning:
            return _run(command)
    with tempfile.TemporaryDirectory(prefix="mend-") as folder:
        os.environ["MEND_HOME"] = folder
        with claimed(), running(durable=False):
            return _run(command)


def _started(durable: bool) -> subprocess.Popen[bytes]:
    """A server that answers. Right after a kill -9 it may have to wait for leftover processes."""
    deadline = time.monotonic() + PATIENCE
    server = postgres.start(durable=durable)
    try:
        while True:
            try:
                _prepare(createdb=not durable)
                return server
            except psycopg.OperationalError as error:
                if time.monotonic() > deadline:
                    log = home.home() / "postgres.log"
                    raise home.CannotRun(f"The database does not start. See {log}.") from error
            if server.poll() is not None:
                time.sleep(0.3)
                server = postgres.start(durable=durable)
            time.sleep(0.02)
    except BaseException:
        postgres.stop(server)
        raise


def _prepare(*, createdb: bool) -> None:
    """Roles and privileges first in the template, so that every database made later has them."""
    with _superuser("template1") as template:
        template.execute(ROLES_SQL)
        if createdb:
            template.execute(f"ALTER ROLE {OWNER} CREATEDB")
    with _superuser("postgres") as connection:
        if not connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [NAME]
        ).fetchone():
            connection.execute(f"CREATE DATABASE {NAME} OWNER {OWNER}")


def _superuser(database: str) -> psycopg.Connection:
    return psycopg.connect(
        host=str(postgres.socket_folder()), user="postgres", dbname=database, autocommit=True
    )


def _run(command: tuple[str, ...]) -> int:
    """Ctrl-C reaches the command from the terminal, too: we wait for it to end by itself."""
    early: list[int] = []
    signal.signal(signal.SIGINT, lambda number, frame: None)  # SIG_IGN would be inherited
    signal.signal(signal.SIGTERM, lambda number, frame: early.append(number))
    child = subprocess.Popen(command)
    signal.signal(signal.SIGTERM, lambda number, frame: child.terminate())
    if early:
        child.terminate()
    return child.wait()


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except home.CannotRun as error:
        sys.exit(str(error))
