"""Two hundred at once, over HTTP: one effect, no gap in the record, and losers are told what is."""

import re
import threading
from collections import Counter
from collections.abc import Sequence

import pytest
from django.db import connections
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import Invitation, User
from mend import clock
from mend.fresh import fresh_id
from steps.promises.models import Promise
from steps.promises.reports import Report
from steps.promises.tracking import Verdict
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy, Item
from steps.sharing.tick import deliver_due
from steps.timeline.models import Event, intact
from tests.people import person, signed_in
from tests.promises.story import opened, promised, today_of
from tests.writing import THREE_MINUTES, write

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 200
GUESTS, TABS = 20, 10
HTMX = {"HX-Request": "true"}

type Press = tuple[Client, str, dict[str, object]]


def together(presses: Sequence[Press]) -> list[HttpResponse]:
    """The answers, in order; all begun at the same moment, each over its own connection."""
    gate, answers = threading.Barrier(len(presses)), {}

    def run(number: int, press: Press) -> None:
        client, address, fields = press
        gate.wait()
        try:
            answers[number] = client.post(address, fields, headers=HTMX)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(presses)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [answers[number] for number in range(len(presses))]


def tabs(user: User, number: int = AT_ONCE) -> list[Client]:
    """So many tabs of one browser."""
    client = signed_in(user)
    every = [Client() for _ in range(number)]
    for tab in every:
        tab.cookies = client.cookies.copy()
    return every


def codes(answers: list[HttpResponse]) -> Counter[int]:
    return Counter(answer.status_code for answer in answers)


@pytest.fixture
def promise(couple: tuple[User, User]) -> Promise:
    ann, ben = couple
    return opened(promised(ann), ben)


def test_200_verdicts_on_one_day_are_one(couple: tuple[User, User], promise: Promise) -> None:
    ann, ben = couple
    address = reverse("verdict", args=[promise.pk, today_of(ann)])
    answers = together([(tab, address, {"outcome": "kept"}) for tab in tabs(ben)])
    assert codes(answers) == {200: AT_ONCE}
    assert Verdict.objects.get().outcome == "kept"
    assert_record(ann, "promise", "verdict")


def test_200_reports_of_one_day_end_in_missed_and_who_said_kept_too_late_sees_it(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple
    address = reverse("report", args=[promise.pk, today_of(ann)])
    presses: list[Press] = [
        (
            tab,
            address,
            {"outcome": ("kept", "missed")[number % 2], "id": fresh_id(ann.pk), "note": ""},
        )
        for number, tab in enumerate(tabs(ann))
    ]
    answers = together(presses)
    said = list(Report.objects.order_by("number").values_list("outcome", flat=True))
    assert said in (["missed"], ["kept", "missed"])
    assert set(codes(answers)) <= {200, 409}
    losers = [answer.content.decode() for answer in answers if answer.status_code == 409]
    assert losers
    for page in losers:
        assert "What was missed stays missed." in page
        assert re.search(rf'id="day-{promise.pk}-[^"]+"', page), "the fresh row comes along"
    assert_record(ann, "promise", *["report"] * len(said))


def test_200_who_say_yes_to_one_invitation_are_one(ann: User) -> None:
    link = Invitation.invite(by=ann)
    crowd = [person(f"Guest {number}", email=f"{number}@example.org") for number in range(GUESTS)]
    address = reverse("acceptance", args=[link.token])
    presses = [(guest, (tab, address, {})) for guest in crowd for tab in tabs(guest, TABS)]
    answers = together([press for _, press in presses])
    # For everybody else it is a link like any used one.
    assert codes(answers) == {200: TABS, 404: AT_ONCE - TABS}
    winners = {
        guest.pk
        for (guest, _), answer in zip(presses, answers, strict=True)
        if answer.status_code == 200
    }
    assert winners == {Invitation.objects.get().accepted_by_id}


def test_200_presses_to_share_one_draft_are_one_delivery(couple: tuple[User, User]) -> None:
    ann, _ = couple
    draft = write(ann)
    address = reverse("sharing", args=[draft.pk])
    answers = together([(tab, address, {}) for tab in tabs(ann)])
    assert codes(answers) == {200: AT_ONCE}
    with clock.at(clock.now() + THREE_MINUTES):
        deliver_due()
        deliver_due()
    assert not Draft.objects.exists()
    assert Item.objects.get().pk == draft.pk
    assert Copy.objects.count() == 2
    assert_record(ann, "entry")


def assert_record(reader: User, *kinds: str) -> None:
    """These entries, with no gap, in an unbroken chain."""
    events = Event.objects.visible_to(reader).order_by("seq")
    assert list(events.values_list("seq", "kind")) == list(enumerate(kinds, 1))
    assert intact(events)
