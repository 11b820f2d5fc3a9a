"""Step 17 on Ann's plate: what she decided before it went, known to her alone."""

import datetime as dt

import pytest
from django.db import connection

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.language.evidence import STEP
from steps.sharing.drafts import Draft
from steps.sharing.hints import beside, decided
from steps.sharing.items import Copy
from tests.people import pair, signed_in
from tests.writing import send, tell, write, write_promise

pytestmark = pytest.mark.django_db

FIRM, SOFT = "I'm sorry if what I said hurt you.", "I shouted because I was stressed."


def state(of: User) -> int | None:
    journey = Journey.of(of)
    assert journey
    with acting_as(of):
        return states(journey).get(STEP)


def kept(draft: Draft, *, by: User) -> Draft:
    """Every firm phrase of it is looked at, and stays."""
    with acting_as(by):
        for one in beside(draft):
            draft.save_words(decided(draft, one.mark), revision=draft.revision)
    return draft


def test_what_went_undecided_does_not_count_and_what_was_kept_or_changed_does(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    send(write(ann, what_i_did=FIRM), by=ann)
    assert state(ann) is None
    send(kept(write(ann, what_i_did=FIRM), by=ann), by=ann)
    assert state(ann) == OPEN
    assert [copy.is_reread for copy in Copy.objects.filter(person=ann)].count(True) == 1


def test_five_pieces_join_it_sent_or_told_and_soft_hints_may_stay(ann: User, ben: User) -> None:
    for number in range(4):
        tell(write(ann, what_i_did=f"{SOFT} {number}"), by=ann)
    pair(ann, ben)
    tell(write(ann, what_i_did=FIRM), by=ann)
    assert state(ann) == OPEN
    with clock.at(clock.now() + dt.timedelta(days=1)):
        send(write_promise(ann), by=ann)
    assert state(ann) == JOINED, "what was told alone came along"


def test_a_draft_that_stays_counts_for_nothing(ann: User) -> None:
    for number in range(6):
        kept(write(ann, what_i_did=f"{FIRM} {number}"), by=ann)
    assert state(ann) is None


def test_nobody_but_ann_learns_of_it(couple: tuple[User, User]) -> None:
    """One went reread, one did not: Ben's pages and copies are alike; hers he cannot ask for."""
    ann, ben = couple
    items = [
        send(write(ann, what_i_did=FIRM), by=ann),
        send(kept(write(ann, what_i_did=FIRM), by=ann), by=ann),
    ]
    pages = [
        signed_in(ben).get(f"/card/{item.pk}/").text.replace(str(item.pk), "id") for item in items
    ]
    assert without_tokens(pages[0]) == without_tokens(pages[1])
    with acting_as(ben), connection.cursor() as cursor:
        cursor.execute("SELECT person_id, is_reread FROM steps_copy")
        assert set(cursor.fetchall()) == {(ben.pk, False)}


def without_tokens(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrf" not in line.lower()]
