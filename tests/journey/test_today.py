"""Today shows one thing to who works here, and asks nothing of who was hurt."""

import datetime as dt
import re

import pytest

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from steps.guide import steps as guide
from steps.guide.evidence import DELIVERED, JOINED_IN, PROMISED
from steps.journey.models import Journey
from steps.sharing.items import Item
from steps.way import one_thing, ways
from tests.people import signed_in
from tests.writing import send, tell, write, write_promise

pytestmark = pytest.mark.django_db
A_DAY, DAY = dt.timedelta(days=1), dt.date(2026, 11, 23)
NEW = Journey()


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


def walked(known: dict[int, int], days: int) -> list[int]:
    """The steps of so many days, if each is begun on its day."""
    steps = []
    for number in range(days):
        one = one_thing(known, ways(known, NEW), DAY + number * A_DAY)
        assert one.minutes <= 5
        steps.append(one.step.number)
        known.setdefault(one.step.number, 1)
    return steps


def test_the_one_thing_follows_the_walk_through_the_parts_that_have_come() -> None:
    known: dict[int, int] = {}
    assert walked(known, 5) == [1, 2, 3, 4, 8]
    assert set(walked(dict(known), 14)) == {1, 2, 3, 4, 8, 17}, "what opens the next part, by turns"
    known[DELIVERED] = 1
    assert walked(known, 3) == [5, 7, 12]
    assert 9 in walked(dict(known), 14)
    known[PROMISED] = 1
    assert walked(known, 6) == [9, 13, 14, 10, 16, 18]
    known[JOINED_IN] = 1
    assert walked(known, 3) == [15, 11, 21], "nothing that needs two"
    joined = known | dict.fromkeys(range(1, 22), 2)
    assert walked(joined, 2) == [1, 1]


def test_the_four_parts_come_by_what_was_done_and_the_last_after_eight_weeks(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    write(ann)
    come = "Time and decisions that belong", "Small promises, kept", "Only what both of you want"
    assert [text in today(ann) for text in come] == [False, False, False]
    tell(write(ann, what_i_did="I lied."), by=ann)
    assert [text in today(ann) for text in come] == [True, False, False]
    send(write_promise(ann), by=ann)
    assert [text in today(ann) for text in come] == [True, True, False]
    bens = Item(couple=ann.couple, journey=Journey.of(ann), writer=ben, kind="entry", step=16)
    bens.sent_at = clock.now()
    bens.save()
    assert come[2] not in today(ann)
    Item.objects.filter(pk=bens.pk).update(step=15)
    assert come[2] in today(ann)
    Item.objects.filter(pk=bens.pk).update(sent_at=None, told_on=clock.today("UTC"))
    assert come[2] not in today(ann)
    with clock.at(clock.now() + 8 * 7 * A_DAY):
        page = signed_in(ann).get("/today/?from=now").text
    assert [text in page for text in come] == [True, True, True]


def test_after_a_gap_one_thing_is_asked_and_nothing_is_kept_of_the_answer(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    send(write_promise(ann), by=ann)
    start = clock.now()
    with clock.at(start + 13 * A_DAY):
        assert "Start from today?" not in today(ann)
    with clock.at(start + 15 * A_DAY):
        page = today(ann)
        assert "Start from today?" in page
        assert "One thing" not in page
        assert "Start from today?" not in today(ben)
        there = signed_in(ann).get("/today/?from=now").text
        assert "One thing for today" in there
        write(ann)
        assert "That is enough for today" in today(ann)


def test_on_a_sunday_anns_week_stands_in_four_lines_her_own_words_first(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    sunday = clock.now() + (6 - clock.today(ann.time_zone).weekday()) * A_DAY
    with clock.at(sunday - 2 * A_DAY):
        promise = send(write_promise(ann, "I call before eight."), by=ann)
        days = f"/list/{promise.pk}/{clock.today(ann.time_zone)}/report/"
        signed_in(ann).post(days, {"id": fresh_id(ann.pk), "outcome": "missed", "note": "Late."})
        write(ann, step=2, what_it_did="You lay awake, I think.")
    with clock.at(sunday - A_DAY):
        assert "Your week" not in today(ann)
    with clock.at(sunday):
        page = " ".join(today(ann).split())
        week = page[page.index("Your week") : page.index("Promises for today")]
        lines = re.findall(r"<p[^>]*>\s*(.*?)\s*</p>", week)
        assert lines == [
            "You lay awake, I think.",
            "Sent, or said in person: “Follow Through with Promises”.",
            "You reported on “I call before eight.”.",
            "Next comes: Acknowledge the Mistake. One thing a day is enough.",
        ]
        assert "Your week" not in today(ben)
    with clock.at(sunday + 7 * A_DAY):
        page = today(ann)
    for line in ("You wrote nothing this week.", "Nothing was sent", "You reported on no promise."):
        assert line in page


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
