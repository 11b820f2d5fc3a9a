"""What Ben says to a card of Ann's, if he likes: his own row, changeable, his to take back."""

import uuid
from typing import Any

import pytest

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.identity import acting_as
from mend.refusals import Refused
from steps.sharing.items import Copy, Item
from steps.sharing.replies import Reply
from steps.sharing.shelf import Reading
from steps.sharing.withdrawing import withdraw
from steps.timeline.models import Event
from tests.pairing.test_pages import both, text_of
from tests.people import signed_in
from tests.space.taking import takes
from tests.writing import send, tell, write, write_lesson, write_ownership, write_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson(couple: tuple[User, User]) -> Item:
    ann, ben = couple
    card = send(write_lesson(ann), by=ann)
    Reading.open(card, by=ben)
    return card


def says(choice: str, words: str = "", **more: Any) -> dict[str, Any]:
    """In a form that was made for Ben."""
    ben = User.objects.get(first_name="Ben").pk
    return {"id": fresh_id(ben), "choice": choice, "words": words} | more


@both
def test_ben_answers_changes_it_and_takes_it_back(
    couple: tuple[User, User], lesson: Item, headers: dict[str, str]
) -> None:
    ann, ben = couple
    client, address = signed_in(ben), f"/card/{lesson.pk}/"
    assert "Saying nothing is as good" in client.get(address).text
    assert "replies" not in signed_in(ann).get(address).text, "silence shows nothing"
    first = says("true", "Yes, I saw that.")
    for _ in range(2):
        answer = client.post(f"{address}reply/", first, headers=headers)
        assert answer.status_code == (200 if headers else 302)
    assert Reply.objects.count() == 1
    page = text_of(signed_in(ann).get(address))
    assert "Ben said that it rings true." in page
    assert "Yes, I saw that." in page
    client.post(f"{address}reply/", says("otherwise"), headers=headers)
    page = text_of(signed_in(ann).get(address))
    assert "Ben sees it otherwise." in page
    assert "Yes, I saw that." not in page
    assert "Ben</b> answered a card" in signed_in(ann).get("/record/").text
    client.post(f"{address}reply/end/", headers=headers)
    client.post(f"{address}reply/end/", headers=headers)
    client.post(f"{address}reply/", first, headers=headers)  # an old form, sent once more
    assert "Ben took the answer back on" in text_of(signed_in(ann).get(address))
    assert "Yes, I saw that." not in signed_in(ann).get("/record/").text
    assert Copy.objects.filter(version__item__kind="reply").values("person").distinct().count() == 1
    assert [event.kind for event in Event.objects.order_by("seq")] == [
        "lesson", "reply", "reply", "unsaid",
    ]  # fmt: skip


@both
def test_to_a_plan_risks_and_wishes_add_up_and_need_words(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    plan = send(write_plan(ann), by=ann)
    Reading.open(plan, by=ben)
    client, address = signed_in(ben), f"/card/{plan.pk}/reply/"
    answer = client.post(address, says("risk"), headers=headers)
    assert answer.status_code == 422
    assert "Write in a few words" in answer.text
    long = client.post(address, says("wish", "w" * 281), headers=headers)
    assert (long.status_code, "w" * 281 in long.text) == (422, True)
    for choice, words in (("risk", "The trip in March."), ("wish", "Call me before.")):
        assert client.post(address, says(choice, words), headers=headers).status_code < 400
    client.post(address, says("risk", "The trip in March."), headers=headers)
    for reader in (ann, ben):
        page = text_of(signed_in(reader).get(f"/card/{plan.pk}/"))
        assert "The trip in March." in page
        assert "Call me before." in page
    assert Reply.objects.count() == 2


def test_nobody_else_answers_and_nothing_else_is_answered(
    couple: tuple[User, User], cy: User, lesson: Item
) -> None:
    ann, ben = couple
    entry = send(write(ann), by=ann)
    told = tell(write_ownership(ann), by=ann)
    for person in (ann, cy):
        assert signed_in(person).post(f"/card/{lesson.pk}/reply/", says("true")).status_code == 404
        assert signed_in(person).post(f"/card/{lesson.pk}/reply/end/").status_code == 404
    for card in (entry, told):
        assert signed_in(ben).post(f"/card/{card.pk}/reply/", says("true")).status_code == 404
    for choice in ("thank", "risk", "", "<b>"):
        answer = signed_in(ben).post(f"/card/{lesson.pk}/reply/", says(choice))
        assert answer.status_code == 422, "not a word that fits this card"
    with acting_as(ben), pytest.raises(Item.DoesNotExist):
        Reply.give("thank", to=lesson, by=ben, pk=uuid.uuid4())
    taken = signed_in(ben).post(f"/card/{lesson.pk}/reply/", says("true", id=entry.pk))
    assert taken.status_code == 404, "an id that is taken"
    assert not Reply.objects.exists()


def test_four_times_a_day_and_never_once_the_card_was_taken_back_or_into_space(
    couple: tuple[User, User], lesson: Item
) -> None:
    ann, ben = couple
    with acting_as(ben):
        for number in range(4):
            Reply.give("true", to=lesson, by=ben, words=f"{number}", pk=uuid.uuid4())
        with pytest.raises(Refused, match="several times"):
            Reply.give("otherwise", to=lesson, by=ben, pk=uuid.uuid4())
    other = send(write_lesson(ann, "I hide."), by=ann)
    with acting_as(ann):
        withdraw(other, by=ann)
    with acting_as(ben), pytest.raises(Refused, match="taken back"):
        Reply.give("true", to=other, by=ben, pk=uuid.uuid4())
    with clock.at(clock.now() + clock.dt.timedelta(days=31)):
        of_ben = send(write_lesson(ben, "I shout."), by=ben)
        takes(ben)
        with acting_as(ann), pytest.raises(Refused, match="takes space"):
            Reply.give("true", to=of_ben, by=ann, pk=uuid.uuid4())
        Reading.open(of_ben, by=ann)
        assert 'name="choice"' not in signed_in(ann).get(f"/card/{of_ben.pk}/").text


def test_an_answer_makes_room_on_the_shelf_and_none_is_needed(
    couple: tuple[User, User], lesson: Item
) -> None:
    ann, ben = couple
    later = clock.now() + clock.dt.timedelta(days=2)
    for _ in range(2):
        send(write(ann), by=ann)
    with clock.at(later):
        with acting_as(ann), pytest.raises(Refused, match="enough for now"):
            write_plan(ann).share(by=ann)
        with acting_as(ben):
            Reply.give("true", to=lesson, by=ben, pk=uuid.uuid4())
        assert send(write_plan(ann), by=ann).sent_at
