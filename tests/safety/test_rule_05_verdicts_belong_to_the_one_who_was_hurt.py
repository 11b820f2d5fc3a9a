"""Rule 5: what became of a day is for the one who was hurt to say; “missed” by the other closes it.

Broken on purpose, each for itself: `Verdict.give` in steps/promises/tracking.py let a missed day be
marked kept; `Promise.report` in steps/promises/models.py let it be reported kept. Each time a test
failed.
"""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from mend.fresh import fresh_id
from mend.identity import acting_as
from mend.refusals import Refused
from steps.promises.models import Promise
from steps.promises.tracking import Clearing, Tracking, Verdict
from steps.timeline.models import Event
from tests.people import signed_in
from tests.promises.story import opened, promised, today_of

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def promise(couple: tuple[User, User]) -> Promise:
    """Ann’s, opened by Ben, who keeps track of it with her."""
    ann, ben = couple
    promise = opened(promised(ann), ben)
    with acting_as(ben):
        Tracking.choose("together", promise=promise, by=ben)
    return promise


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
@pytest.mark.parametrize("outcome", ["kept", "broken", "excused"])
def test_a_forged_form_of_anns_or_of_a_stranger_changes_nothing(
    couple: tuple[User, User], cy: User, promise: Promise, outcome: str, headers: dict[str, str]
) -> None:
    ann, ben = couple
    address = reverse("verdict", args=[promise.pk, today_of(ann)])
    recorded = Event.objects.count()
    for client in (signed_in(ann), signed_in(cy)):
        fields = {"outcome": outcome, "writer": ben.pk, "user": ben.pk, "actor": ben.pk}
        assert client.post(address, fields, headers=headers).status_code == 404
    assert Client().post(address, {"outcome": outcome}).status_code == 302
    assert not Verdict.objects.exists()
    assert Event.objects.count() == recorded


@pytest.mark.parametrize("action", ["clearing", "clearing_end"])
def test_nor_does_she_clear_a_day_for_him(
    couple: tuple[User, User], promise: Promise, action: str
) -> None:
    ann, ben = couple
    if action == "clearing_end":
        with acting_as(ben):
            Clearing.clear(promise=promise, due_on=today_of(ann), by=ben)
    address = reverse(action, args=[promise.pk, today_of(ann)])
    before = Clearing.objects.count()
    assert signed_in(ann).post(address).status_code == 404
    assert Clearing.objects.count() == before


def test_nor_does_she_choose_how_he_keeps_track(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple
    assert signed_in(ann).post(reverse("tracking"), {"choice": "none"}).status_code == 404
    assert set(Tracking.objects.values_list("choice", flat=True)) == {"together"}


def test_missed_by_ann_closes_the_day(couple: tuple[User, User], promise: Promise) -> None:
    """To excuse is all that is left; and she does not make it kept again."""
    ann, ben = couple
    day = today_of(ann)
    assert (
        signed_in(ann)
        .post(reverse("report", args=[promise.pk, day]), said(ann, "missed"))
        .status_code
        == 302
    )
    for outcome in ("kept", "broken"):
        with acting_as(ben), pytest.raises(Refused):
            Verdict.give(outcome, promise=promise, due_on=day, by=ben)
    answer = signed_in(ann).post(reverse("report", args=[promise.pk, day]), said(ann, "kept"))
    assert answer.status_code == 409
    with acting_as(ben):
        Verdict.give("excused", promise=promise, due_on=day, by=ben)
    assert Verdict.objects.get().outcome == "excused"


def said(by: User, outcome: str) -> dict[str, str]:
    return {"id": str(fresh_id(by.pk)), "outcome": outcome, "note": ""}
