"""Each action with htmx and without: the right person, the right day, what changed as answer."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from steps.promises.models import Promise
from steps.promises.reports import Report
from steps.promises.tracking import Clearing, Tracking, Verdict
from steps.sharing.items import Copy
from tests.people import signed_in
from tests.promises.story import (
    HTMX,
    MONDAY,
    address,
    cleared,
    day,
    days_on,
    judged,
    opened,
    promised,
    report_form,
    reported,
    told,
)

pytestmark = pytest.mark.django_db

Answer = Any


@pytest.fixture
def promise(couple: tuple[User, User]) -> Promise:
    ann, ben = couple
    with clock.at(MONDAY):
        return opened(promised(ann, ends_on="2026-12-31"), ben)


@pytest.fixture(params=[{}, HTMX], ids=["plain", "htmx"])
def post(request: pytest.FixtureRequest) -> Callable[..., Answer]:
    """Post as somebody, two days after the first Monday."""

    def send(user: User, path: str, form: dict[str, str] | None = None) -> Answer:
        with clock.at(days_on(2)):
            return signed_in(user).post(path, form or {}, headers=request.param)

    return send


def is_htmx(answer: Answer) -> bool:
    return "HX-Request" in answer.wsgi_request.headers


def words_of(answer: Answer, user: User) -> str:
    """The fragments, or the page that the redirect leads to."""
    if is_htmx(answer):
        assert answer.status_code == 200
        assert "<html" not in answer.content.decode()
        return str(answer.content.decode())
    assert answer.status_code == 302
    client: Client = answer.client
    with clock.at(days_on(2)):
        return client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("outcome", ["kept", "missed", "change"])
def test_ann_reports_in_one_tap(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer], outcome: str
) -> None:
    ann, _ = couple
    answer = post(
        ann, address(promise, day(2), "report"), report_form(ann, outcome, note="So it was.")
    )
    page = words_of(answer, ann)
    assert f'id="day-{promise.pk}-{day(2)}"' in page
    assert f"mark--{outcome}" in page
    assert "So it was." in page
    assert "Reported: " in page
    assert 'id="plate"' in page
    assert Report.objects.get().outcome == outcome


def test_the_report_goes_back_to_the_page_it_came_from(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple
    at = f"#day-{promise.pk}-{day(0)}"
    with clock.at(MONDAY):
        for back, place in (
            ("today", "/today/"),
            ("list", f"/list/{at}"),
            ("promise", f"/list/{promise.pk}/?before=2026-11-09{at}"),
            ("https://example.org/", f"/list/{at}"),
        ):
            form = report_form(ann, "kept", back=back)
            answer = signed_in(ann).post(address(promise, day(0), "report"), form)
            assert answer["Location"] == place


def test_on_today_the_list_of_today_and_the_plate_come_back(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        client = signed_in(ann)
        assert "Promises for today" in client.get("/today/").content.decode()
        form = report_form(ann, "kept", back="today")
        answer = client.post(address(promise, day(0), "report"), form, headers=HTMX)
    page = answer.content.decode()
    assert 'id="promises-today"' in page
    assert "Tomorrow" in page
    assert 'class="due' not in page
    assert page.count("hx-swap-oob") == 2


def test_the_seam_that_a_report_joins_strokes_in_once(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        client = signed_in(ann)
        first, second = (
            client.post(
                address(promise, day(0), "report"), report_form(ann, outcome), headers=HTMX
            ).content.decode()
            for outcome in ("kept", "missed")
        )
    assert " just" in first
    assert " just" not in second


@pytest.mark.parametrize(
    ("changes", "told_so"),
    [
        ({"note": "x" * 281}, "At most 280 characters, please. These are 281."),
        ({"id": "not an id"}, "Please press once more."),
        ({"outcome": "perfect"}, "Please press once more."),
        ({"outcome": ""}, "Please press once more."),
    ],
)
def test_a_report_that_cannot_be_taken_keeps_what_was_typed(
    couple: tuple[User, User],
    promise: Promise,
    post: Callable[..., Answer],
    changes: dict[str, str],
    told_so: str,
) -> None:
    ann, _ = couple
    form = report_form(ann, "kept", note="Half past seven.") | changes
    answer = post(ann, address(promise, day(2), "report"), form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told_so in page
    assert form["note"] in page
    assert ("<html" in page) is not is_htmx(answer)
    assert not Report.objects.exists()


def test_on_today_a_note_that_is_too_long_comes_back_too(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        form = report_form(ann, "missed", note="x" * 281, back="today")
        answer = signed_in(ann).post(address(promise, day(0), "report"), form, headers=HTMX)
    assert answer.status_code == 422
    assert 'id="promises-today"' in answer.content.decode()
    assert "x" * 281 in answer.content.decode()


def test_odd_words_in_a_note_are_words(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer]
) -> None:
    ann, _ = couple
    note = "\u202eabc \U0001f642 e\u0301 <script>alert(1)</script>"
    answer = post(ann, address(promise, day(2), "report"), report_form(ann, "kept", note=note))
    page = words_of(answer, ann)
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


def test_a_double_press_answers_as_the_first(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer]
) -> None:
    ann, _ = couple
    form = report_form(ann, "kept", note="Once.")
    for _number in range(2):
        words_of(post(ann, address(promise, day(2), "report"), form), ann)
    assert Report.objects.count() == 1


def test_a_stale_page_that_turns_missed_into_kept_gets_the_fresh_day(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer]
) -> None:
    ann, _ = couple
    with clock.at(days_on(2)):
        reported(promise, day(2), "missed", by=ann)
    answer = post(ann, address(promise, day(2), "report"), report_form(ann, "kept"))
    assert answer.status_code == 409
    assert "What was missed stays missed." in answer.content.decode()
    assert ("mark--missed" in answer.content.decode()) is is_htmx(answer)
    assert Report.objects.get().outcome == "missed"


def test_a_day_to_come_and_a_day_that_is_none(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer]
) -> None:
    ann, ben = couple
    assert post(ann, address(promise, day(3), "report"), {"id": ""}).status_code == 404
    for user, action in ((ann, "report"), (ben, "verdict"), (ben, "clearing")):
        form = report_form(ann, "kept")
        assert post(user, address(promise, day(3), action), form).status_code == 409
        assert post(user, address(promise, day(-1), action), form).status_code == 404
        assert post(user, f"/list/{promise.pk}/2026-02-30/{action}/", form).status_code == 404
    assert post(ben, address(promise, day(-7), "agreement")).status_code == 404
    assert post(ben, address(promise, day(1), "agreement")).status_code == 404


@pytest.mark.parametrize("outcome", ["kept", "broken", "excused"])
def test_ben_marks_a_day(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer], outcome: str
) -> None:
    _, ben = couple
    answer = post(ben, address(promise, day(1), "verdict"), {"outcome": outcome})
    page = words_of(answer, ben)
    assert f"mark--{outcome}" in page
    assert f"Marked for you both: {outcome}." in page
    assert not is_htmx(answer) or 'id="plate"' not in page


def test_ben_marks_a_day_only_for_himself(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer]
) -> None:
    _, ben = couple
    with clock.at(days_on(1)):
        opened(promise, ben, "private")
    page = words_of(post(ben, address(promise, day(1), "verdict"), {"outcome": "broken"}), ben)
    assert "Marked, only for you: broken." in page
    assert "only for you" in page


def test_a_word_that_is_none_changes_nothing(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer]
) -> None:
    _, ben = couple
    answer = post(ben, address(promise, day(1), "verdict"), {"outcome": "forgiven"})
    assert answer.status_code == 422
    assert post(ben, "/list/tracking/", {"choice": "always"}).status_code == 422
    assert not Verdict.objects.exists()


def test_ben_marks_a_week_as_it_was_reported(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer]
) -> None:
    ann, ben = couple
    with clock.at(days_on(2)):
        for number, outcome in enumerate(["kept", "missed", "kept"]):
            reported(promise, day(number), outcome, by=ann)
        judged(promise, day(2), "broken", by=ben)
        shown = signed_in(ben).get("/list/").text
    days = re.findall(r'name="day" value="([^"]+)"', shown)
    assert days == [str(day(0))]
    answer = post(ben, address(promise, day(0), "agreement"), {"day": days[0]})
    page = words_of(answer, ben)
    assert "Marked as it was reported." in page
    assert "Mark this week as it was reported" not in page
    said = Verdict.objects.order_by("due_on").values_list("due_on", "outcome")
    assert list(said) == [(day(0), "kept"), (day(2), "broken")]


def test_what_ann_reports_once_ben_has_the_page_is_not_marked_with_it(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer]
) -> None:
    ann, ben = couple
    with clock.at(days_on(2)):
        for number in (0, 1, 2):
            reported(promise, day(number), "kept", by=ann)
    post(ben, address(promise, day(0), "agreement"), {"day": str(day(1))})
    assert [verdict.due_on for verdict in Verdict.objects.all()] == [day(1)]


def test_ben_clears_a_day_and_puts_it_back(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer]
) -> None:
    _, ben = couple
    page = words_of(post(ben, address(promise, day(1), "clearing")), ben)
    assert "Put it back" in page
    assert "Nobody is told." in page
    page = words_of(post(ben, address(promise, day(1), "clearing/end")), ben)
    assert "It is back on your list." in page
    assert not Clearing.objects.exists()


def test_ann_ends_a_promise_early(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer]
) -> None:
    ann, _ = couple
    page = words_of(post(ann, f"/list/{promise.pk}/ending/"), ann)
    assert "Ended early on Wednesday 4 November" in page
    promise.refresh_from_db()
    assert promise.ended_at
    with clock.at(MONDAY):
        second = promised(ann)
    answer = post(ann, f"/list/{second.pk}/ending/")
    assert answer.status_code == 409
    assert "within the last week" in answer.content.decode()


@pytest.mark.parametrize("choice", ["together", "private", "none"])
def test_ben_chooses_how_to_keep_track(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer], choice: str
) -> None:
    _, ben = couple
    page = words_of(post(ben, "/list/tracking/", {"choice": choice}), ben)
    assert ("/verdict/" in page) is (choice != "none")
    assert Tracking.of(ben, promise.journey_id) == choice
    assert "nobody is told" in page


def test_who_was_promised_nothing_has_nothing_to_keep_track_of(
    couple: tuple[User, User], cy: User, promise: Promise, post: Callable[..., Answer]
) -> None:
    ann, _ = couple
    for user in (ann, cy):
        assert post(user, "/list/tracking/", {"choice": "together"}).status_code == 404


def test_a_forged_form_finds_nothing_and_changes_nothing(
    couple: tuple[User, User], cy: User, promise: Promise, post: Callable[..., Answer]
) -> None:
    ann, ben = couple
    form = report_form(ann, "kept", choice="together")
    with clock.at(MONDAY):
        spoken = told(ann)
    unknown = Promise(pk=uuid.uuid4())
    forged = [
        (ann, promise, ("verdict", "clearing", "clearing/end", "agreement")),
        (ben, promise, ("report",)),
        (ben, spoken, ("report", "verdict", "clearing", "agreement")),
        (cy, promise, ("report", "verdict", "clearing", "clearing/end", "agreement")),
        (ann, unknown, ("report", "verdict", "clearing", "clearing/end", "agreement")),
    ]
    bodies = set()
    for user, which, actions in forged:
        for action in actions:
            answer = post(user, address(which, day(0), action), form)
            assert answer.status_code == 404, (user, action)
            bodies.add(len(answer.content))
    for user in (ben, cy):
        assert post(user, f"/list/{promise.pk}/ending/").status_code == 404
    assert not Report.objects.exists()
    assert not Verdict.objects.exists()
    assert not Clearing.objects.exists()


def test_a_promise_in_somebody_elses_name_cannot_be_made(
    couple: tuple[User, User], post: Callable[..., Answer]
) -> None:
    ann, ben = couple
    form = {
        "kind": "promise", "step": "9", "sentence": "I pay.", "rhythm": "daily",
        "writer": str(ann.pk), "starts_on": "2026-11-04", "ends_on": "2026-11-10",
    }  # fmt: skip
    assert post(ben, f"/writing/{fresh_id(ben.pk)}/", form).status_code == 404
    assert not Promise.objects.exists()


@pytest.mark.parametrize("action", ["report", "verdict", "clearing", "clearing/end", "agreement"])
def test_an_action_is_a_post(couple: tuple[User, User], promise: Promise, action: str) -> None:
    ann, ben = couple
    for user in (ann, ben):
        assert signed_in(user).get(address(promise, day(0), action)).status_code == 405


def test_ann_reports_alone_when_ben_has_left(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer]
) -> None:
    ann, ben = couple
    ben.couple.let_go(ben)
    ann.look_again()
    page = words_of(post(ann, address(promise, day(1), "report"), report_form(ann, "kept")), ann)
    assert "mark--kept" in page
    assert Copy.objects.get(version__item=Report.objects.get()).person_id == ann.pk


def test_a_cleared_day_can_still_be_marked_after_it_is_back(
    couple: tuple[User, User], promise: Promise, post: Callable[..., Answer]
) -> None:
    _, ben = couple
    with clock.at(days_on(1)):
        cleared(promise, day(1), by=ben)
    post(ben, address(promise, day(1), "clearing/end"))
    assert "Kept" in words_of(
        post(ben, address(promise, day(1), "verdict"), {"outcome": "kept"}), ben
    )
