"""Rule 9: what was said stays said: versions and tombstones, and nothing is deleted.

Broken on purpose, each for itself: steps/migrations/0002_policies.py let entries of the record be
deleted; `steps_withdraw` deleted the reader’s copy of what the offender sent. Each time a test
failed.
"""

import itertools

import pytest
from django.db import ProgrammingError, transaction

from accounts.models import User
from mend.identity import acting_as
from steps.sharing.cards import item_of
from steps.sharing.items import Copy
from steps.sharing.withdrawing import withdraw
from steps.timeline.models import Event, intact
from tests.looking_on import served
from tests.timeline.story import Story, tell_story
from tests.walls.asking import execute

pytestmark = pytest.mark.django_db

SLICES = (
    "account", "answer", "change", "chain", "consent", "disclosure", "gap", "guess", "lesson",
    "letter", "letterreply", "map", "ownership", "plan", "pushed", "repair", "reply", "report",
    "signal",
)  # fmt: skip
FOR_EVER = (
    "accountreply", "carryingout", "copy", "correction", "event", "feltresult", "verdict",
    "version", *SLICES,
)  # fmt: skip


@pytest.fixture
def story(couple: tuple[User, User]) -> Story:
    return tell_story(*couple)


@pytest.mark.parametrize("command", ["DELETE FROM steps_{}", "UPDATE steps_{} SET {key} = {key}"])
def test_neither_of_the_two_deletes_or_changes_a_row_of_it(
    couple: tuple[User, User], story: Story, command: str
) -> None:
    for user, table in itertools.product(couple, FOR_EVER):
        key = "item_ptr_id" if table in SLICES else "id"
        with served(), acting_as(user), pytest.raises(ProgrammingError), transaction.atomic():
            execute(command.format(table, key=key))


def test_what_ann_takes_back_stays_with_ben_dated(couple: tuple[User, User], story: Story) -> None:
    ann, ben = couple
    before = Event.objects.visible_to(ben).count()
    held = set(Copy.objects.visible_to(ben).values_list("pk", flat=True))
    with acting_as(ann):
        withdraw(item_of(story.entry, ann), by=ann)
    record = Event.objects.visible_to(ben).order_by("seq")
    assert record.count() == before + 1
    assert record.last().kind == "withdrawn"
    assert set(Copy.objects.visible_to(ben).values_list("pk", flat=True)) == held
    assert intact(record)
