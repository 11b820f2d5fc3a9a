"""Everybody who is signed in may read ahead; only what one wrote oneself stands beside a step."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from accounts.models import User
from steps.guide.step import Step
from steps.guide.steps import STEPS
from tests.people import signed_in
from tests.writing import send, tell, write

NOTHING_ASKED = "Nothing is asked of you here."

every_step = pytest.mark.parametrize("one", STEPS, ids=lambda one: f"step {one.number}")


def step_page(reader: User, number: int) -> str:
    return signed_in(reader).get(reverse("step", args=[number])).content.decode()


def test_cy_finds_every_step_in_the_index(cy: User) -> None:
    page = signed_in(cy).get(reverse("steps")).content.decode()
    assert all(f'href="{one.get_absolute_url()}"' in page for one in STEPS)
    assert all(escape(str(one.aim)) in page for one in STEPS)


@every_step
def test_cy_reads_a_step_whole_and_is_asked_for_nothing(cy: User, one: Step) -> None:
    page = step_page(cy, one.number)
    questions = [text for asked in one.questions for text in (asked.text, asked.hint)]
    words = [one.title, one.aim, *one.guidance, *questions, one.counts, one.other_sees]
    assert [text for text in words if escape(str(text)) not in page] == []
    assert NOTHING_ASKED in page


@pytest.mark.parametrize(
    ("number", "begins"),
    [(1, "writing_new"), (4, "offer_new"), (9, "promise_new"), (17, "writing_new")],
)
def test_ann_who_has_begun_can_begin_to_write(ann: User, number: int, begins: str) -> None:
    write(ann)
    args = [number] if begins == "writing_new" else []
    page = step_page(ann, number)
    assert f'href="{reverse(begins, args=args)}"' in page
    assert NOTHING_ASKED not in page


def test_ann_finds_her_drafts_at_their_step_and_at_no_other(ann: User) -> None:
    draft = write(ann, step=1)
    address = reverse("writing", args=[draft.pk])
    assert address in step_page(ann, 1)
    assert address not in step_page(ann, 2)


def test_what_is_sent_and_what_was_said_in_person_stand_apart(couple: tuple[User, User]) -> None:
    ann, ben = couple
    sent = send(write(ann, step=1), by=ann)
    told = tell(write(ann, step=2, safety="I imagine that you check the door."), by=ann)
    assert reverse("card", args=[sent.pk]) in step_page(ann, 1)
    assert "<span>Sent</span>" in step_page(ann, 1)
    assert reverse("card", args=[told.pk]) in step_page(ann, 2)
    assert "<span>Said in person</span>" in step_page(ann, 2)
    assert str(sent.pk) not in step_page(ben, 1)
    assert str(told.pk) not in step_page(ben, 2)


@pytest.mark.parametrize("number", ["0", "22", "9" * 24])
def test_another_number_is_not_found(cy: User, number: str) -> None:
    assert signed_in(cy).get(f"/steps/{number}/").status_code == 404


@pytest.mark.parametrize("address", ["/steps/", "/steps/1/"])
def test_who_is_not_signed_in_is_asked_to_sign_in(client: Client, address: str, db: None) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))
