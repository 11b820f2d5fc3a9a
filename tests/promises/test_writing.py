"""Writing a promise: what the form asks before it goes, and what the door allows."""

import datetime as dt
import uuid

import pytest

from accounts.models import User
from mend import clock
from mend.refusals import Refused, Unready
from steps.promises.change_forms import ChangeForm
from steps.promises.forms import PromiseForm
from steps.promises.models import Promise
from tests.people import person, signed_in
from tests.promises.story import MONDAY, day, days_on, ended, promised, reported, told
from tests.writing import send, tell, write_promise

pytestmark = pytest.mark.django_db


def form(**changes: object) -> PromiseForm:
    words: dict[str, object] = {
        "sentence": "I call before eight.", "rhythm": "daily", "weekdays": [],
        "starts_on": "2026-11-02", "ends_on": "2026-11-29", "measure": "", "obstacle": "",
        "plan": "",
    }  # fmt: skip
    return PromiseForm(data=words | changes, step=9)


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("sentence", {"sentence": "x" * 141}),
        ("sentence", {"sentence": "  "}),
        ("measure", {"measure": "x" * 281}),
        ("rhythm", {"rhythm": "hourly"}),
        ("weekdays", {"rhythm": "weekly"}),
        ("weekdays", {"rhythm": "weekly", "weekdays": ["7"]}),
        ("starts_on", {"starts_on": ""}),
        ("starts_on", {"starts_on": "tomorrow"}),
        ("ends_on", {"ends_on": ""}),
        ("ends_on", {"ends_on": "2026-11-01"}),
        ("ends_on", {"ends_on": "2027-01-31"}),
        ("ends_on", {"ends_on": "9999-12-31"}),
        ("ends_on", {"rhythm": "weekly", "weekdays": ["6"], "ends_on": "2026-11-04"}),
    ],
)
def test_a_mistake_is_named_at_its_field(field: str, changes: dict[str, object]) -> None:
    wrong = form(**changes)
    assert not wrong.is_valid()
    assert list(wrong.errors) == [field]


def test_a_promise_may_last_90_days_and_say_140_characters() -> None:
    assert form(ends_on="2027-01-30", sentence="é" * 140).is_valid()


def test_too_long_a_sentence_is_handed_back_whole() -> None:
    wrong = form(sentence="x" * 141)
    assert "At most 140 characters, please." in str(wrong["sentence"].errors)
    assert "x" * 141 in str(wrong["sentence"])
    assert "maxlength" not in str(wrong)


def test_a_sentence_is_one_line() -> None:
    one = form(sentence="I call\r\n before   eight.")
    assert one.is_valid()
    assert one.cleaned_words()["sentence"] == "I call before eight."


def test_a_day_of_the_week_counts_once_however_often_it_was_typed() -> None:
    many: dict[str, object] = {"rhythm": "weekly", "weekdays": ["3", "0"] * 300}
    other = ChangeForm(
        data={"promise_id": str(uuid.uuid4()), "sentence": "I call.", "ends_on": "2026-11-29"}
        | many,
        step=9,
    )
    for promise in (form(**many), other):
        assert promise.is_valid()
        assert promise.cleaned_facts()["weekdays"] == [0, 3]


def test_the_first_day_of_a_promise_is_its_first_due_day() -> None:
    weekly = form(rhythm="weekly", weekdays=["3"])
    single = form(rhythm="once", starts_on="", weekdays=["3"])
    assert weekly.is_valid()
    assert single.is_valid()
    assert weekly.cleaned_facts()["starts_on"] == dt.date(2026, 11, 5)
    assert single.cleaned_facts()["starts_on"] == dt.date(2026, 11, 29)
    assert single.cleaned_facts()["weekdays"] == []


def test_a_fresh_page_suggests_four_weeks_from_the_writers_today(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        write_promise(ann).discard()
        page = signed_in(ann).get("/list/writing/", follow=True).content.decode()
    assert 'value="2026-11-02"' in page
    assert 'value="2026-11-29"' in page


@pytest.mark.parametrize(
    "changes",
    [
        {"starts_on": "2026-11-01"},
        {"starts_on": "2026-10-01", "ends_on": "2026-10-05"},
        {"rhythm": "once", "ends_on": "2026-11-01"},
        {"starts_on": "2027-01-31", "ends_on": "2027-02-01"},
        {"rhythm": "once", "ends_on": "2027-01-31"},
    ],
)
def test_a_promise_looks_ahead_sent_or_said(
    couple: tuple[User, User], changes: dict[str, str]
) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        draft = write_promise(ann, **changes)
        for way in (send, tell):
            with pytest.raises(Unready) as unready:
                way(draft, by=ann)
            assert unready.value.form.errors
    assert not Promise.objects.exists()


def test_a_promise_of_today_made_just_before_midnight_still_goes(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    with clock.at(dt.datetime(2026, 11, 2, 22, 59, tzinfo=dt.UTC)):
        assert promised(ann).starts_on == dt.date(2026, 11, 2)


def test_today_is_where_the_writer_is(db: None) -> None:
    with clock.at(dt.datetime(2026, 11, 2, 11, tzinfo=dt.UTC)):
        east = told(person("East", time_zone="Pacific/Kiritimati"))
        west = told(person("West", time_zone="Pacific/Honolulu"))
    assert (str(east.starts_on), east.zone) == ("2026-11-03", "Pacific/Kiritimati")
    assert (str(west.starts_on), west.zone) == ("2026-11-02", "Pacific/Honolulu")


def test_a_fourth_open_promise_is_refused_sent_or_said(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promised(ann)
        told(ann)
        promised(ann)
        fourth = write_promise(ann)
        for way in (send, tell):
            with pytest.raises(Refused):
                way(fourth, by=ann)


def test_promises_on_their_way_count_as_open(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        for _number in range(3):
            write_promise(ann).share(by=ann)
        with pytest.raises(Refused):
            write_promise(ann).share(by=ann)


def test_one_that_is_over_makes_room(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        single = promised(ann, rhythm="once", ends_on="2026-11-02")
        early = promised(ann, ends_on="2026-11-29")
        promised(ann, ends_on="2026-11-19")
        reported(single, day(0), "missed", by=ann)
    with clock.at(days_on(15)):
        promised(ann, ends_on="2026-11-29")
        with pytest.raises(Refused, match="Three promises"):
            promised(ann)
        ended(early, by=ann)
        promised(ann, ends_on="2026-11-29")
        with pytest.raises(Refused, match="Three promises"):
            promised(ann)
    with clock.at(days_on(19)):
        assert promised(ann)


def test_a_card_says_when_in_words(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        promise = promised(ann, ends_on="2026-11-29")
        page = signed_in(ann).get(f"/card/{promise.pk}/").content.decode()
    assert "Every day, until 29 November" in page
