"""A journey is begun alone, by the one whose it is, and nobody else can begin it for them."""

import datetime as dt

import pytest

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from steps.journey.models import Journey
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy, Item
from tests.people import pair, signed_in
from tests.writing import send, tell, write, write_offer

pytestmark = pytest.mark.django_db


def answer(by: User, words: str = "I hid the card.", **more: str) -> dict[str, str]:
    return {"id": str(fresh_id(by.pk)), "words": words} | more


def test_one_answer_begins_a_journey_and_is_the_first_draft(ann: User) -> None:
    client = signed_in(ann)
    assert "What did you do" in client.get("/begin/").content.decode()
    assert client.post("/begin/", answer(ann)).status_code == 302
    assert Journey.of(ann) is not None
    assert Draft.objects.get().words == {"what_i_did": "I hid the card."}
    assert "nobody was told" in client.get("/today/").content.decode()


def test_who_has_begun_goes_on_to_today(ann: User) -> None:
    write(ann)
    assert signed_in(ann).get("/begin/").status_code == 302


def test_the_same_answer_twice_is_one_journey_with_one_draft(ann: User) -> None:
    client, same = signed_in(ann), answer(ann)
    for _twice in range(2):
        assert client.post("/begin/", same).status_code == 302
    assert Journey.objects.count() == Draft.objects.count() == 1


@pytest.mark.parametrize("words", ["", "   ", "x" * 100_000])
def test_an_answer_that_does_not_fit_loses_no_word(ann: User, words: str) -> None:
    reply = signed_in(ann).post("/begin/", answer(ann, words))
    assert reply.status_code == 422
    assert words.strip() in reply.content.decode()
    assert not Journey.objects.exists()


def test_nobody_can_be_named_the_one_who_did_it(couple: tuple[User, User]) -> None:
    ann, ben = couple
    signed_in(ben).post("/begin/", answer(ben, offender=str(ann.pk), writer=str(ann.pk)))
    assert Journey.of(ann) is None
    assert Journey.of(ben) is not None


def test_a_draft_of_anns_cannot_be_taken_over_by_its_id(ann: User, cy: User) -> None:
    draft = write(ann)
    reply = signed_in(cy).post("/begin/", {"id": str(draft.pk), "words": "mine now"})
    assert reply.status_code == 404
    assert Draft.objects.get().words == draft.words
    assert Journey.of(cy) is None


def test_ben_is_asked_whose_wish_it_is_begins_alone_and_can_send_after_30_days(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    client = signed_in(ben)
    with clock.at(clock.now() + dt.timedelta(days=1)):
        assert "Nobody asked me to do this" in client.get("/begin/").content.decode()
        assert client.post("/begin/", answer(ben)).status_code == 422
        assert client.post("/begin/", answer(ben, is_mine="on")).status_code == 302
        draft = write(ben)
        refused = client.post(f"/writing/{draft.pk}/sharing/")
    assert refused.status_code == 409
    assert "There is time." in refused.text
    with clock.at(clock.now() + dt.timedelta(days=31)):
        assert client.post(f"/writing/{draft.pk}/sharing/").status_code == 302
        assert send(draft, by=ben).sent_at


def test_who_had_begun_before_anything_came_can_send_at_once(couple: tuple[User, User]) -> None:
    ann, ben = couple
    draft = write(ben)
    send(write(ann), by=ann)
    assert send(draft, by=ben).sent_at


def test_a_journey_nothing_was_sent_in_is_invisible_and_holds_nobody_back(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    write(ann)
    tell(write_offer(ann), by=ann)
    assert not Journey.objects.visible_to(ben).exists()
    assert "Nobody asked me" not in signed_in(ben).get("/begin/").content.decode()
    assert signed_in(ben).post("/begin/", answer(ben)).status_code == 302


def test_what_each_began_alone_comes_along_when_they_join(ann: User, ben: User) -> None:
    drafts = {who: write(who) for who in (ann, ben)}
    told = tell(write_offer(ben), by=ben)
    note = write(ben, kind="note", step=None, note="for me")
    pair(ann, ben)
    for who, draft in drafts.items():
        assert Draft.objects.written_by(who).get(pk=draft.pk).couple_id == ann.couple.pk
        journey = Journey.of(who)
        assert journey is not None
        assert journey.couple_id == ann.couple.pk
    assert Draft.objects.get(pk=note.pk).couple_id == ann.couple.pk
    assert Item.objects.get(pk=told.pk).couple_id == ann.couple.pk
    assert Copy.objects.get().couple_id == ann.couple.pk
    assert not Item.objects.visible_to(ann).exists()
