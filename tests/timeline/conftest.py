"""The week of Ann and Ben, told once for all tests of a module; what a test changes is undone."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from accounts.models import User
from tests.people import pair, person
from tests.timeline.story import tell_story


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[User, User]]:
    """Thirteen entries, six of them without words; not for modules that commit."""
    with django_db_blocker.unblock(), transaction.atomic():
        ann, ben = (person(name, email=f"{name}@example.com") for name in ("Ann", "Ben"))
        pair(ann, ben)
        tell_story(ann, ben)
        yield ann, ben
        transaction.set_rollback(True)
