"""The page of offers: Ann's own, and what Ben may answer; with htmx and without."""

import datetime as dt
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from mend import clock
from mend.days import short_day
from mend.fresh import fresh_id
from mend.identity import acting_as
from steps.amends.models import Answer, Offer
from steps.amends.results import CarryingOut, FeltResult
from steps.journey.models import Journey
from steps.sharing.shelf import Reading
from steps.sharing.withdrawing import withdraw
from tests.amends.offering import answer, carry_out, offered, told
from tests.people import signed_in
from tests.writing import send, write_offer

pytestmark = pytest.mark.django_db

MOST_QUERIES = 13 + 4  # a test is a transaction already: four for the identity inside of it
SPRING = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
HTMX = {"HX-Request": "true"}
WAYS = pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])


def page(reader: User) -> str:
    shown = signed_in(reader).get("/offers/")
    assert shown.status_code == 200
    return without_tokens(shown.content.decode())


def without_tokens(shown: str) -> str:
    """Without what is new in every answer: CSRF tokens and the ids of forms not sent yet."""
    shown = re.sub(r'name="id" value="[^"]+"', "", shown)
    return re.sub(r"[A-Za-z0-9]{64}", "", shown)


def post(offer: Offer, noun: str, by: User, headers: dict[str, str], **fields: Any) -> Any:
    return signed_in(by).post(f"/offers/{offer.pk}/{noun}/", fields, headers=headers)


def fields(by: User, choice: str = "yes", words: str = "") -> dict[str, str]:
    return {"id": str(fresh_id(by.pk)), "choice": choice, "words": words}


def title(shown: str) -> str:
    found = re.search(r"<title>\s*(.*?)\s*</title>", shown, re.S)
    return found[1] if found else ""


def test_ann_sees_what_she_offers_and_can_prepare_more(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offered(ann, to=ben, cost="Four weekends.", by_date="2026-12-01", owed_anyway="on")
    told(ann, what="I told your sister the truth.")
    shown = page(ann)
    for words in ("I repaint the kitchen.", "Four weekends.", "I told your sister the truth."):
        assert words in shown
    for fact in (
        "Effort",
        short_day(dt.date(2026, 12, 1)),
        "This will be done whatever the answer is.",
        "Only you see it.",
    ):
        assert fact in shown
    assert 'href="/offers/writing/"' in shown
    assert 'id="plate"' in shown
    assert title(shown) == "Steps"


def test_ben_sees_the_closed_card_and_then_the_offer(couple: tuple[User, User]) -> None:
    ann, ben = couple
    item = send(write_offer(ann), by=ann)
    closed = page(ben)
    assert "I repaint the kitchen." not in closed
    assert f"/card/{item.pk}/opening/" in closed
    assert title(closed) == "List"
    Reading.open(item, by=ben)
    opened = page(ben)
    assert "I repaint the kitchen." in opened
    for choice in ("Yes", "Another idea", "Not now", "No thanks"):
        assert choice in opened
    assert "None of these needs an answer from you." in opened
    assert 'id="plate"' not in opened


def test_what_is_told_in_person_is_anns_alone(couple: tuple[User, User]) -> None:
    ann, ben = couple
    told(ann)
    assert "I repaint the kitchen." not in page(ben)
    assert "nothing here needs you" in page(ben)


def test_what_ben_opens_or_leaves_changes_no_byte_for_ann(couple: tuple[User, User]) -> None:
    ann, ben = couple
    items = [send(write_offer(ann), by=ann) for _ in range(2)]
    before = page(ann)
    Reading.open(items[0], by=ben)
    Reading.leave(items[1], by=ben)
    assert page(ann) == before


def test_silence_is_never_labelled(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(SPRING):
        offered(ann, to=ben)
        before = page(ann)
        for days in (1, 30, 60):
            with clock.at(SPRING + dt.timedelta(days=days)):
                assert page(ann) == before
    assert not re.search("unanswered|waiting|pending|reminder", before + page(ben), re.I)


@WAYS
def test_ben_answers_and_the_sheet_says_so(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    done = post(offer, "answer", ben, headers, **fields(ben, "idea", "The hallway first."))
    if headers:
        assert done.status_code == 200
        assert f'id="offer-{offer.pk}"' in done.content.decode()
        assert "You have another idea." in done.content.decode()
        assert 'hx-swap-oob="innerHTML:#said"' in done.content.decode()
        assert "<html" not in done.content.decode()
        assert 'id="plate"' not in done.content.decode()
    else:
        assert (done.status_code, done.url) == (302, f"/offers/#offer-{offer.pk}")
        assert "Your answer is sent." in done.client.get(done.url).text
    assert "The hallway first." in page(ben)
    assert "Ben has another idea." in page(ann)
    assert "The hallway first." in page(ann)


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ("yes", "Ben said yes."),
        ("later", "Ben said “not now”. There is nothing to do."),
        ("no", "Ben said “no thanks”. Making the offer was your part."),
    ],
)
def test_each_answer_is_one_plain_sentence(
    couple: tuple[User, User], choice: str, sentence: str
) -> None:
    ann, ben = couple
    answer(offered(ann, to=ben), choice, by=ben)
    assert sentence in page(ann)


@WAYS
def test_the_same_form_sent_twice_answers_as_the_first(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    offer, form = offered(ann, to=ben), fields(ben, "later")
    first, second = (post(offer, "answer", ben, headers, **form) for _ in range(2))
    assert first.status_code == second.status_code
    assert Answer.objects.count() == 1


@WAYS
@pytest.mark.parametrize(
    "typed",
    [
        {"choice": "", "words": "Not sure yet."},
        {"choice": "forgiven", "words": "Not sure yet."},
        {"choice": "yes", "words": "Not sure yet." + "x" * 268},
        {"choice": "yes", "words": "Not sure yet.", "id": "7"},
    ],
    ids=["no choice", "made up", "281 characters", "no id"],
)
def test_an_unfinished_answer_keeps_what_was_typed(
    couple: tuple[User, User], headers: dict[str, str], typed: dict[str, str]
) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    refused = post(offer, "answer", ben, headers, **(fields(ben) | typed))
    assert refused.status_code == 422
    shown = refused.content.decode()
    assert "Not sure yet." in shown
    assert "errorlist" in shown
    assert ("<html" in shown) is not bool(headers)
    assert not Answer.objects.exists()


@WAYS
def test_ann_says_when_it_was_done_and_the_seam_joins(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben, owed_anyway="on")
    today = clock.today(ann.time_zone)
    done = post(offer, "carrying-out", ann, headers, on=today.isoformat())
    if headers:
        shown = done.content.decode()
        assert 'id="plate"' in shown
        assert 'hx-swap-oob="true"' in shown
        assert "gold just" in shown
        assert f"You did it on {short_day(today)}." in shown
    else:
        assert (done.status_code, done.url) == (302, f"/offers/#offer-{offer.pk}")
    assert "It is done</button>" not in page(ann)
    assert f"Ann did it on {short_day(today)}." in page(ben)
    assert "It did not" in page(ben)


@WAYS
@pytest.mark.parametrize("day", ["2999-01-01", "yesterday", "", "2026-02-30"])
def test_a_day_that_cannot_be_is_handed_back(
    couple: tuple[User, User], headers: dict[str, str], day: str
) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben, owed_anyway="on")
    refused = post(offer, "carrying-out", ann, headers, on=day)
    assert refused.status_code == 422
    assert f'value="{day}"' in refused.content.decode() or not day
    assert not CarryingOut.objects.exists()


@WAYS
def test_a_yes_taken_back_meanwhile_is_a_409_with_how_it_stands(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    answer(offer, "yes", by=ben)
    assert "It is done</button>" in page(ann)
    answer(offer, "later", by=ben)
    with clock.at(clock.now() + dt.timedelta(days=1)):
        today = clock.today(ann.time_zone).isoformat()
        refused = post(offer, "carrying-out", ann, headers, on=today)
    assert refused.status_code == 409
    assert "On that day there was no yes any more." in refused.content.decode()
    assert ("Ben said “not now”." in refused.content.decode()) is bool(headers)
    assert not CarryingOut.objects.exists()


@WAYS
@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        ("helped", "Ben said that it helped."),
        ("little", "Ben said that it helped a little."),
        ("not", "Ben said that it did not help."),
    ],
)
def test_ben_says_how_it_was(
    couple: tuple[User, User], headers: dict[str, str], result: str, sentence: str
) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben, owed_anyway="on")
    assert post(offer, "feeling", ben, headers, result=result).status_code == 409
    carry_out(offer, by=ann)
    assert post(offer, "feeling", ben, headers, result="great").status_code == 422
    done = post(offer, "feeling", ben, headers, result=result)
    assert done.status_code == (200 if headers else 302)
    assert sentence in page(ann)
    assert FeltResult.objects.count() == 1


def test_what_ann_took_back_has_no_form_for_another_answer(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    answer(offer, "yes", by=ben)
    assert "Change this" in page(ben)
    with acting_as(ann):
        withdraw(offer, by=ann)
    shown = page(ben)
    assert "Ann took it back on" in shown
    assert "Change this" not in shown
    assert "Take my answer back" in shown


@WAYS
def test_forged_forms_find_nothing(
    couple: tuple[User, User], cy: User, headers: dict[str, str]
) -> None:
    ann, ben = couple
    offer, private = offered(ann, to=ben, owed_anyway="on"), told(ann)
    used = send(write_offer(ann), by=ann).pk
    for by, target, noun in (
        (ann, offer, "answer"), (ann, offer, "feeling"), (ben, offer, "carrying-out"),
        (ben, private, "answer"), (ben, private, "carrying-out"), (cy, offer, "answer"),
        (cy, offer, "carrying-out"), (cy, offer, "feeling"),
    ):  # fmt: skip
        form = fields(ben) | {"on": clock.today(ann.time_zone).isoformat(), "result": "helped"}
        assert post(target, noun, by, headers, **form).status_code == 404
    assert (
        post(offer, "answer", ben, headers, **(fields(ben) | {"id": str(used)})).status_code == 404
    )
    assert not Answer.objects.exists()
    assert not CarryingOut.objects.exists()


def test_the_actions_are_posts(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer = offered(ann, to=ben)
    for noun in ("answer", "carrying-out", "feeling"):
        assert signed_in(ben).get(f"/offers/{offer.pk}/{noun}/").status_code == 405


def test_one_can_be_both(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(clock.now() - dt.timedelta(days=40)):
        Journey.begin(by=ann)
        offered(ann, to=ben)
    offered(ben, to=ann, what="I drive your mother.")
    shown = page(ann)
    assert "I repaint the kitchen." in shown
    assert "I drive your mother." in shown
    assert shown.count("<h1") == 1


def test_alone_the_page_is_kind(ann: User) -> None:
    assert "nothing here needs you" in page(ann)
    assert "/offers/writing/" not in page(ann)
    Journey.begin(by=ann)
    assert "You have not offered anything yet." in page(ann)


def test_the_page_asks_the_same_for_one_offer_and_for_many(couple: tuple[User, User]) -> None:
    ann, ben = couple
    answer(offered(ann, to=ben, owed_anyway="on"), "yes", by=ben, words="Fine.")
    before = [queries(reader) for reader in couple]
    assert max(before) <= MOST_QUERIES
    for number in range(5):
        with clock.at(clock.now() + dt.timedelta(days=2 * number + 2)):
            offer = offered(ann, to=ben, owed_anyway="on")
            answer(offer, "yes", by=ben, words="Fine.")
            carry_out(offer, by=ann)
        offer.feel("helped", by=ben)
    assert [queries(reader) for reader in couple] == before


def queries(reader: User) -> int:
    client = signed_in(reader)
    client.get("/offers/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/offers/")
    return len(asked)
