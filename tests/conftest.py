"""The database for tests: made and migrated by the owner, used by the role that serves.

Run them beside a throw-away server: make test, or
.venv/bin/python -m mend.database exec -- .venv/bin/pytest tests/promises
"""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.models import FETCH_RAISE
from django.test import override_settings
from django.test.client import ClientHandler
from django.test.utils import setup_databases
from pytest_django import DjangoDbBlocker

from mend.roles import OWNER, as_owner
from tests import keys
from tests.looking_on import look_on, one_by_one
from tests.people import ann, ben, client_of, couple, cy
from tests.visits import (
    _visits,
    pytest_sessionfinish,
    pytest_terminal_summary,
    pytest_testnodedown,
)

__all__ = [
    "_visits", "ann", "ben", "client_of", "couple", "cy", "pytest_sessionfinish",
    "pytest_terminal_summary", "pytest_testnodedown",
]  # fmt: skip

# By turns what waits for a browser and what does not.
LONGEST = [
    "story/test_story.py", "histories", "story/test_pages.py", "test_abuse.py", "test_races.py",
    "story", "test_access.py", "safety", "test_canary.py", "walls", "mend", "timeline",
]  # fmt: skip

PLAIN_STATIC = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, so that no worker is left alone with it in the end."""
    items.sort(key=place_of)


def place_of(item: pytest.Item) -> int:
    path = item.path.relative_to(Path(__file__).parent).as_posix()
    return next((place for place, name in enumerate(LONGEST) if path.startswith(name)), 99)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """One database for each worker."""


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Migrated once, then copied. Nothing is dropped at the end: the server is thrown away."""
    with django_db_blocker.unblock(), as_owner(), one_by_one() as server:
        test, migrated = connection.settings_dict["TEST"], "mend_migrated"
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [migrated]).fetchone():
            test["TEMPLATE"] = migrated
        setup_databases(verbosity=0, interactive=False, serialized_aliases=set())
        if "TEMPLATE" not in test:
            name = connection.settings_dict["NAME"]
            connection.close()
            server.execute(f"CREATE DATABASE {migrated} OWNER {OWNER} TEMPLATE {name}")
    look_on()


@pytest.fixture(autouse=True, scope="session")
def _keys_at_hand() -> None:
    """A test may read everybody's words, to see what nobody else could."""
    keys.look_on()


@pytest.fixture(autouse=True, scope="session")
def _plain_static() -> Iterator[None]:
    """Static files straight from their folder, and passwords hashed at once."""
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]
    with override_settings(STORAGES=PLAIN_STATIC, PASSWORD_HASHERS=hashers):
        yield


@pytest.fixture(autouse=True, scope="session")
def _quick_browsers(_plain_static: None) -> Iterator[None]:
    """One chain of middleware for all of them."""
    made = ClientHandler()
    made.load_middleware()
    del made.enforce_csrf_checks  # each browser has its own
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ClientHandler, "load_middleware", lambda self: vars(self).update(vars(made)))
        yield


@pytest.fixture(autouse=True, scope="session")
def _little_to_sweep() -> None:
    """What is loaded by now stays to the end: the collector of garbage need not look at it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(autouse=True, scope="session")
def _nothing_unasked() -> Iterator[None]:
    """A row that would be fetched one by one is an error."""
    with override_settings(FETCH_MODE=FETCH_RAISE):
        yield
