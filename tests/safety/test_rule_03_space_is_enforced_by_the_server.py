"""Rule 3: space is enforced by the server, in every delivery route; nothing bursts in at its end.

Broken on purpose, each for itself: `refuse_in_space` in steps/sharing/room.py refused nothing, and
what Ann shared was held to go; a report went at once, in `Promise.report`; a refusal kept all that
its verb had written down, as only the time of an attempt may be, and “it is done” and an ended
promise stood on Ben’s pages. Each time a test failed.
"""

import datetime as dt
import uuid
from collections.abc import Callable
from itertools import cycle
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.identity import acting_as
from mend.refusals import Refused
from steps.amends.models import Offer
from steps.promises.models import Promise
from steps.promises.reports import Report
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy, Item
from steps.sharing.kinds import KINDS, Kind
from steps.sharing.limits import Limits
from steps.sharing.room import Attempt
from steps.sharing.shelf import Reading, shelf
from steps.space.models import Space
from steps.timeline.models import Event, intact
from tests.accounts.signing import sure
from tests.people import signed_in
from tests.space.taking import ends, pages_of, takes, tick
from tests.writing import (
    THREE_MINUTES,
    send,
    write,
    write_letter,
    write_offer,
    write_promise,
)

pytestmark = pytest.mark.django_db

A_DAY = dt.timedelta(days=1)
HTMX = {"HX-Request": "true"}


@pytest.fixture
def before(couple: tuple[User, User]) -> dict[str, uuid.UUID]:
    """What stands between them before Ben takes space; ids by name."""
    ann, ben = couple
    offer = send(write_offer(ann, owed_anyway="on"), by=ann)
    promise = send(write_promise(ann), by=ann)
    for card in (offer, promise):
        Reading.open(card, by=ben)
    drafts = {"draft": write(ann).pk, "other": write_promise(ann, "I write it down.").pk}
    return {"offer": offer.pk, "promise": promise.pk, **drafts}


def today(user: User) -> str:
    return clock.today(user.time_zone).isoformat()


# What Ann may try while Ben takes space: (address, what is posted, the answer).
ROUTES: dict[str, tuple[str, Callable[[User], dict[str, Any]], int]] = {
    "share": ("/writing/{draft}/sharing/", lambda ann: {}, 409),
    "share a promise": ("/writing/{other}/sharing/", lambda ann: {}, 409),
    "say it is done": ("/offers/{offer}/carrying-out/", lambda ann: {"on": today(ann)}, 409),
    "end a promise": ("/list/{promise}/ending/", lambda ann: {}, 409),
    "pause": (
        "/list/pause/",
        lambda ann: {"until": (clock.today(ann.time_zone) + 3 * A_DAY).isoformat()},
        409,
    ),
    "end his space": ("/space/end/", lambda ann: {}, 302),
    "take space herself": ("/space/taking/", lambda ann: {"id": fresh_id(ann.pk)}, 409),
    "keep for later": ("/writing/{draft}/keeping/", lambda ann: {}, 302),
    "say it in person": ("/writing/{draft}/telling/", lambda ann: {"on": today(ann)}, 302),
    "put away": ("/space/away/", lambda ann: {}, 302),
}


@pytest.mark.parametrize(("route", "headers"), [*zip(ROUTES, cycle([HTMX, {}]), strict=False)])
def test_nothing_that_ann_does_changes_a_byte_for_ben(
    couple: tuple[User, User], before: dict[str, uuid.UUID], route: str, headers: dict[str, str]
) -> None:
    ann, ben = couple
    takes(ben)
    address, fields, status = ROUTES[route]
    seen, recorded = pages_of(ben), Event.objects.count()
    copies = Copy.objects.filter(person=ben).count()
    client = sure(ann) if route == "end his space" else signed_in(ann)
    answer = client.post(address.format(**before), fields(ann), headers=headers)
    assert answer.status_code in ((status, 200) if headers else (status,))
    with clock.at(clock.now() + THREE_MINUTES):
        tick()
    assert pages_of(ben) == seen
    assert Event.objects.count() == recorded
    assert Copy.objects.filter(person=ben).count() == copies
    assert Space.objects.filter(ended_at=None).count() == 1


def test_an_attempt_leaves_its_time_and_nothing_else(
    couple: tuple[User, User], before: dict[str, uuid.UUID]
) -> None:
    ann, ben = couple
    takes(ben)
    answer = signed_in(ann).post(f"/writing/{before['draft']}/sharing/")
    assert answer.status_code == 409
    assert "takes space" in answer.content.decode()
    assert Attempt.objects.filter(writer=ann).count() == 1
    assert Draft.objects.get(pk=before["draft"]).goes_at is None
    assert {field.name for field in Attempt._meta.fields} == {"id", "couple", "writer", "at"}


def test_the_page_offers_no_way_to_share_and_using_what_it_offers_is_no_attempt(
    couple: tuple[User, User], before: dict[str, uuid.UUID]
) -> None:
    ann, ben = couple
    client = signed_in(ann)
    preview = f"/writing/{before['draft']}/preview/"
    assert "/sharing/" in client.get(preview).content.decode()
    takes(ben)
    page = client.get(preview).content.decode()
    assert "/sharing/" not in page
    assert "Keep for later" in page
    client.post(f"/writing/{before['draft']}/keeping/")
    assert "This is kept for later." in client.get(preview).content.decode()
    assert client.post(f"/writing/{before['other']}/keeping/").status_code == 409
    client.post(f"/writing/{before['draft']}/keeping/end/")
    assert client.post(f"/writing/{before['other']}/keeping/").status_code == 302
    assert not Attempt.objects.exists()


def test_one_letter_and_one_other_thing_are_kept(couple: tuple[User, User]) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    takes(ben)
    drafts = [write(ann), write_letter(ann), write_letter(ann)]
    with acting_as(ann):
        drafts[0].keep(by=ann)
        drafts[1].keep(by=ann)
        with pytest.raises(Refused):
            drafts[2].keep(by=ann)


def a_kind(monkeypatch: pytest.MonkeyPatch, name: str, **rules: Any) -> None:
    """A kind of card that has no slice of its own yet: answers at a step, under other rules."""
    entry = KINDS["entry"]
    monkeypatch.setitem(KINDS, name, Kind(name, name, form=entry.form, item=entry.item, **rules))


@pytest.mark.parametrize("allows", [True, False])
def test_one_fixed_card_comes_if_who_takes_space_allows_it_and_nothing_else(
    couple: tuple[User, User], monkeypatch: pytest.MonkeyPatch, allows: bool
) -> None:
    ann, ben = couple
    a_kind(monkeypatch, "notice", counts_as="", comes_in_space=True)
    send(write(ann), by=ann)
    takes(ben, allows_card=allows)
    fixed, other = write(ann, kind="notice"), write(ann)
    with acting_as(ann), pytest.raises(Refused):
        other.share(by=ann)
    if allows:
        assert send(fixed, by=ann).sent_at
    else:
        with acting_as(ann), pytest.raises(Refused):
            fixed.share(by=ann)
    assert Item.objects.sent_to(ben).filter(kind="notice").exists() == allows


def test_what_is_on_its_way_when_space_begins_is_a_draft_again_and_never_goes(
    couple: tuple[User, User], before: dict[str, uuid.UUID]
) -> None:
    ann, ben = couple
    with acting_as(ann):
        Draft.objects.get(pk=before["draft"]).share(by=ann)
    seen = pages_of(ben)
    takes(ben)
    ends(ben)
    with clock.at(clock.now() + THREE_MINUTES):
        tick()
    assert Draft.objects.get(pk=before["draft"]).goes_at is None
    assert pages_of(ben) == seen
    assert not Attempt.objects.exists()


def test_reports_stay_with_ann_count_as_on_time_and_become_plain_facts_afterwards(
    couple: tuple[User, User], before: dict[str, uuid.UUID]
) -> None:
    ann, ben = couple
    began = clock.now()
    takes(ben)
    seen = pages_of(ben)
    for day in range(3):
        with clock.at(began + day * A_DAY):
            due_on = clock.today("Europe/Berlin")
            fields = {"id": fresh_id(ann.pk), "outcome": "kept", "note": f"note {day}"}
            address = f"/list/{before['promise']}/{due_on}/report/"
            assert signed_in(ann).post(address, fields).status_code == 302
            tick()
            assert f"note {day}" in signed_in(ann).get("/list/").content.decode()
    assert pages_of(ben) == seen
    made = {report.pk: report.made_at for report in Report.objects.all()}
    assert all(Report.objects.values_list("on_time", flat=True))
    with clock.at(began + 3 * A_DAY):
        quiet = pages_of(ben)["/today/"].replace("You take space", "")
        ends(ben)
        tick()
        tick()
        assert {report.pk: report.sent_at for report in Report.objects.all()} == made
        assert not shelf(ben).exists()
        assert "reported" not in pages_of(ben)["/today/"]
        assert "reported" not in quiet
        shown = pages_of(ben, f"/list/{before['promise']}/")
        assert "note 2" in shown[f"/list/{before['promise']}/"]
        assert shown["/record/"].count("Ann</b> reported a promise") == 3
    assert intact(Event.objects.filter(couple=ann.couple))


def test_at_the_end_nothing_comes_of_itself_and_what_was_kept_goes_by_a_new_press_alone(
    couple: tuple[User, User], before: dict[str, uuid.UUID]
) -> None:
    ann, ben = couple
    takes(ben)
    with acting_as(ann):
        Draft.objects.get(pk=before["draft"]).keep(by=ann)
    ends(ben)
    with clock.at(clock.now() + 30 * A_DAY):
        tick()
        assert not shelf(ben).exists()
        assert send(Draft.objects.get(pk=before["draft"]), by=ann).sent_at


def test_a_day_that_has_come_ends_it_though_the_clock_is_late(couple: tuple[User, User]) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    draft = write(ann)
    takes(ben, until=clock.today(ben.time_zone) + 3 * A_DAY)
    with acting_as(ann), pytest.raises(Refused):
        draft.share(by=ann)
    with clock.at(clock.now() + 4 * A_DAY):
        with acting_as(ann):
            draft.share(by=ann)
        tick()
        space = Space.objects.get()
    assert space.ended_at
    assert clock.date_of(space.ended_at, ben.time_zone) == clock.today(ben.time_zone) + 3 * A_DAY


def test_what_was_on_its_way_tells_its_writer_that_it_stayed(
    couple: tuple[User, User], before: dict[str, uuid.UUID]
) -> None:
    """Held back by a space or by fewer things a day, it says so, and nothing of why."""
    ann, ben = couple
    draft, client = Draft.objects.get(pk=before["draft"]), signed_in(ann)
    for hinder, end in (
        (lambda: takes(ben), lambda: ends(ben)),
        (lambda: Limits.choose(by=ben, others=0), lambda: Limits.choose(by=ben)),
    ):
        with acting_as(ann):
            draft.share(by=ann)
        assert "could not go" not in client.get("/today/").text
        with acting_as(ben):
            hinder()
        with clock.at(clock.now() + THREE_MINUTES):
            tick()
        with acting_as(ben):
            end()
        for page in ("/today/", f"/writing/{draft.pk}/"):
            assert "could not go" in client.get(page).text
            assert "could not go" not in signed_in(ben).get(page).text
        draft.refresh_from_db()
        assert not draft.is_held


def test_who_takes_space_answers_without_words(couple: tuple[User, User]) -> None:
    ann, ben = couple
    sent = send(write_offer(ann), by=ann)
    offer = Offer.objects.get(pk=sent.pk)
    takes(ben)
    with acting_as(ben):
        with pytest.raises(Refused, match="without words"):
            offer.respond("idea", by=ben, words="Your passcode.", pk=uuid.uuid4())
        assert offer.respond("no", by=ben, pk=uuid.uuid4()).sent_at


@pytest.mark.parametrize("shows_date", [True, False])
def test_ann_sees_that_ben_takes_space_his_line_and_the_day_only_if_he_shows_it(
    couple: tuple[User, User], shows_date: bool
) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    until = clock.today(ben.time_zone) + 20 * A_DAY
    takes(ben, until=until, shows_date=shows_date, line="I am at my sister’s.")
    day = f"{until:%A} {until.day} {until:%B}"
    pages = pages_of(ann)
    for page in ("/today/", "/steps/5/"):
        assert "Ben takes space" in pages[page]
        assert "I am at my sister’s." in pages[page]
        assert (day in pages[page]) == shows_date
    assert shows_date or not [page for page, text in pages.items() if day in text]
    assert day in pages_of(ben)["/stop/"]


def test_only_who_took_it_ends_it_and_no_stranger_learns_of_it(
    couple: tuple[User, User], cy: User
) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    seen = pages_of(cy)
    takes(ben, line="Please wait.")
    for client in (Client(), sure(cy), sure(ann), signed_in(ben)):
        client.post("/space/end/")
    assert Space.objects.get().ended_at is None
    assert pages_of(cy) == seen
    sure(ben).post("/space/end/")
    assert Space.objects.get().ended_at
    assert "Please wait." not in "".join(pages_of(ann).values())


def test_an_answer_of_anns_to_something_of_bens_waits_too(couple: tuple[User, User]) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    with clock.at(clock.now() + 31 * A_DAY):
        offer = Offer.objects.get(pk=send(write_offer(ben), by=ben).pk)
        promise = Promise.objects.get(pk=send(write_promise(ben), by=ben).pk)
        takes(ben)
        with acting_as(ann), pytest.raises(Refused):
            offer.respond("no", by=ann, pk=uuid.uuid4())
        assert promise.sent_at
        with acting_as(ben), pytest.raises(Refused, match="You take space"):
            write(ben).share(by=ben)
