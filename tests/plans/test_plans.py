"""Ann's prevention plan at step 10: whole risks and no guarantee; Ben may add to it."""

import pytest

from accounts.models import User
from mend.identity import acting_as
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.sharing.hints import beside
from steps.sharing.withdrawing import withdraw
from tests.pairing.test_pages import text_of
from tests.people import signed_in
from tests.writing import send, tell, write_plan

pytestmark = pytest.mark.django_db


def state(of: User) -> int | None:
    journey = Journey.of(of)
    assert journey is not None
    return states(journey).get(10)


def test_a_risk_is_whole_or_stays_with_its_writer(couple: tuple[User, User]) -> None:
    ann, _ben = couple
    half = write_plan(ann, parts=["risk1", "risk2"], risk2_risk="The trip in March.")
    client = signed_in(ann)
    for address in (f"/writing/{half.pk}/preview/", f"/writing/{half.pk}/sharing/"):
        answer = client.post(address) if "sharing" in address else client.get(address)
        assert answer.status_code == 422
        assert answer.text.count("Fill it in, or take this risk out.") == 3
        assert "The trip in March." in answer.text
    nothing = write_plan(ann, parts=["risk1"], **{f"risk1_{name}": "" for name in (
        "risk", "sign", "move", "telling")})  # fmt: skip
    assert client.get(f"/writing/{nothing.pk}/preview/").status_code == 422
    assert state(ann) == OPEN
    two = {f"risk2_{name}": f"{name}." for name in ("risk", "sign", "move", "telling")}
    plan = send(write_plan(ann, parts=["risk1", "risk2", "risk3"], **two), by=ann)
    assert state(ann) == JOINED
    page = text_of(client.get(f"/card/{plan.pk}/"))
    assert page.count("How soon I tell you") == 2


def test_it_is_joined_sent_or_told_and_open_again_once_it_was_taken_back(
    couple: tuple[User, User], cy: User
) -> None:
    ann, _ben = couple
    tell(write_plan(cy), by=cy)
    assert state(cy) == JOINED
    plan = send(write_plan(ann), by=ann)
    with acting_as(ann):
        withdraw(plan, by=ann)
    assert state(ann) == OPEN


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("It will never happen again.", True),
        ("I promise that I'll never lie to you again.", True),
        ("I guarantee that this was the last time.", True),
        ("I swear it won't happen again", True),
        ("If it happens again, I tell you the same day.", False),
        ("I cannot promise that it will never happen again.", False),
        ("You said that you never want to hear that again.", False),
    ],
)
def test_never_again_gets_a_hint_and_goes_all_the_same(
    couple: tuple[User, User], text: str, is_marked: bool
) -> None:
    ann, _ben = couple
    draft = write_plan(ann, risk1_move=text)
    assert ("guarantee" in [one.hint.category for one in beside(draft)]) == is_marked
    assert send(draft, by=ann).sent_at
