"""A card waits closed; what its reader does with it stays with its reader."""

import datetime as dt

import pytest

from accounts.models import User
from mend import clock
from steps.sharing.shelf import Reading, shelf
from tests.people import signed_in
from tests.writing import send, write, write_offer, write_promise

pytestmark = pytest.mark.django_db


def test_what_ann_sends_waits_closed_on_bens_shelf(couple: tuple[User, User]) -> None:
    ann, ben = couple
    item = send(write(ann, what_i_did="I lied."), by=ann)
    assert [card.pk for card in shelf(ben)] == [item.pk]
    assert not shelf(ann).exists()
    for page in ("/today/", f"/card/{item.pk}/"):
        shown = signed_in(ben).get(page).content.decode()
        assert "I lied." not in shown
        assert "Open" in shown
        assert "Leave it" in shown
        assert shown.count(f'aria-describedby="about-{item.pk}"') == 2, "both say which card"


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_ben_opens_a_card_and_reads_it(couple: tuple[User, User], headers: dict[str, str]) -> None:
    ann, ben = couple
    item = send(write(ann, what_i_did="I lied."), by=ann)
    client = signed_in(ben)
    answer = client.post(f"/card/{item.pk}/opening/", headers=headers)
    assert answer.status_code == (200 if headers else 302)
    assert not headers or "I lied." in answer.content.decode()
    assert "I lied." in client.get(f"/card/{item.pk}/").content.decode()
    assert not shelf(ben).exists()


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_ben_leaves_a_card_and_can_open_it_later(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    item = send(write(ann, what_i_did="I lied."), by=ann)
    client = signed_in(ben)
    answer = client.post(f"/card/{item.pk}/leaving/", headers=headers)
    assert answer.status_code == (200 if headers else 302)
    assert not shelf(ben).exists()
    assert "I lied." not in client.get(f"/card/{item.pk}/").content.decode()
    client.post(f"/card/{item.pk}/opening/")
    assert "I lied." in client.get(f"/card/{item.pk}/").content.decode()


def test_nothing_ann_can_see_changes_when_ben_reads(couple: tuple[User, User]) -> None:
    ann, ben = couple
    items = [send(draft, by=ann) for draft in (write(ann), write_offer(ann), write_promise(ann))]
    pages = ["/today/", "/record/", "/list/", "/offers/", *(f"/card/{item.pk}/" for item in items)]

    def seen() -> list[bytes]:
        client = signed_in(ann)
        return [without_tokens(client.get(page).content) for page in pages]

    before = seen()
    for item, what in zip(items, ("opening", "leaving", "opening"), strict=True):
        signed_in(ben).post(f"/card/{item.pk}/{what}/")
    assert Reading.objects.count() == 3
    assert seen() == before


def without_tokens(page: bytes) -> bytes:
    """A page without what is new in every answer: CSRF tokens and the ids of fresh forms."""
    import re

    page = re.sub(rb'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]+', rb"\1", page)
    return re.sub(rb'name="id" value="[^"]+"', b"", page)


def test_after_14_days_a_card_leaves_the_shelf_and_stays_readable(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    item = send(write(ann), by=ann)
    with clock.at(clock.now() + dt.timedelta(days=15)):
        assert not shelf(ben).exists()
        assert signed_in(ben).get(f"/card/{item.pk}/").status_code == 200


def test_ann_cannot_open_for_ben_and_cy_finds_nothing(couple: tuple[User, User], cy: User) -> None:
    ann, _ = couple
    item = send(write(ann, what_i_did="I lied."), by=ann)
    assert signed_in(ann).post(f"/card/{item.pk}/opening/").status_code == 404
    for action in ("opening/", "leaving/"):
        assert signed_in(cy).post(f"/card/{item.pk}/{action}").status_code == 404
    assert signed_in(cy).get(f"/card/{item.pk}/").status_code == 404
    assert not Reading.objects.exists()
