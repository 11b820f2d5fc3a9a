"""The page of what it did: for Ann her guesses, for Ben what he may answer and draw himself."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from mend import clock
from steps.impact.answers import Correction, SecondLook
from steps.impact.models import Guess
from steps.sharing.shelf import Reading
from tests.impact.drawing import correct, drawn, guessed, told
from tests.impact.test_impact import A_DAY, A_WEEK
from tests.people import signed_in
from tests.writing import send, write, write_guess, write_map

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
WAYS = pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
MOST_QUERIES = 18 + 4  # four are the test's own


def page(reader: User) -> str:
    shown = signed_in(reader).get("/steps/2/map/")
    assert shown.status_code == 200
    return str(shown.content.decode())


def post(guess: Guess, noun: str, by: User, headers: dict[str, str], **fields: Any) -> Any:
    return signed_in(by).post(f"/steps/2/map/{guess.pk}/{noun}/", fields, headers=headers)


def test_ben_sees_a_closed_card_and_may_draw_without_seeing_it(couple: tuple[User, User]) -> None:
    ann, ben = couple
    assert "nothing here needs you" in page(ben)
    assert "/steps/2/map/writing/" not in page(ben), "there is nothing to draw beside"
    item = send(write_guess(ann, money_reach="1"), by=ann)
    closed = page(ben)
    assert "You check the post now." not in closed
    assert "What Ann imagines that it did to you" in closed
    assert "/steps/2/map/writing/" in closed
    client = signed_in(ben)
    writing = client.get("/steps/2/map/writing/", follow=True).content.decode()
    assert "What did it do to your sense of safety?" in writing
    assert "You check the post now." not in writing
    assert 'id="hints"' not in writing or "hint-1" not in writing
    draft = write_map(ben)
    assert f"/writing/{draft.pk}/" in page(ben)
    assert "Both open at once" in client.get(f"/writing/{draft.pk}/preview/").content.decode()
    Reading.open(item, by=ben)
    opened = page(ben)
    for words in ("You check the post now.", "much", "Money", "<svg", "<table", "close", "partly"):
        assert words in opened


def test_ann_never_sees_a_map_that_was_not_shared_nor_one_that_she_left_closed(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    guess = guessed(ann, to=ben)
    before = page(ann)
    write_map(ben, "I lie awake.")
    assert len(page(ann)) == len(before)
    one = drawn(ben, safety="I sleep at my sister's.")
    shown = page(ann)
    assert "I sleep at my sister" not in shown
    assert "What it did to Ben" in shown
    Reading.open(one, by=ann)
    shown = page(ann)
    assert "I sleep at my sister" in shown
    assert "very much" in shown
    assert "It is drawn into the picture above." in shown
    correct(guess, by=ben, safety="partly")
    assert "Ben said how close this comes" in page(ann)
    guessed(ann, to=ben)
    assert page(ann).count("I sleep at my sister") == shown.count("I sleep at my sister")
    client = signed_in(ben)
    assert "Every word of it is taken away" in client.get(f"/card/{one.pk}/").content.decode()
    assert client.post(f"/card/{one.pk}/withdrawing/").status_code == 302
    assert "I sleep at my sister" not in page(ann)
    assert "It is drawn into the picture above." not in page(ann)
    assert "There is nothing to do." in signed_in(ann).get(f"/card/{one.pk}/").content.decode()
    assert "I sleep at my sister" in page(ben)


@WAYS
def test_each_action_can_be_repeated_and_is_its_own_persons(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    guess, spoken = guessed(ann, to=ben), told(ann)
    done = 200 if headers else 302
    for fields in ({"safety": "no"}, {"safety": "no"}, {"safety": "close", "money": "no"}, {}):
        assert post(guess, "correction", ben, headers, **fields).status_code == done
    refused = post(guess, "correction", ben, headers, safety="wrong")
    assert (refused.status_code, "errorlist" in refused.text) == (422, True)
    assert ("<html" in refused.text) is not bool(headers)
    said = Correction.objects.order_by("number").values_list("said", flat=True)
    assert list(said) == [{"safety": "no"}, {"safety": "close"}, {}], "of areas of the guess alone"
    assert post(guess, "correction", ann, headers, safety="no").status_code == 404
    assert post(guess, "look", ann, headers).status_code == 409
    assert "read it again from" in page(ann)
    with clock.at(guess.made_at + A_WEEK):
        assert "It has rested." in page(ann)
        for _twice in range(2):
            answer = post(guess, "look", ann, headers)
            assert answer.status_code == done
        assert post(guess, "look", ben, headers).status_code == 404
        assert "You read it again later." in page(ann)
        assert "read it again" not in page(ben).lower()
    if headers:
        shown = answer.content.decode()
        assert f'id="guess-{guess.pk}"' in shown
        assert 'id="plate"' in shown
        assert "<html" not in shown
    assert SecondLook.objects.get().guess_id == guess.pk != spoken.pk


def test_it_asks_as_often_for_many_as_for_one(couple: tuple[User, User]) -> None:
    ann, ben = couple
    write(ann)
    counts = []
    for day in range(2):
        with clock.at(clock.now() + 15 * day * A_DAY):
            correct(guessed(ann, to=ben), by=ben, safety="no")
            drawn(ben)
            for reader in couple:
                client = signed_in(reader)
                with CaptureQueriesContext(connection) as queries:
                    client.get("/steps/2/map/")
                counts.append(len(queries))
    assert counts[:2] == counts[2:]
    assert max(counts) <= MOST_QUERIES
