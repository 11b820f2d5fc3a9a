"""Ben takes space, by the page, with and without htmx."""

import datetime as dt
from typing import Any

import pytest

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.refusals import Refused
from steps.space.models import Space, SpaceCopy
from tests.accounts.signing import sure
from tests.people import signed_in
from tests.space.taking import ends, takes
from tests.writing import send, write

pytestmark = pytest.mark.django_db

A_DAY = dt.timedelta(days=1)
HTMX = {"HX-Request": "true"}


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_ben_takes_space_and_ends_it(couple: tuple[User, User], headers: dict[str, str]) -> None:
    ann, ben = couple
    client = sure(ben)
    fields = {"id": fresh_id(ben.pk), "line": "I need a week.", "allows_card": "on"}
    for _twice in range(2):
        answer = client.post("/space/taking/", fields, headers=headers)
        assert answer.status_code == (200 if headers else 302)
    assert not headers or "You take space until you say so." in answer.content.decode()
    assert "You take space" in client.get("/today/").content.decode()
    assert Space.objects.get().allows_card
    assert SpaceCopy.objects.count() == 2
    answer = client.post("/space/end/", headers=headers)
    assert answer.status_code == (200 if headers else 302)
    assert "You take space" not in client.get("/today/").content.decode()
    assert "takes space" not in signed_in(ann).get("/today/").content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
@pytest.mark.parametrize(
    ("wrong", "status"),
    [({"line": "x" * 281}, 422), ({"until": "never"}, 422), ({"until": "2020-01-01"}, 409)],
)
def test_what_does_not_fit_is_handed_back(
    couple: tuple[User, User], headers: dict[str, str], wrong: dict[str, Any], status: int
) -> None:
    _, ben = couple
    fields = {"id": fresh_id(ben.pk), "line": "A line of mine."} | wrong
    answer = signed_in(ben).post("/space/taking/", fields, headers=headers)
    assert answer.status_code == status
    assert status == 409 or fields["line"] in answer.content.decode()
    assert not Space.objects.exists()


def test_the_only_one_who_did_a_hurt_cannot_take_space_and_is_shown_the_pause(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    page = signed_in(ann).get("/stop/").content.decode()
    assert "Taking space is for the one who was hurt." in page
    assert 'action="/space/taking/"' not in page
    assert signed_in(ann).post("/space/taking/", {"id": fresh_id(ann.pk)}).status_code == 409
    with clock.at(clock.now() + 40 * A_DAY):
        send(write(ben), by=ben)
        assert 'action="/space/taking/"' in signed_in(ann).get("/stop/").content.decode()


def test_before_anything_was_sent_anybody_else_may_take_it(couple: tuple[User, User]) -> None:
    ann, ben = couple
    write(ann)
    assert takes(ben).ended_at is None


def test_alone_there_is_nobody_to_take_space_from(cy: User) -> None:
    assert "Nobody shares this place with you" in signed_in(cy).get("/stop/").content.decode()
    assert signed_in(cy).post("/space/taking/", {"id": fresh_id(cy.pk)}).status_code == 409


def test_taken_anew_the_former_one_is_over(couple: tuple[User, User]) -> None:
    _, ben = couple
    takes(ben, line="First.")
    with pytest.raises(Refused, match="One line a week"):
        takes(ben, line="Second.")
    with clock.at(clock.now() + 7 * A_DAY):
        takes(ben, line="Second.")
    assert Space.objects.filter(ended_at=None).count() == 1
    assert "Second." in signed_in(ben).get("/stop/").content.decode()
    ends(ben)
    ends(ben)
    assert not Space.objects.filter(ended_at=None).exists()
