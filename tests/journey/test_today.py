"""Today shows one thing to who works here, and asks nothing of who was hurt."""

import datetime as dt

import pytest

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from steps.guide import steps as guide
from steps.today import one_thing
from tests.people import signed_in
from tests.writing import send, write, write_promise

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)


def today(user: User) -> str:
    return signed_in(user).get("/today/").content.decode()


def test_who_is_here_for_the_first_time_is_needed_for_nothing(ann: User) -> None:
    page = today(ann)
    assert "Nothing here needs you today." in page
    assert "My page" in page


def test_having_written_is_enough_for_today_and_tomorrow_there_is_one_thing(ann: User) -> None:
    write(ann)
    assert "That is enough for today" in today(ann)
    with clock.at(clock.now() + A_DAY):
        page = today(ann)
    assert "One thing for today" in page
    assert str(guide.step(2).title) in page


def test_the_one_thing_follows_the_walk_and_never_needs_two() -> None:
    known: dict[int, int] = {}
    for _each in range(40):
        step = one_thing(known).step
        assert not step.for_two
        known[step.number] = 1
    assert one_thing(known).step.number == 1


def test_ben_sees_one_quiet_line_and_no_plate(couple: tuple[User, User]) -> None:
    ann, ben = couple
    promise = send(write_promise(ann), by=ann)
    page = today(ben)
    assert "One thing lies on the shelf" in page
    assert 'id="plate"' not in page
    signed_in(ann).post(
        f"/list/{promise.pk}/{clock.today(ann.time_zone)}/report/",
        {"id": fresh_id(ann.pk), "outcome": "kept"},
    )
    assert "Ann reported on one promise this week." in today(ben)


def test_what_ann_writes_for_herself_changes_no_byte_of_bens_today(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    client = signed_in(ben)

    def shown() -> list[str]:
        lines = client.get("/today/").content.decode().splitlines()
        return [line for line in lines if "csrf" not in line.lower()]

    before = shown()
    write(ann)
    write_promise(ann)
    assert shown() == before


def test_coming_to_the_front_page_signed_in_leads_to_today(ann: User) -> None:
    answer = signed_in(ann).get("/")
    assert (answer.status_code, answer.url) == (302, "/today/")  # type: ignore[attr-defined]
