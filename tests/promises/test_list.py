"""The page of promises: what each of the two finds on it, and what it costs."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from mend import clock
from steps.promises.models import Promise
from steps.sharing.shelf import Reading
from tests.people import pair, person, signed_in
from tests.promises.story import (
    HTMX,
    MONDAY,
    cleared,
    day,
    days_on,
    ended,
    judged,
    opened,
    promised,
    reported,
    told,
    without_tokens,
)

pytestmark = pytest.mark.django_db

MOST_QUERIES = 16


def page_of(user: User, path: str = "/list/", **headers: str) -> str:
    answer = signed_in(user).get(path, headers=headers)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def row(page: str, promise: Promise, due_on: dt.date) -> str:
    """The words of one day's row."""
    start = page.index(f'id="day-{promise.pk}-{due_on}"')
    end = re.compile(r'<li class="due|</ol>').search(page, start)
    assert end
    return re.sub(r"<[^>]+>|\s+", " ", page[start : end.start()])


def test_ann_sees_her_promise_its_plan_and_its_days(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(
            ann, ends_on="2026-11-29", measure="You hear the phone.",
            obstacle="I am on the train.", plan="I call from there.",
        )  # fmt: skip
    with clock.at(days_on(1)):
        page = page_of(ann)
    for words in (
        "<title>", "I call before eight.", "Every day, until 29 November", "In force",
        "You hear the phone.", "I am on the train.", "I call from there.", "This week",
        "next on Wednesday 4 November", "Prepare a promise", 'id="plate"',
    ):  # fmt: skip
        assert words in page
    assert re.search(r"<title>\s*List\s*</title>", page)
    assert "Kept" in row(page, promise, day(1))
    assert f"day-{promise.pk}-{day(2)}" not in page


def test_ben_finds_a_closed_card_and_after_opening_it_its_days(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        page = page_of(ben)
        assert "I call before eight." not in page
        assert f"/card/{promise.pk}/opening/" in page
        Reading.open(promise, by=ben)
        page = page_of(ben)
        assert "How would you like to keep track?" in page
        assert "verdict" not in page
        opened(promise, ben)
        assert "/verdict/" not in page_of(ben), "the day is not over, and nothing was reported"
    with clock.at(days_on(1)):
        page = page_of(ben)
    assert "How would you like to keep track?" not in page
    assert "Nothing reported" in row(page, promise, day(0))
    assert f"/list/{promise.pk}/{day(0)}/verdict/" in page
    assert "report/" not in page
    assert "ending/" not in page


def test_ben_finds_what_he_left_as_a_quiet_line(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        Reading.leave(promise, by=ben)
        page = page_of(ben)
    assert "You left it closed" in page
    assert "I call before eight." not in page
    assert "opening" not in page


def test_nobody_else_finds_anything(couple: tuple[User, User], cy: User) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        spoken = told(ann, "I sleep at my brother’s.")
        assert "There is nothing on this list" in page_of(cy)
        assert "brother" not in page_of(ben)
        assert "brother" in page_of(ann)
        for reader, hidden in ((cy, promise), (ben, spoken), (cy, spoken)):
            assert signed_in(reader).get(f"/list/{hidden.pk}/").status_code == 404


def test_the_page_of_a_closed_promise_is_its_card(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        answer = signed_in(ben).get(f"/list/{promise.pk}/")
    assert answer["Location"] == f"/card/{promise.pk}/"


@pytest.mark.parametrize("choice", ["none", "private", "together"])
def test_each_way_of_keeping_track_shows_its_buttons(
    couple: tuple[User, User], choice: str
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(promised(ann), ben, choice)
        reported(promise, day(0), "kept", by=ann)
        page = page_of(ben)
        assert ("/verdict/" in page) is (choice != "none")
        assert ("/clearing/" in page) is (choice != "none")
        if choice == "private":
            judged(promise, day(0), "kept", by=ben)
            assert "only for you" in row(page_of(ben), promise, day(0))


def test_report_and_verdict_stand_side_by_side_with_their_older_words(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(promised(ann), ben)
        reported(promise, day(0), "kept", by=ann, note="At seven.")
        reported(promise, day(0), "change", by=ann, note="It was nine.")
        judged(promise, day(0), "broken", by=ben)
        judged(promise, day(0), "excused", by=ben)
        for page in (page_of(ann), page_of(ben)):
            words = row(page, promise, day(0))
            for said in (
                "Needs a change",
                "It was nine.",
                "At seven.",
                "Excused",
                "before: broken",
            ):
                assert said in words
            assert "mark--excused" in page


def test_missed_is_never_shown_in_the_colour_of_broken(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(promised(ann), ben)
        reported(promise, day(0), "missed", by=ann)
        for page in (page_of(ann), page_of(ben)):
            assert "mark--missed" in page
            assert "mark--broken" not in page


def test_a_late_report_names_its_day(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann)
    with clock.at(days_on(3)):
        reported(promise, day(0), "kept", by=ann)
        assert "reported on 5 November" in row(page_of(ann), promise, day(0))


def test_what_ben_cleared_waits_behind_a_line_with_a_way_back(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(promised(ann), ben)
        cleared(promise, day(0), by=ben)
        page = page_of(ben)
        assert "Show what you cleared" in page
        assert "Put it back" in row(page, promise, day(0))
        assert "Show what you cleared" not in page_of(ann)


def test_ann_sees_the_same_bytes_whatever_ben_does_in_private(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        reported(promise, day(0), "kept", by=ann)
    paths = ["/list/", f"/list/{promise.pk}/", "/today/", "/record/", f"/card/{promise.pk}/"]

    client = signed_in(ann)

    def seen() -> list[bytes]:
        return [without_tokens(client.get(path).content) for path in paths]

    with clock.at(days_on(1)):
        before = seen()
        Reading.leave(promise, by=ben)
        for choice in ("together", "none", "private"):
            opened(promise, ben, choice)
        judged(promise, day(0), "broken", by=ben)
        judged(promise, day(0), "excused", by=ben)
        cleared(promise, day(1), by=ben)
        assert seen() == before
        Reading.put_away(promise, by=ben)
        assert seen() == before
        Reading.bring_back(promise, by=ben)
        opened(promise, ben, "together")
        assert seen() == before
        judged(promise, day(0), "broken", by=ben)
        assert seen() != before


def test_older_weeks_follow_by_a_link_with_and_without_htmx(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(promised(ann, ends_on="2027-01-03"), ben)
    with clock.at(days_on(26)):
        for user in (ann, ben):
            page = page_of(user)
            assert page.count('class="week"') == 2
            [link] = re.findall(r'href="(/list/[^"]+before=[^"]+)"', page)
            whole = page_of(user, link)
            assert whole.count('class="week"') == 2
            assert "<h1" not in page_of(user, link, **HTMX)
            assert f"day-{promise.pk}-{day(0)}" in page_of(user, link, **HTMX)
            assert "Earlier weeks" not in whole


@pytest.mark.parametrize("typed", ["", "abc", "2026-13-01", "99999-01-01", "0001-01-01"])
def test_an_address_changed_by_hand_is_no_error(couple: tuple[User, User], typed: str) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann)
        assert "I call before eight." in page_of(ann, f"/list/{promise.pk}/?before={typed}")
        assert "I call before eight." in page_of(ann, f"/list/?before={typed}")


def test_what_is_over_stands_below_page_by_page(couple: tuple[User, User]) -> None:
    ann, ben = couple
    for number in range(12):
        with clock.at(days_on(number * 10)):
            due = days_on(number * 10).date()
            single = promised(ann, f"Thing {number}.", rhythm="once", ends_on=str(due))
            if number % 2:
                Reading.open(single, by=ben)
            reported(single, due, "kept", by=ann)
    with clock.at(days_on(111)):
        running = promised(ann, "Still open.")
        for user in (ann, ben):
            page = page_of(user)
            [link] = re.findall(r'href="(/list/\?before=[^"]+)"', page)
            last = page_of(user, link)
            assert "Thing 1." in last
            assert "Thing 2." not in last
            assert f"{running.pk}" in last
            assert "Earlier promises" not in last
            assert ("Thing 11." in page, "Thing 1." in page) == (True, False)
        assert "Thing 10." in page_of(ann)
        assert "Thing 10." not in page_of(ben)
        assert "A promise from Ann" in page_of(ben)


def test_the_state_stands_in_plain_words(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        early = promised(ann, ends_on="2026-11-29")
        promised(ann, starts_on="2026-11-05", ends_on="2026-11-29")
        week = promised(ann)
        page = page_of(ann)
        assert "Begins on Thursday 5 November" in page
        assert "Three are open, and that is the most at a time." in page
        ended(early, by=ann)
        assert "Ended early on Monday 2 November" in page_of(ann)
    with clock.at(days_on(8)):
        page = page_of(ann, f"/list/{week.pk}/")
        assert "Closed" in page
        assert "End it early" not in page


def test_one_who_made_and_was_made_promises_sees_both(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promised(ann)
    with clock.at(days_on(40)):
        opened(promised(ann, "I write to your sister."), ben)
        promised(ben, "I cook on Fridays.")
        page = page_of(ben)
    assert "What you promised" in page
    assert "What Ann promised" in page
    assert page.index("I cook on Fridays.") < page.index("I write to your sister.")


def story(number: int, *, promises: int, weeks: int) -> tuple[User, User]:
    """Both have promised, reported and judged for so many weeks."""
    ann, ben = person(f"Ann{number}"), person(f"Ben{number}")
    pair(ann, ben)
    for writer, start in ((ann, 0), (ben, 40)):
        with clock.at(days_on(start)):
            made = [promised(writer, ends_on=str(day(start + 83))) for _ in range(promises)]
            for promise in made:
                opened(promise, ben if writer == ann else ann)
    for writer, reader in ((ann, ben), (ben, ann)):
        made = list(Promise.objects.written_by(writer))
        for due_on in made[0].schedule.dates[: weeks * 7 : 5]:
            for promise in made:
                with clock.at(days_on((due_on - day(0)).days + 1)):
                    reported(promise, due_on, "kept", by=writer, note="Done.")
                    judged(promise, due_on, "kept", by=reader)
    return ann, ben


@pytest.mark.django_db(transaction=True)
def test_the_page_asks_as_much_for_one_promise_as_for_many() -> None:
    counts = set()
    for number, (promises, weeks) in enumerate([(1, 1), (3, 6)]):
        ann, ben = story(number, promises=promises, weeks=weeks)
        with clock.at(days_on(40 + weeks * 7 - 7)):
            for user in (ann, ben):
                client = signed_in(user)
                with CaptureQueriesContext(connection) as asked:
                    assert client.get("/list/").status_code == 200
                counts.add(len([one for one in asked if one["sql"] not in ("BEGIN", "COMMIT")]))
    assert len(counts) == 1
    assert counts.pop() <= MOST_QUERIES
