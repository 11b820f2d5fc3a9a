"""Step 16: Ann's card for the next time, read again after a month; what she tells of herself."""

import datetime as dt

import pytest

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.identity import acting_as
from mend.refusals import Refused
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.leaving.parting import part
from steps.ownership.models import CardLook, Disclosure, Ownership, Signal
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy
from steps.sharing.room import Attempt
from steps.sharing.shelf import shelf
from steps.sharing.withdrawing import withdraw
from steps.timeline.models import Event, intact
from tests.pairing.test_pages import both, text_of
from tests.people import pair, signed_in
from tests.space.taking import ends, pages_of, takes, tick
from tests.writing import (
    THREE_MINUTES,
    send,
    tell,
    write,
    write_disclosure,
    write_ownership,
    write_plan,
)

pytestmark = pytest.mark.django_db

A_DAY = dt.timedelta(days=1)


def state(of: User) -> int | None:
    journey = Journey.of(of)
    assert journey is not None
    return states(journey).get(16)


@both
def test_a_card_is_looked_at_again_after_a_month_and_not_before(
    cy: User, headers: dict[str, str]
) -> None:
    """Alone and in person; a day that was said in the past makes the month no shorter."""
    long_ago = clock.today(cy.time_zone) - 90 * A_DAY
    card = tell(write_ownership(cy), by=cy, on=long_ago)
    client, address = signed_in(cy), f"/steps/16/looks/{card.pk}/"
    assert state(cy) == OPEN
    assert "There is nothing to do before." in client.get("/steps/16/looks/").text
    assert client.post(address, headers=headers).status_code == 409
    assert not CardLook.objects.exists()
    with clock.at(clock.now() + 30 * A_DAY):
        client = signed_in(cy)
        page = text_of(client.get("/steps/16/looks/"))
        assert "I give the card back." in page
        assert "The same day" in page
        for _ in range(2):
            answer = client.post(address, headers=headers)
            assert answer.status_code == (200 if headers else 302)
        assert "You read it again on" in client.get("/steps/16/looks/").text
        assert state(cy) == JOINED
        with acting_as(cy):
            own = Ownership.objects.get(pk=card.pk)
            CardLook.take(own, by=cy)
    assert CardLook.objects.count() == 1


@both
def test_a_card_that_was_taken_back_is_not_looked_at_again(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    """The page may be open still in another tab."""
    ann, _ben = couple
    card = send(write_ownership(ann), by=ann)
    with acting_as(ann):
        withdraw(card, by=ann)
    with clock.at(clock.now() + 31 * A_DAY):
        answer = signed_in(ann).post(f"/steps/16/looks/{card.pk}/", headers=headers)
        assert (answer.status_code, "This was taken back." in answer.text) == (409, True)
    assert not CardLook.objects.exists()


def test_the_card_says_how_soon_how_and_what_then(couple: tuple[User, User]) -> None:
    ann, ben = couple
    card = send(write_ownership(ann, way="At the table."), by=ann)
    assert "I give the card back." not in signed_in(ben).get("/today/").text
    signed_in(ben).post(f"/card/{card.pk}/opening/")
    page = text_of(signed_in(ben).get(f"/card/{card.pk}/"))
    for text in ("I tell you", "The same day", "At the table.", "I give the card back."):
        assert text in page
    assert "I give the card back." not in signed_in(ben).get("/steps/16/looks/").text
    assert signed_in(ben).post(f"/steps/16/looks/{card.pk}/").status_code == 404


def test_what_is_told_is_never_dated_back_and_never_counted(couple: tuple[User, User]) -> None:
    ann, ben = couple
    for _ in range(3):
        send(write(ann), by=ann)
    told = send(write_disclosure(ann), by=ann)
    assert told in shelf(ben)
    with acting_as(ann), pytest.raises(Refused):
        write_plan(ann).share(by=ann)
    today = clock.today(ann.time_zone)
    draft = write_disclosure(ann, "I called her in May.")
    page = signed_in(ann).get(f"/writing/{draft.pk}/preview/").text
    assert 'type="date"' not in page
    assert "nothing that you tell is dated back" in page
    assert tell(draft, by=ann, on=today - 40 * A_DAY).told_on == today
    assert state(ann) == OPEN, "telling joins nothing by itself"
    for _ in range(3):
        send(write_disclosure(ann), by=ann)
    with acting_as(ann), pytest.raises(Refused, match="enough for one day"):
        write_disclosure(ann).share(by=ann)
    tell(write_disclosure(ann), by=ann)
    takes(ben)
    with acting_as(ann), pytest.raises(Refused, match="enough for one day"):
        write_disclosure(ann).share(by=ann)


@both
def test_what_is_told_in_bens_space_counts_as_told_when_written_and_does_not_burst_in(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    takes(ben)
    seen, written = pages_of(ben), clock.now()
    draft = write_disclosure(ann)
    client = signed_in(ann)
    preview = client.get(f"/writing/{draft.pk}/preview/").text
    assert "Tell it now" in preview
    assert "Keep for later" not in preview
    for _ in range(2):
        answer = client.post(f"/writing/{draft.pk}/sharing/", headers=headers)
        assert answer.status_code == (200 if headers else 302)
        assert f"/card/{draft.pk}/" in (answer.get("HX-Redirect") or answer["Location"])
    assert "It reaches Ben once their space is over" in text_of(client.get(f"/card/{draft.pk}/"))
    assert "Told while they took space" in client.get("/steps/16/").text
    tick()
    assert pages_of(ben) == seen
    assert not Copy.objects.filter(person=ben, version__item=draft.pk).exists()
    assert not Attempt.objects.exists()
    with clock.at(written + 5 * A_DAY):
        tick()
        ends(ben)
        tick()
        tick()
        told = Disclosure.objects.get()
        assert told.sent_at == told.made_at
        assert told.sent_at - written < A_DAY
        assert told.told_on is None
        assert not shelf(ben).filter(kind="disclosure").exists(), "nothing bursts in"
        page = text_of(signed_in(ben).get("/record/"))
        assert page.count("Ann</b> told something of their own accord") == 1
        assert "I wrote to her once more." not in page
        signed_in(ben).post(f"/card/{told.pk}/opening/")
        assert "I wrote to her once more." in signed_in(ben).get("/record/").text
    assert intact(Event.objects.filter(couple=ann.couple))


def test_what_was_on_its_way_when_space_began_can_be_told_anew_and_a_threat_cannot(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    held = write_disclosure(ann)
    with acting_as(ann):
        held.share(by=ann)
    takes(ben)
    assert Draft.objects.get(pk=held.pk).goes_at is None
    with acting_as(ann):
        Draft.objects.get(pk=held.pk).share(by=ann)
        threat = write_disclosure(ann, "If you tell anyone, you'll regret it.")
        with pytest.raises(Refused, match="threat"):
            threat.share(by=ann)
    assert Disclosure.objects.count() == 1


@pytest.mark.parametrize("allows", [True, False])
def test_one_fixed_card_goes_in_a_space_that_lets_it_come(
    couple: tuple[User, User], allows: bool
) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    client = signed_in(ann)
    assert client.post("/steps/16/signal/").status_code == 409
    takes(ben, allows_card=allows)
    assert ("Send the fixed card" in client.get("/steps/16/").text) == allows
    answers = [client.post("/steps/16/signal/").status_code for _ in range(2)]
    if not allows:
        assert answers == [409, 409]
        assert not Draft.objects.filter(kind="signal").exists()
        return
    assert answers == [302, 302]
    assert Draft.objects.filter(kind="signal").count() == 1
    with clock.at(clock.now() + THREE_MINUTES):
        tick()
        assert Signal.objects.count() == 1
        again = client.post("/steps/16/signal/")
        assert (again.status_code, "One of these is enough." in again.text) == (409, True)
        card = shelf(ben).get(kind="signal")
        page = text_of(signed_in(ben).get("/today/"))
        assert "something touches your money, health or safety" in page
        signed_in(ben).post(f"/card/{card.pk}/opening/")
        answer = signed_in(ben).post(
            f"/card/{card.pk}/reply/", {"id": fresh_id(ben.pk), "choice": "thank", "words": ""}
        )
        assert answer.status_code == 302
        assert "Ben said thank you." in client.get(f"/card/{card.pk}/").text


def test_what_was_told_in_bens_space_never_goes_to_anybody_else(
    couple: tuple[User, User], cy: User
) -> None:
    """Ann leaves, and what nobody has seen goes along into what she shares with Cy."""
    ann, ben = couple
    takes(ben)
    draft = write_disclosure(ann)
    with acting_as(ann):
        draft.share(by=ann)
        part(ann.couple.pk, by=ann)
    ann, cy = User.objects.get(pk=ann.pk), User.objects.get(pk=cy.pk)
    pair(ann, cy)
    told = Disclosure.objects.get()
    assert told.couple_id == cy.couple.pk, "it went along"
    tick()
    assert Disclosure.objects.get().sent_at is None
    assert not Copy.objects.filter(person=cy).exists()
    assert "Told while they took space" in signed_in(ann).get("/steps/16/").text
