"""Wall 3: the key that wraps everybody's keys is changed while they are used."""

import re
import secrets
from io import StringIO

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import override_settings

from accounts.keys import rotation
from accounts.models import CopyKey, DraftKey, User
from mend.checks import refuse_unsafe_start
from mend.identity import acting_as
from mend.keyring import SIZE, CannotOpen, Kek
from steps.sharing.drafts import Draft
from tests.looking_on import served
from tests.mend.test_environment import key, production, python
from tests.people import person
from tests.writing import write

pytestmark = pytest.mark.django_db

ADDED = {"new": Kek(secrets.token_bytes(SIZE))}


@pytest.fixture
def three(transactional_db: None) -> list[User]:
    """Each of them with a note."""
    people = [person(name) for name in ("Ann", "Ben", "Cy")]
    for user in people:
        write(user, kind="note", step=None, note=f"of {user.first_name}")
    return people


def rotated() -> str:
    said = StringIO()
    call_command("rotate_keys", stdout=said)
    return said.getvalue()


def test_rotation_goes_on_where_it_was_stopped(
    three: list[User], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "BATCH", 2)
    old = settings.KEYS
    with override_settings(KEYS=ADDED | old):
        assert next(rotation.rotate()) == 2
        assert rotation.outdated() == 4
        assert_all_open(three)
        dora = person("Dora")
        said = rotated()
        assert re.findall(r"\d+ of 4", said) == ["1 of 4", "3 of 4", "4 of 4"]
        assert "All keys are wrapped by new." in said
        assert rotated() == "All keys are wrapped by new.\n"
        for kind in (DraftKey, CopyKey):
            assert set(kind.objects.values_list("kek", flat=True)) == {"new"}
    with override_settings(KEYS=ADDED):
        assert_all_open([*three, dora])


def test_rotation_refuses_to_begin_without_a_key_that_is_needed(three: list[User]) -> None:
    (first,) = settings.KEYS
    before = list(DraftKey.objects.order_by("pk").values_list("wrapped", flat=True))
    wrong = {first: Kek(secrets.token_bytes(SIZE))}
    for keys, reason in ((ADDED, f"lacks {first}"), (ADDED | wrong, "did not wrap this key")):
        with override_settings(KEYS=keys), pytest.raises(CommandError, match=reason):
            rotated()
        assert list(DraftKey.objects.order_by("pk").values_list("wrapped", flat=True)) == before


def test_nobody_serves_without_a_key_that_is_needed(three: list[User]) -> None:
    (first,) = settings.KEYS
    with served():
        refuse_unsafe_start()
        with override_settings(KEYS=ADDED), pytest.raises(ImproperlyConfigured, match=first):
            refuse_unsafe_start()
    server, name = (connection.settings_dict[part] for part in ("HOST", "NAME"))
    address = f"postgresql://mend_app@/{name}?host={server}"
    changes = {"DATABASE_URL": address, "MEND_KEYS": f"new:{key()}"}
    started = python("-c", "import mend.asgi", **production(**changes))
    assert started.returncode == 1
    assert started.stderr.startswith(f"Mend cannot start. MEND_KEYS lacks '{first}'")
    assert started.stderr.count("\n") == 1


def test_a_key_that_is_missing_or_wrong_is_named(ann: User) -> None:
    note = write(ann, kind="note", step=None, note="for me")
    (first,) = settings.KEYS
    for keys, reason in ((ADDED, "not in MEND_KEYS"), ({first: ADDED["new"]}, "did not wrap")):
        with override_settings(KEYS=keys), acting_as(ann), pytest.raises(CannotOpen) as refused:
            _ = Draft.objects.get(pk=note.pk).words
        assert reason in str(refused.value)
        assert first in str(refused.value)


def assert_all_open(people: list[User]) -> None:
    for user in people:
        with acting_as(user):
            notes = [draft.words["note"] for draft in Draft.objects.written_by(user)]
        assert notes == [f"of {user.first_name}"] or user.first_name == "Dora"
