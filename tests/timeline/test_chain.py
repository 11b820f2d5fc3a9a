"""The record cannot be rewritten unseen, and keeps its order when twenty write at once."""

import hashlib
import hmac
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from accounts.models import User
from steps.sharing.items import Copy
from steps.timeline.models import Event, canonical, intact
from tests.people import person

pytestmark = pytest.mark.django_db

CHANGES: dict[str, Callable[[Event], Any]] = {
    "seq": lambda event: 99,
    "at": lambda event: event.at.replace(year=2020),
    "actor": lambda event: person("Mallory").pk,
    "kind": lambda event: "entry" if event.kind != "entry" else "offer",
    "item": lambda event: None if event.item_id else event.about_id,
    "about": lambda event: None if event.about_id else event.item_id,
    "version": lambda event: None if event.version_id else Event.objects.get(seq=1).version_id,
    "facts": lambda event: event.facts | {"outcome": "forged"},
    "commitment": lambda event: b"forged",
    "hash": lambda event: bytes(32),
    "couple": lambda event: person("Mallory").couple.pk,
}


def test_the_same_person_is_called_otherwise_in_another_record(told: tuple[User, User]) -> None:
    """Ann, who left and took another name, is not found by an id in somebody else's file."""
    ann, _ = told
    first = Event.objects.filter(actor=ann).first()
    assert first
    here = first.said()["actor"]
    first.couple = person("Cy").couple
    assert str(ann.pk) not in (here, first.said()["actor"])
    assert here != first.said()["actor"]


def test_a_record_as_it_was_written_is_intact(told: tuple[User, User]) -> None:
    ann, _ = told
    assert intact(Event.objects.visible_to(ann))
    assert intact(Event.objects.visible_to(person("Cy")))


@pytest.mark.parametrize("field", CHANGES)
@pytest.mark.parametrize("seq", [2, 4, 10, 13])
def test_any_changed_field_of_any_entry_breaks_it(
    told: tuple[User, User], field: str, seq: int
) -> None:
    ann, _ = told
    event = Event.objects.get(seq=seq)
    change = {field: CHANGES[field](event)}
    if field == "couple":  # the database refuses to move it away from what it points at
        change |= {"item": None, "about": None, "version": None}
    Event.objects.filter(pk=event.pk).update(**change)
    changed = Event.objects.visible_to(ann)
    assert not intact(changed) or (field == "couple" and seq == 13)
    assert changed.count() == (12 if field == "couple" else 13)


@pytest.mark.parametrize("seq", [1, 7])
def test_a_missing_entry_breaks_it(told: tuple[User, User], seq: int) -> None:
    ann, _ = told
    Event.objects.filter(seq=seq).delete()
    assert not intact(Event.objects.visible_to(ann))


def test_either_can_check_their_copy_against_the_record(told: tuple[User, User]) -> None:
    for reader in told:
        copies = Copy.objects.visible_to(reader)
        for event in Event.objects.visible_to(reader).exclude(version=None):
            copy = copies.get(version=event.version_id).words
            salt = bytes.fromhex(copy["salt"])
            made = hmac.digest(salt, canonical(copy["words"]), hashlib.sha256)
            assert made == bytes(event.commitment)


def test_the_record_holds_no_word(told: tuple[User, User]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(steps_event::text, ' ') FROM steps_event")
        (rows,) = cursor.fetchone()
    for words in ("I lied", "kitchen", "hallway", "I forgot", "eight"):
        assert words not in rows
