"""One Mend as people run it: its own process, data, port, ticker and mails."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings

from mend.home import home
from mend.roles import OWNER
from tests.mend.test_run import Mend, free_port
from tests.people import PASSWORD

COUPLES = """
import secrets
from allauth.account.models import EmailAddress
from accounts.models import User
from mend.identity import acting_as
from steps.demo.acting import Told, accept, confirm, invite

for _ in range({0}):
    told, people = Told(), []
    for name in ("Ann", "Ben"):
        email = f"{{name.lower()}}.{{secrets.token_hex(4)}}@example.org"
        user = User.objects.create_user(email, {1!r}, first_name=name, time_zone="Europe/Vienna")
        EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
        people.append(user)
    for verb, number in ((invite, 0), (accept, 1), (confirm, 0)):
        user = User.objects.get(pk=people[number].pk)
        with acting_as(user):
            verb(told, user)
    print(*(user.email for user in people))
"""
MOST_COUPLES = 30  # more than come to one house
# What moves besides, when weeks pass; two days of one promise never meet on the way.
DUE = ["due_on"]
MOVED = {
    "steps_promise": ["starts_on", "ends_on"], "steps_change": ["ends_on"],
    "steps_consent": ["from_on", "first_on"], "steps_report": DUE, "steps_repair": DUE,
    "steps_verdict": DUE, "steps_clearing": DUE, "steps_gap": ["first_on", "last_on"],
}  # fmt: skip
BEGUN = {"steps_verdict": "given_at", "steps_draft": "saved_at", "steps_journey": "opened_at"}
FAR_OFF = 70_000  # days
PATIENCE = 20  # seconds for the ticker to come by on a busy machine


@dataclass(frozen=True)
class House:
    """`address` has no slash at its end."""

    address: str
    folder: Path

    def two_minutes_pass(self) -> None:
        """For all that is on its way; the real ticker then sends it."""
        self.it_goes("2 minutes")

    def an_hour_passes(self) -> None:
        """For a letter that is on its way."""
        self.it_goes("1 hour")

    def it_goes(self, waited: str) -> None:
        with self.database() as connection:
            connection.execute(f"UPDATE steps_draft SET goes_at = goes_at - interval '{waited}'")
            deadline = time.monotonic() + PATIENCE
            while self.count("steps_draft WHERE goes_at IS NOT NULL"):
                assert time.monotonic() < deadline, "the ticker sends nothing"
                time.sleep(0.1)

    def two_weeks_pass(self) -> None:
        """For what was sent: it lies on no shelf any more, and there is room for more."""
        self.days_pass(15)

    def days_pass(self, days: int) -> None:
        """For all that was made known, and for the days of promises."""
        with self.database() as connection:
            for moment in (
                "steps_item.made_at",
                "steps_item.sent_at",
                "steps_item.told_on",
                "steps_item.withdrawn_at",
                "steps_version.made_at",
                "steps_correction.said_at",
                "steps_draft.begun_at",
            ):
                table, column = moment.split(".")
                connection.execute(
                    f"UPDATE {table} SET {column} = {column} - interval '{days} days'"
                    f" WHERE {column} IS NOT NULL"
                )

            for table, columns in MOVED.items():
                for by in (FAR_OFF, -FAR_OFF - days):
                    moved = ", ".join(f"{column} = {column} + ({by})" for column in columns)
                    connection.execute(f"UPDATE {table} SET {moved}")

    def weeks_pass(self, weeks: int) -> None:
        """For all that was made known, written or begun."""
        self.days_pass(7 * weeks)
        with self.database() as connection:
            for table, column in BEGUN.items():
                connection.execute(
                    f"UPDATE {table} SET {column} = {column} - interval '{weeks} weeks'"
                )

    def couple(self) -> list[str]:
        """Ann and Ben who share a place already; their addresses. Their password is the usual one.

        No two tests get the same.
        """
        waiting = self.folder / "couples.txt"
        first, *others = waiting.read_text().splitlines()
        waiting.write_text("\n".join(others))
        return first.split()

    def count(self, rows: str) -> int:
        """How many rows there are of a table, told in SQL."""
        with self.database() as connection:
            found: Any = connection.execute(f"SELECT count(*) FROM {rows}").fetchone()
        return int(found[0])

    def database(self) -> psycopg.Connection[Any]:
        return psycopg.connect(
            host=str(self.folder / "socket"), user=OWNER, dbname="mend", autocommit=True
        )


def furnished() -> Path:
    """A home with tables, the made-up story of five weeks, and couples who have written nothing.

    Made by the worker that comes first; it lies in the home of the tests’ own database, with which
    it goes.
    """
    folder = home() / "furnished"
    with (home() / "furnishing").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "couples.txt").exists():
            manage(folder, "migrate")
            (folder / "demo.txt").write_text(manage(folder, "demo"))
            couples = COUPLES.format(MOST_COUPLES, PASSWORD)
            said = manage(folder, "shell", "--no-imports", "-c", couples)
            (folder / "couples.txt").write_text(said)
    return folder


def manage(folder: Path, *words: str) -> str:
    """What `manage.py` prints, beside a database of its own in `folder`."""
    beside = [sys.executable, "-m", "mend.database", "keep", "--", sys.executable]
    done = subprocess.run(
        [*beside, "manage.py", *words], cwd=settings.BASE_DIR,
        env=os.environ | {"MEND_HOME": str(folder)},
        check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return done.stdout


@contextmanager
def opened(folder: Path, port: int = 0) -> Iterator[House]:
    """Up until the end of the block; whatever went wrong inside is said at its end."""
    port = port or free_port()
    mend = Mend(folder, port)
    try:
        line = mend.ready()
        assert line == f"Mend is ready: http://localhost:{port}/\n", mend.ended()
        yield House(f"http://localhost:{port}", folder)
    finally:
        code, complaints = mend.ended(signal.SIGTERM)
    assert (code, complaints) == (0, "")
