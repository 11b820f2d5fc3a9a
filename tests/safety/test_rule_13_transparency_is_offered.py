"""Rule 13: transparency is offered, not demanded.

There is no way in Mend to ask somebody for something: whoever was hurt answers, marks and chooses,
and begins nothing that waits for the other. What would give somebody a hold is named to both, and
hinted at, before it goes.

Broken on purpose, each for itself: `gives_up` in steps/sharing/demands.py found nothing; the
sentence stood no longer beside an answer. Each time a test failed.
"""

import pytest

from accounts.models import User
from steps.guide import steps as guide
from steps.sharing.demands import gives_up
from steps.sharing.kinds import KINDS
from tests.people import signed_in
from tests.writing import send, write, write_offer

HINT = "being watched is not being trusted"

HOLDS = [
    "I give you my password.",
    "You get the passcode of my phone.",
    "I share my location with you.",
    "I let you read all my messages.",
    "I send you screenshots of all my chats.",
    "I hand over my wages on the first of the month.",
    "I will never see your sister again.",
    "I let you check my phone in the evening.",
]
HARMLESS = [
    "I put every bank letter on the table, opened.",
    "I pin it on the board.",
    "I tell you where I am going before I leave.",
    "I pay back the money by Friday.",
    "I call my sister and tell her the truth.",
    "I read the letters with you.",
    "I answer your messages the same evening.",
]


@pytest.mark.parametrize("text", HOLDS)
def test_what_gives_somebody_a_hold_is_seen(text: str) -> None:
    assert gives_up({"what": text})


@pytest.mark.parametrize("text", HARMLESS)
def test_plain_promises_are_left_alone(text: str) -> None:
    assert not gives_up({"what": text})


@pytest.mark.django_db
def test_it_is_hinted_at_before_it_goes_and_forbidden_to_nobody(couple: tuple[User, User]) -> None:
    ann, ben = couple
    client = signed_in(ann)
    offered, plain = write_offer(ann, HOLDS[0]), write_offer(ann, "I paint the kitchen.")
    page = client.get(f"/writing/{offered.pk}/preview/").text
    assert HINT in page
    assert "Share with Ben" in page
    assert HINT not in client.get(f"/writing/{plain.pk}/preview/").text
    card = send(offered, by=ann)
    assert HINT not in signed_in(ben).get(f"/card/{card.pk}/").text, "a hint stays with its writer"


@pytest.mark.django_db
def test_both_are_told_where_they_write(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = send(write_offer(ann), by=ann)
    signed_in(ben).post(f"/card/{offer.pk}/opening/")
    assert "are nothing to ask for here" in signed_in(ben).get("/offers/").text
    draft = write_offer(ann, "I mend the gate.")
    assert "Nobody can ask for your passwords" in signed_in(ann).get(f"/writing/{draft.pk}/").text
    for number in (9, 10, 18):
        assert "live location" in " ".join(map(str, guide.step(number).guidance)), number


@pytest.mark.django_db
def test_nothing_that_waits_for_an_answer_begins_with_who_was_hurt(
    couple: tuple[User, User],
) -> None:
    """Each kind that can be sent is about what one did, but for the map, which answers a guess."""
    ann, ben = couple
    send(write(ann), by=ann)
    assert {name for name, kind in KINDS.items() if kind.by_other} == {"map"}
    assert {name for name, kind in KINDS.items() if kind.item is None} == {
        "note", "stand", "patience", "look", "pushed",
    }  # fmt: skip
    page = signed_in(ben).get("/today/").text
    assert "/list/writing/" not in page
    assert "/offers/writing/" not in page
