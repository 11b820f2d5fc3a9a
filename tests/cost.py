"""What walls 2 and 3 cost: today and the record, with and without them, by turns in one run.

.venv/bin/python -m mend.database exec -- env DEBUG=0 .venv/bin/python -m tests.cost
"""

import os
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import django
import django.test
import psycopg

ROUNDS, REQUESTS = 12, 25  # of each page, by each person, with and without
PAGES = ("/today/", "/record/")
PEOPLE = ("ada", "sam")

type Key = tuple[str, str, bool]


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mend.settings")
    django.setup()
    owner = prepared()
    browsers = {name: browser(name) for name in PEOPLE}
    taken: dict[Key, list[float]] = {}
    for number in range(ROUNDS):
        for walls in (True, False) if number % 2 else (False, True):
            with ExitStack() as stack:
                if not walls:
                    stack.enter_context(without_wall_2(owner))
                    stack.enter_context(without_wall_3())
                for name, client in browsers.items():
                    for page in PAGES:
                        taken.setdefault((page, name, walls), []).append(seconds(client, page))
    for page in PAGES:
        for name in PEOPLE:
            bare, walled = (1 / statistics.median(taken[page, name, on]) for on in (False, True))
            lost = 100 * (1 - walled / bare)
            print(f"{page} {name}: {bare:.0f} -> {walled:.0f} requests a second, {lost:.1f} % less")


def prepared() -> psycopg.Connection[tuple[str]]:
    """The made-up story of five weeks; the owner of its tables."""
    from django.conf import settings
    from django.core.management import call_command

    from mend.postgres import socket_folder
    from mend.roles import OWNER

    settings.ALLOWED_HOSTS = ["testserver"]
    for command in (["migrate", "--verbosity=0"], ["collectstatic", "--verbosity=0", "--no-input"]):
        call_command(*command)
    call_command("demo")
    owner = psycopg.connect(host=str(socket_folder()), user=OWNER, dbname="mend", autocommit=True)
    owner.execute("ANALYZE")
    return owner


def browser(name: str) -> "django.test.Client":
    from accounts.models import User
    from tests.people import signed_in

    return signed_in(User.objects.get(email=f"{name}@example.org"))


def seconds(client: "django.test.Client", page: str) -> float:
    """Of one request, on average; the first one warms up."""
    client.get(page)
    began = time.perf_counter()
    for _ in range(REQUESTS):
        assert client.get(page).status_code == 200
    return (time.perf_counter() - began) / REQUESTS


@contextmanager
def without_wall_2(owner: psycopg.Connection[tuple[str]]) -> Iterator[None]:
    """Row-level security is off on every table that has it."""
    tables = owner.execute("SELECT relname FROM pg_class WHERE relrowsecurity").fetchall()
    for (table,) in tables:
        owner.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
    yield
    for (table,) in tables:
        owner.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")


@contextmanager
def without_wall_3() -> Iterator[None]:
    """Words open as if they lay in the clear: looked up, with no key and no cipher."""
    from mend.keyring import Place, Ring

    opened, really = OPENED, Ring.open

    def look_up(ring: Ring, sealed: bytes, place: Place) -> bytes:
        if sealed not in opened:
            opened[sealed] = really(ring, sealed, place)
        return opened[sealed]

    with patch.object(Ring, "open", look_up):
        yield


OPENED: dict[bytes, bytes] = {}

if __name__ == "__main__":
    main()
