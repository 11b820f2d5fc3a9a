"""Taking back what was sent: a card stays readable, struck through; an answer is truly gone."""

import datetime as dt

import pytest

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.identity import acting_as
from mend.refusals import Refused
from steps.amends.models import Answer, Offer
from steps.evidence import states
from steps.journey.models import Journey
from steps.sharing.cards import item_of
from steps.sharing.items import Copy, Item
from steps.sharing.shelf import Reading, shelf
from steps.sharing.withdrawing import withdraw
from steps.timeline.models import Event, intact
from tests.amends.offering import answer, carry_out, offered, told
from tests.people import signed_in
from tests.promises.story import opened, promised
from tests.writing import send, tell, write

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
WORDS = "I read your letters."


def page(reader: User, address: str) -> str:
    answer = signed_in(reader).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def taken_back(by: User, item: Item) -> Item:
    with acting_as(by):
        withdraw(item_of(item.pk, by), by=by)
    return Item.objects.get(pk=item.pk)


@pytest.fixture
def entry(couple: tuple[User, User]) -> Item:
    """Sent to Ben, who has opened it."""
    ann, ben = couple
    sent = send(write(ann, what_i_did=WORDS), by=ann)
    Reading.open(sent, by=ben)
    return sent


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_a_card_is_taken_back_in_the_open_and_stays_readable(
    couple: tuple[User, User], entry: Item, headers: dict[str, str]
) -> None:
    ann, ben = couple
    card = f"/card/{entry.pk}/"
    assert "Take it back in the open" in page(ann, card)
    answer = signed_in(ann).post(f"{card}withdrawing/", headers=headers)
    assert (answer.status_code, answer.headers.get("Location")) == (
        (200, None) if headers else (302, card)
    )
    assert ("You took this back on" in answer.content.decode()) == bool(headers)
    for reader, sentence in ((ann, "You took this back on"), (ben, "Ann took this back on")):
        shown = page(reader, card)
        assert sentence in shown
        assert 'class="words is-struck"' in shown
        assert WORDS in shown
        assert "withdrawing/" not in shown
    assert "Taken back" in page(ann, "/steps/1/")


def test_the_record_says_so_and_strikes_the_words(couple: tuple[User, User], entry: Item) -> None:
    ann, ben = couple
    taken_back(ann, entry)
    record = page(ben, "/record/?kind=writing")
    assert "took back something they wrote" in record
    assert f"<s>{WORDS}</s>" in record
    assert "Taken back on" in record
    assert "You took back something you wrote" in page(ann, "/record/")
    assert intact(Event.objects.visible_to(ben))
    assert "The record is as it was written." in page(ben, "/record/check/")


def test_taking_back_twice_is_one(couple: tuple[User, User], entry: Item) -> None:
    ann, _ = couple
    first = taken_back(ann, entry).withdrawn_at
    assert first
    assert taken_back(ann, entry).withdrawn_at == first
    assert Event.objects.filter(kind="withdrawn").count() == 1


def test_what_waits_on_the_shelf_waits_no_longer(couple: tuple[User, User]) -> None:
    """It can still be opened from the record: it was given."""
    ann, ben = couple
    card = send(write(ann, what_i_did=WORDS), by=ann)
    assert list(shelf(ben)) == [card]
    taken_back(ann, card)
    assert not shelf(ben)
    assert WORDS not in page(ben, f"/card/{card.pk}/")
    assert WORDS in signed_in(ben).post(f"/card/{card.pk}/opening/", headers=HTMX).content.decode()


def test_only_what_was_sent_can_be_taken_back_and_only_by_its_writer(
    couple: tuple[User, User], cy: User, entry: Item
) -> None:
    ann, ben = couple
    spoken, promise = tell(write(ann), by=ann), opened(promised(ann), ben)
    for person, item in ((ben, entry), (cy, entry), (ann, spoken), (ann, promise)):
        assert signed_in(person).post(f"/card/{item.pk}/withdrawing/").status_code == 404
        assert Item.objects.get(pk=item.pk).withdrawn_at is None
    assert "Take it back" not in page(ann, f"/card/{promise.pk}/")


def test_an_offer_that_was_taken_back_is_over(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben, owed_anyway="on")
    assert f'href="/card/{offer.pk}/">Take this back' in page(ann, "/offers/")
    taken_back(ann, offer)
    for reader, sentence in ((ann, "You took it back on"), (ben, "Ann took it back on")):
        shown = page(reader, "/offers/")
        assert sentence in shown
        assert "is-struck" in shown
        assert "<form" not in shown.split("<main")[1].split("</main")[0]
    fields = {"id": str(fresh_id(ben.pk)), "choice": "yes", "words": "Please do."}
    late = signed_in(ben).post(f"/offers/{offer.pk}/answer/", fields, headers=HTMX)
    assert late.status_code == 409
    assert "This was taken back." in late.content.decode()
    with pytest.raises(Refused):
        carry_out(Offer.objects.get(pk=offer.pk), by=ann)
    assert not Answer.objects.exists()


def test_what_was_carried_out_stays_as_it_is(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben, owed_anyway="on")
    carry_out(offer, by=ann)
    assert signed_in(ann).post(f"/card/{offer.pk}/withdrawing/").status_code == 409
    assert "Take this back" not in page(ann, "/offers/")


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_an_answer_is_taken_away_from_the_other_for_good(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    answer(offer, "idea", by=ben, words="The hallway first.")
    answer(offer, "yes", by=ben, words="Yes, the kitchen.")
    assert "Yes, the kitchen." in page(ann, "/offers/")
    signed_in(ben).post(f"/offers/{offer.pk}/answer/end/", headers=headers)
    for address in ("/offers/", "/record/"):
        shown = page(ann, address)
        assert "hallway" not in shown
        assert "Yes, the kitchen." not in shown
    assert "Ben took the answer back on" in page(ann, "/offers/")
    assert "took back an answer" in page(ann, "/record/")
    assert "Yes, the kitchen." in page(ben, "/offers/")
    assert {copy.person_id for copy in Copy.objects.filter(version__item__kind="answer")} == {
        ben.pk
    }
    for reader in couple:
        shown = page(reader, "/record/check/")
        assert "The record is as it was written." in shown
        assert "you hold no copy" not in shown


def test_a_yes_that_was_taken_back_is_no_yes(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    answer(offer, "yes", by=ben)
    with acting_as(ben):
        offer.unsay(by=ben)
        offer.unsay(by=ben)
    assert Event.objects.filter(kind="unsaid").count() == 1
    with clock.at(clock.now() + dt.timedelta(days=1)), pytest.raises(Refused):
        carry_out(offer, by=ann)
    assert "Take my answer back" not in page(ben, "/offers/")
    answer(offer, "yes", by=ben)
    carry_out(offer, by=ann)


def test_a_no_that_was_taken_back_joins_no_step(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    journey = Journey.of(ann)
    assert journey
    before = states(journey)[4]
    answer(offer, "no", by=ben)
    assert states(journey)[4] > before
    with acting_as(ben):
        offer.unsay(by=ben)
    assert states(journey)[4] == before


def test_nobody_else_takes_an_answer_back(couple: tuple[User, User], cy: User) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    answer(offer, "no", by=ben, words="No, thank you.")
    spoken = told(ann)
    for person, pk in ((ann, offer.pk), (cy, offer.pk), (ben, spoken.pk)):
        assert signed_in(person).post(f"/offers/{pk}/answer/end/").status_code == 404
    assert "No, thank you." in page(ann, "/offers/")
