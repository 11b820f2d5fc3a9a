"""The embedded database of this checkout.

`python -m mend.database exec -- COMMAND` runs a command beside a throw-away one.
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
from pathlib import Path

import psycopg

from mend import home as homes
from mend import postgres
from mend.roles import OWNER, ROLES_SQL

NAME = "mend"
PATIENCE = 30  # seconds to come up, replaying what a crash left behind


class AlreadyRunning(Exception):
    """Another process of this checkout has started the database and keeps it."""


@contextmanager
def running(*, durable: bool = True) -> Iterator[subprocess.Popen[bytes]]:
    """The server process, up, with its roles; stopped at the end of the block.

    `durable=False` is for throw-away data: faster, and lost when the power fails.
    """
    with (homes.make_home() / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRunning from error
        server = _started(durable)
        try:
            yield server
        finally:
            postgres.stop(server)


def main(arguments: list[str]) -> int:
    """Run the command after `exec --` with MEND_HOME at a throw-away folder; its exit code."""
    with tempfile.TemporaryDirectory(prefix="mend-") as folder:
        os.environ["MEND_HOME"] = folder
        homes.home.cache_clear()
        with running(durable=False):
            return _run(arguments[arguments.index("--") + 1 :])


def _started(durable: bool) -> subprocess.Popen[bytes]:
    """A server that answers. Right after a kill -9 it may have to wait for leftover processes."""
    deadline = time.monotonic() + PATIENCE
    server = postgres.start(durable=durable)
    while True:
        try:
            _prepare(createdb=not durable)
            return server
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline:
                postgres.stop(server)
                log = homes.home() / "postgres.log"
                raise postgres.CannotRun(f"The database does not start. See {log}.") from error
        if server.poll() is not None:
            time.sleep(0.3)
            server = postgres.start(durable=durable)
        time.sleep(0.02)


def _prepare(*, createdb: bool) -> None:
    """Roles and privileges first in the template, so that every database made later has them."""
    with _superuser("template1") as template:
        template.execute(ROLES_SQL)
        if createdb:
            template.execute(f"ALTER ROLE {OWNER} CREATEDB")
    with _superuser("postgres") as connection:
        if not connection.execute("SELECT FROM pg_database WHERE datname = %s", [NAME]).fetchone():
            connection.execute(f"CREATE DATABASE {NAME} OWNER {OWNER}")


def _superuser(database: str) -> psycopg.Connection:
    return psycopg.connect(
        host=str(postgres.socket_folder()), user="postgres", dbname=database, autocommit=True
    )


def _run(command: list[str]) -> int:
    """The command's exit code. Ctrl-C reaches it from the terminal; we wait for it to end."""
    child = subprocess.Popen(command)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, frame: child.terminate())
    return child.wait()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except postgres.CannotRun as error:
        sys.exit(str(error))
