"""Ann and Ben see for themselves whether their record is as it was written. Cy sees nothing."""

import re
from collections.abc import Iterator

import pytest
from django.db import connection

from accounts.models import User
from steps.sharing.items import Copy
from steps.sharing.shelf import Reading
from steps.timeline.checking import findings_of
from steps.timeline.models import Event
from tests.people import signed_in
from tests.writing import send, tell, write

pytestmark = pytest.mark.django_db

INTACT = "The record is as it was written."
FAULTY = "Not everything is as it was written."
WORDS = "does not open, or is not what was sent"
CHECK = "/record/check/"


def page(reader: User) -> str:
    answer = signed_in(reader).get(CHECK)
    assert answer.status_code == 200
    return " ".join(re.sub("<[^>]+>", " ", answer.content.decode()).split())


def entries(shown: str) -> list[str]:
    return re.findall(r"Entry \d+, of \w+ \d+ \w+ \d{4}", shown)


def by_owner(statement: str, *values: object) -> None:
    """As somebody does who can write to the database."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def copies(reader: User) -> Iterator[Copy]:
    """In the order of the record."""
    held = {copy.version_id: copy for copy in Copy.objects.visible_to(reader)}
    for event in Event.objects.visible_to(reader).exclude(version=None).order_by("seq"):
        yield held[event.version_id]


def test_both_read_that_nothing_was_changed(told: tuple[User, User]) -> None:
    for reader in told:
        shown = page(reader)
        assert INTACT in shown
        assert FAULTY not in shown
        assert not entries(shown)
        assert 'href="/record/check/"' in signed_in(reader).get("/record/").content.decode()
        assert 'href="/record/check/"' in signed_in(reader).get("/record/2/").content.decode()


def test_a_record_of_nobody_is_empty(cy: User, ann: User) -> None:
    tell(write(ann), by=ann)
    for alone in (cy, ann):
        shown = page(alone)
        assert "Nothing stands here yet." in shown
        assert INTACT not in shown
        assert "/record/check/" not in signed_in(alone).get("/record/").content.decode()


def test_an_entry_that_is_missing_is_named_to_both(told: tuple[User, User]) -> None:
    by_owner("DELETE FROM steps_event WHERE seq = 5")
    for reader in told:
        shown = page(reader)
        assert FAULTY in shown
        assert "Entry 5, counted from the first, is missing." in shown


def test_an_entry_whose_facts_were_changed_is_named_to_both(told: tuple[User, User]) -> None:
    by_owner("""UPDATE steps_event SET facts = '{"outcome": "kept"}' WHERE seq = 11""")
    for reader in told:
        shown = page(reader)
        assert entries(shown) == ["Entry 11, of Friday 20 November 2026"]
        assert "was changed, or put in the place of another one." in shown
        assert WORDS not in shown


def test_words_that_were_swapped_or_changed_are_named_to_their_holder_alone(
    told: tuple[User, User],
) -> None:
    ann, ben = told
    first, second, third, *_ = copies(ben)
    by_owner(
        "UPDATE steps_copy copy SET words = other.words FROM steps_copy other"
        " WHERE copy.id = %s AND other.id = %s",
        first.pk, third.pk,
    )  # fmt: skip
    by_owner("UPDATE steps_copy SET words = words || 'x' WHERE id = %s", second.pk)
    shown = page(ben)
    assert FAULTY in shown
    assert WORDS in shown
    assert [entry.split(",")[0] for entry in entries(shown)] == ["Entry 1", "Entry 2"]
    assert INTACT in page(ann)


def test_copies_that_open_but_belong_to_other_entries_are_found(told: tuple[User, User]) -> None:
    _, ben = told
    first, second, *_ = copies(ben)
    by_owner("DELETE FROM steps_copy WHERE id = %s", second.pk)
    by_owner("UPDATE steps_copy SET version_id = %s WHERE id = %s", second.version_id, first.pk)
    found = findings_of(ben)
    assert found.first is None
    assert [place.seq for place in found.words] == [2]
    assert [place.seq for place in found.without] == [1]
    assert "you hold no copy of the words: Entry 1, of" in page(ben)


def test_a_copy_that_is_gone_without_a_word_in_the_record_is_found(
    told: tuple[User, User],
) -> None:
    """Whoever can write to the database does not pass it off as taken back."""
    _, ben = told
    first, *_ = copies(ben)
    by_owner("DELETE FROM steps_copy WHERE id = %s", first.pk)
    by_owner("UPDATE steps_item SET withdrawn_at = now()")
    assert [place.seq for place in findings_of(ben).without] == [1]


def test_closed_cards_are_looked_at_and_stay_closed(couple: tuple[User, User]) -> None:
    ann, ben = couple
    send(write(ann, what_i_did="I lied."), by=ann)
    before = page(ann)
    shown = page(ben)
    assert INTACT in shown
    assert "I lied." not in shown
    assert not Reading.objects.visible_to(ben).exists()
    [copy] = copies(ben)
    by_owner("UPDATE steps_copy SET words = words || 'x' WHERE id = %s", copy.pk)
    assert entries(page(ben))
    assert page(ann) == before
