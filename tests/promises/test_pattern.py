"""The weeks as rows for the one who promised, and for who looks; and starting again after a gap."""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.identity import acting_as
from mend.refusals import Refused
from steps.promises.gaps import Gap
from steps.promises.models import Promise
from steps.promises.pattern import Pattern, pattern_of
from steps.promises.pauses import Pause
from steps.promises.picture import SHAPES, picture_of
from steps.promises.reports import Report
from steps.promises.tick import let_reports_go
from steps.promises.today import due_today
from steps.promises.tracking import Tracking
from steps.sharing.items import Item
from steps.sharing.shelf import Reading
from steps.space.models import Space
from steps.timeline.models import Event
from tests.people import signed_in
from tests.promises.story import (
    MONDAY,
    cleared,
    day,
    days_on,
    judged,
    opened,
    promised,
    reported,
    told,
    without_tokens,
)
from tests.promises.test_repairs import in_week, repaired, weekly

pytestmark = pytest.mark.django_db
LINE = "I looked away for a while."


def seen(user: User, *, own: bool) -> Pattern:
    with acting_as(user):
        return pattern_of(user, own=own)


def cells(pattern: Pattern) -> list[dict[str, list[str]]]:
    return [{name: [*map(str, said)] for name, said in row.cells.items()} for row in pattern.rows]


def two_weeks(ann: User, ben: User) -> Promise:
    """Everything that can stand in a week, and then a pause."""
    with clock.at(MONDAY):
        promise = opened(promised(ann, ends_on=day(13).isoformat()), ben)
    for number, outcome in enumerate(["kept", "kept", "kept", "missed", "missed", "change"]):
        with clock.at(days_on(number)):
            reported(promise, day(number), outcome, by=ann)
    with clock.at(days_on(6)):
        repaired(promise, 4, by=ann)
        for number, outcome in enumerate(["kept", "broken", "excused", "excused"]):
            judged(promise, day(number), outcome, by=ben)
        with acting_as(ann):
            Pause.begin(until=day(9), by=ann)
    return promise


def test_weeks_stand_as_rows_and_nothing_is_added_up(couple: tuple[User, User]) -> None:
    ann, ben = couple
    two_weeks(ann, ben)
    with clock.at(days_on(10)):
        with acting_as(ann), CaptureQueriesContext(connection) as said:
            pattern = pattern_of(ann, own=True)
        assert len(said) == 3  # the facts, the words, and the keys to them
        assert cells(pattern) == [
            {"paused": ["Monday", "Tuesday", "Wednesday"], "silent": ["Thursday"]},
            {
                "kept": ["Monday (reported as kept)"], "broken": ["Tuesday (reported as kept)"],
                "excused": ["Wednesday (reported as kept)"],
                "missed": ["Thursday (marked as excused)", "Friday"],
                "reported": ["Saturday (needs a change)"], "silent": ["Sunday"],
            },
        ]  # fmt: skip
        [thursday, friday] = pattern.rows[1].cells["missed"]
        assert (thursday.repair, friday.repair) == ("", "I call her first thing tomorrow.")
        assert cells(seen(ben, own=False)) == cells(pattern)
        for user, path in ((ann, "/list/pattern/"), (ben, "/list/pattern/theirs/")):
            page = signed_in(user).get(path).content.decode()
            assert "I call her first thing tomorrow." in page
            shown = re.sub(r"<[^>]*>", " ", page)
            assert not re.search(r"\d+ (of|out of) \d+|%|streak", shown)
    shapes = {sign.name for line in picture_of(pattern).lines for sign in line.signs}
    assert shapes == set(SHAPES)
    assert len({*SHAPES.values()}) == len(SHAPES)
    assert "Tuesday (reported as kept)" in picture_of(pattern).lines[1].name


def test_what_ben_marks_for_himself_clears_or_puts_away_changes_no_byte_for_ann(
    couple: tuple[User, User],
) -> None:
    """In his own picture a private mark has no colour, and what he cleared is left out."""
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(promised(ann), ben, "private")
        hidden = promised(ann, "I say when I am late.", rhythm="weekly", weekdays=["0"])
        reported(promise, day(0), "kept", by=ann)
        reported(hidden, day(0), "kept", by=ann)
    with clock.at(days_on(1)):
        client = signed_in(ann)
        before = without_tokens(client.get("/list/pattern/").content)
        judged(promise, day(0), "broken", by=ben)
        cleared(promise, day(1), by=ben)
        assert without_tokens(client.get("/list/pattern/").content) == before
        mine = seen(ben, own=False)
        assert cells(mine) == [{"broken": ["Monday (reported as kept, only for you)"]}]
        assert {sign.name for sign in picture_of(mine).lines[0].signs} == {
            "broken private", "reported",
        }  # fmt: skip
        with acting_as(ben):
            Reading.put_away(promise, by=ben)
        assert not seen(ben, own=False).rows
        assert without_tokens(client.get("/list/pattern/").content) == before
        assert not seen(ann, own=False).rows


def test_a_gap_is_one_row_and_a_year_of_it_too(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(weekly(ann), ben)
        reported(promise, day(0), "kept", by=ann)
    with clock.at(in_week(7)):
        reported(promise, day(49), "kept", by=ann)
    with clock.at(in_week(60)):
        for user, own in ((ann, True), (ben, False)):
            rows = seen(user, own=own).rows
            assert [(row.is_gap, row.first_on) for row in rows] == [
                (True, day(56)), (False, day(49)), (True, day(7)), (False, day(0)),
            ]  # fmt: skip
            gap = "From 9 November until and with 20 December nothing was reported"
            assert (rows[2].last_on, rows[2].title.replace(" 2026", "")) == (day(48), gap)


def test_earlier_weeks_lie_on_further_pages(couple: tuple[User, User]) -> None:
    ann, _ = couple
    for week in (0, 20, 40):
        with clock.at(in_week(week)):
            promise = weekly(ann)
            reported(promise, day(7 * week), "kept", by=ann)
    with clock.at(in_week(60)):
        client = signed_in(ann)
        newest = client.get("/list/pattern/").content.decode()
        before = re.search(r"before=([\d-]+)", newest)
        assert before
        earlier = client.get(f"/list/pattern/?before={before[1]}").content.decode()
        for typed in ("soon", "0001-01-01", "9999-12-31"):
            for path in ("/list/pattern/", "/list/pattern/theirs/"):
                assert client.get(f"{path}?before={typed}").status_code == 200
    with acting_as(ann), clock.at(in_week(60)):
        first = pattern_of(ann, own=True)
        second = pattern_of(ann, own=True, before=first.earlier)
    days = [row.first_on for page in (first, second) for row in page.rows]
    assert days == sorted(days, reverse=True)
    assert "Week of 2 November" in earlier
    assert second.earlier is None


# Starting again after a gap.


def silent_weeks(ann: User, ben: User) -> Promise:
    """A daily promise, of which nothing was reported for more than a fortnight."""
    with clock.at(MONDAY):
        promise = opened(promised(ann, ends_on=day(60).isoformat()), ben)
        reported(promise, day(0), "kept", by=ann)
    return promise


def leave_behind(by: User, line: str = "", *, is_shared: bool = False) -> Gap:
    with acting_as(by):
        return Gap.leave_behind(by=by, pk=uuid.uuid4(), line=line, is_shared=is_shared)


def test_one_tap_leaves_what_was_due_as_it_is(couple: tuple[User, User]) -> None:
    ann, ben = couple
    silent_weeks(ann, ben)
    with clock.at(days_on(22)):
        client, bens = signed_in(ann), signed_in(ben)
        pages = ("/list/", "/list/pattern/theirs/", "/record/", "/today/")
        before = [without_tokens(bens.get(path).content) for path in pages]
        page = client.get("/today/").content.decode()
        assert "Start from today?" in page
        assert "Share this line" in page
        form = {"id": re.findall(r'name="id" value="([^"]+)"', page)[0], "back": "today"}
        for _ in range(2):
            assert client.post("/list/gap/", form).status_code == 302
        with acting_as(ann):
            assert [due.day for due in due_today(ann)] == ["Today"]
        assert "That is enough for today" not in client.get("/today/").content.decode()
        assert Report.objects.count() == 1
        assert [without_tokens(bens.get(path).content) for path in pages] == before
        assert not Item.objects.sent_to(ben).filter(kind="gap").exists()
        assert LINE not in page
        assert b"Start from today?" in client.get("/list/pattern/").content
        form = {"id": form["id"][:-1] + "0", "line": "x" * 281, "back": "pattern"}
        assert client.post("/list/gap/", form).status_code == 422
        assert "x" * 281 in client.post("/list/gap/", form).content.decode()


def test_a_line_about_it_is_hers_alone_or_shared_and_one(couple: tuple[User, User]) -> None:
    ann, ben = couple
    silent_weeks(ann, ben)
    with clock.at(days_on(22)):
        kept = leave_behind(ann, LINE)
        assert leave_behind(ann, LINE) == kept
        with pytest.raises(Refused):
            leave_behind(ann, "Something else.", is_shared=True)
        assert [row.line for row in seen(ann, own=True).rows if row.is_gap] == [LINE]
        assert [row.line for row in seen(ben, own=False).rows if row.is_gap] == [""]
        assert not Event.objects.filter(kind="gap").exists()
        assert not seen(ann, own=True).gap_behind(clock.today(ann.time_zone))
    let_reports_go()
    assert not Event.objects.filter(kind="gap").exists()


def test_a_shared_line_is_told_to_ben_once_a_week_at_most(couple: tuple[User, User]) -> None:
    ann, ben = couple
    promise = silent_weeks(ann, ben)
    with clock.at(days_on(22)):
        with pytest.raises(Refused):
            leave_behind(ann, "If you tell anyone, you'll regret it.", is_shared=True)
        gap = leave_behind(ann, LINE, is_shared=True)
        assert (gap.sent_at is not None, gap.about_id) == (True, promise.pk)
        assert [row.line for row in seen(ben, own=False).rows if row.is_gap] == [LINE]
        record = signed_in(ben).get("/record/").content.decode()
        assert LINE in record
        assert "From Monday 9 November until and with Sunday 22 November" in record
        reported(promise, day(7), "missed", by=ann)  # late: the gap begins a week later now
        with pytest.raises(Refused, match="One line a week"):
            leave_behind(ann, "Another line.")
        assert leave_behind(ann).has_line is False


def test_in_bens_space_a_shared_line_waits_and_a_private_one_never_goes(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    silent_weeks(ann, ben)
    with clock.at(days_on(22)):
        with acting_as(ben):
            Space.take(by=ben, pk=uuid.uuid4())
        leave_behind(ann)
        gap = leave_behind(ann, LINE, is_shared=True)
        let_reports_go()
        assert not Item.objects.sent_to(ben).filter(kind="gap").exists()
        with acting_as(ben):
            Space.end(by=ben)
        let_reports_go()
        gap.refresh_from_db()
        assert gap.sent_at == gap.made_at
        assert Item.objects.sent_to(ben).filter(kind="gap").count() == 1
        assert Event.objects.filter(kind="gap").count() == 1


def test_where_there_is_no_gap_there_is_nothing_to_say(couple: tuple[User, User]) -> None:
    """This week is never one; nor a week with a pause, or one that was said in person alone."""
    ann, ben = couple
    with clock.at(MONDAY):
        opened(promised(ann), ben)
    with clock.at(days_on(5)), pytest.raises(Refused):
        leave_behind(ann)
    with clock.at(days_on(7)):
        spoken = leave_behind(ann, LINE, is_shared=True)
        assert spoken.sent_at is not None
    with clock.at(days_on(30)):
        with pytest.raises(Refused):
            leave_behind(ann)
        assert b"Start from today?" in signed_in(ann).get("/today/").content
        assert b"gap" not in signed_in(ann).get("/today/").content.split(b"<main")[1]


def test_a_line_about_what_was_said_in_person_stays_with_ann(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        told(ann, ends_on=day(30).isoformat())
    with clock.at(days_on(16)):
        page = signed_in(ann).get("/today/").content.decode()
        assert "A line about this time" in page
        assert "Share this line" not in page
        assert leave_behind(ann, LINE, is_shared=True).sent_at is None
    assert not Item.objects.sent_to(ben).exists()


def test_a_shared_line_names_no_week_of_what_was_only_said_in_person(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        told(ann, "I drink nothing.", ends_on=day(60).isoformat())
    with clock.at(days_on(7)):
        opened(promised(ann, ends_on=day(20).isoformat()), ben)
    with clock.at(days_on(28)):
        gap = leave_behind(ann, LINE, is_shared=True)
        assert leave_behind(ann, LINE, is_shared=True) == gap
        known = {"first": str(day(7)), "last": str(day(20))}
        assert Event.objects.get(kind="gap").facts == known
        assert [row.line for row in seen(ann, own=True).rows if row.is_gap] == [LINE]
        assert [row.line for row in seen(ben, own=False).rows] == [LINE]


def test_a_line_that_is_refused_is_handed_back(couple: tuple[User, User]) -> None:
    ann, ben = couple
    silent_weeks(ann, ben)
    with clock.at(days_on(22)):
        leave_behind(ann, LINE)
        form = {"id": str(fresh_id(ann.pk)), "line": "Another line.", "back": "pattern"}
        answer = signed_in(ann).post("/list/gap/", form)
    assert answer.status_code == 409
    assert "It stays as it is." in answer.text
    assert "Another line." in answer.text


def test_a_changed_way_of_keeping_track_hides_no_day(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(promised(ann), ben)
        reported(promise, day(0), "kept", by=ann)
        judged(promise, day(0), "kept", by=ben)
        with acting_as(ben):
            Tracking.choose("none", promise=promise, by=ben)
        assert cells(seen(ben, own=False)) == cells(seen(ann, own=True))
