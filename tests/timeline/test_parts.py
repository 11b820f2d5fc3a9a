"""Parts of the record: of one person, of one kind, from one place on."""

import datetime as dt
import re

import pytest

from accounts.models import User
from mend import clock
from tests.people import signed_in
from tests.timeline.many import record_many
from tests.timeline.story import MONDAY

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def shown(reader: User, query: str = "", **options: object) -> str:
    answer = signed_in(reader).get(f"/record/{query}", **options)
    assert answer.status_code == 200
    return answer.content.decode()


def places(page: str) -> list[int]:
    return [int(seq) for seq in re.findall(r'id="entry-(\d+)"', page)]


def days(page: str) -> list[str]:
    return re.findall(r"<h2>(.+?)</h2>", page)


def test_the_newest_comes_first_under_its_day(told: tuple[User, User]) -> None:
    _, ben = told
    page = shown(ben)
    assert places(page) == list(range(13, 0, -1))
    assert days(page)[0] == "Saturday 21 November"
    assert days(page)[-1] == "Monday 16 November"
    assert "This is where it begins." in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?person=me", [12, 11, 10, 6, 4]),
        ("?person=other", [13, 9, 8, 7, 5, 3, 2, 1]),
        ("?kind=writing", [1]),
        ("?kind=offers", [6, 5, 4, 2]),
        ("?kind=list", [13, 12, 11, 10, 9, 8, 7, 3]),
        ("?kind=offers&person=me", [6, 4]),
        ("?person=both&kind=all", list(range(13, 0, -1))),
        ("?before=3", [2, 1]),
    ],
)
def test_ben_narrows_what_he_sees(told: tuple[User, User], query: str, expected: list[int]) -> None:
    _, ben = told
    page = shown(ben, query)
    assert places(page) == expected
    assert "Ann</a>" in page


def test_a_choice_is_kept_beside_the_other_and_marked(told: tuple[User, User]) -> None:
    _, ben = told
    page = shown(ben, "?person=me")
    assert 'href="/record/?person=me&amp;kind=list"' in page
    assert 'href="/record/?kind=list"' not in page
    assert page.count('aria-current="true"') == 2


def test_where_nothing_fits_the_page_says_so_and_leads_on(told: tuple[User, User]) -> None:
    _, ben = told
    assert "There is nothing of this kind." in shown(ben, "?person=me&kind=writing")
    assert "Everything</a>" in shown(ben, "?person=me&kind=writing")


def test_htmx_gets_the_narrowed_part_alone(told: tuple[User, User]) -> None:
    _, ben = told
    part = shown(ben, "?kind=offers", headers=HTMX)
    assert "<html" not in part
    assert 'id="record"' in part
    assert places(part) == [6, 5, 4, 2]


def test_earlier_entries_come_page_by_page_and_none_is_lost(couple: tuple[User, User]) -> None:
    ann, ben = couple
    record_many(ann, ben, 40)
    found, query = [], ""
    for _ in range(3):
        page = shown(ben, query)
        found += places(page)
        later = re.search(r'href="/record/(\?before=\d+)"', page)
        query = later[1] if later else ""
    assert found == list(range(40, 0, -1))
    assert not query
    assert "Back to the newest" in page


def test_on_scroll_the_entries_go_on_below_without_saying_the_day_twice(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    with clock.at(MONDAY + dt.timedelta(hours=10)):
        record_many(ann, ben, 20)
    page = shown(ben)
    assert 'hx-trigger="revealed, click"' in page
    assert 'hx-get="/record/?before=6"' in page
    below = shown(ben, "?before=6", headers=HTMX)
    assert places(below) == [5, 4, 3, 2, 1]
    assert not days(below)
    assert days(shown(ben, "?before=6"))


def test_on_scroll_a_new_day_has_its_heading(told: tuple[User, User]) -> None:
    _, ben = told
    assert days(shown(ben, "?before=4", headers=HTMX)) == ["Monday 16 November"]
    assert days(shown(ben, "?before=99", headers=HTMX))[0] == "Saturday 21 November"


@pytest.mark.parametrize(
    "query",
    [
        "?before=abc", "?before=0", "?before=-1", "?before=99999999999999999999",
        f"?before={'9' * 5000}", "?before=1.5", "?before=1e3", "?person=xyz",
        "?kind=promise", "?kind=%F0%9F%92%94", "?person=%FF",
    ],
)  # fmt: skip
def test_an_address_made_by_hand_gets_a_plain_answer(told: tuple[User, User], query: str) -> None:
    _, ben = told
    for headers in ({}, HTMX):
        assert signed_in(ben).get(f"/record/{query}", headers=headers).status_code == 404


def test_a_nul_in_an_address_is_refused(ann: User) -> None:
    assert signed_in(ann).get("/record/?before=%00").status_code == 400


def test_alone_there_is_no_other_to_choose(ann: User) -> None:
    assert "Nothing stands here yet." in shown(ann)
    assert "There is nothing of this kind." in shown(ann, "?person=other")


def test_only_reading_is_possible(told: tuple[User, User]) -> None:
    ann, ben = told
    for address in ("/record/", "/record/1/"):
        for client in (signed_in(ann), signed_in(ben)):
            assert client.post(address).status_code == 405
            assert client.delete(address).status_code == 405
