"""The page of what was said: Ann's own, and what Ben may answer; with htmx and without."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from mend.fresh import fresh_id
from mend.identity import acting_as
from steps.acknowledging.models import Account
from steps.acknowledging.replies import AccountReply
from steps.journey.models import Journey
from tests.acknowledging.saying import nothing_more, reply, said, told
from tests.people import signed_in
from tests.writing import send, write, write_account

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
WAYS = pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
# Identity, session, couple, journey, room, and four for the sheets; four are the test's own.
MOST_QUERIES = 13 + 4


def page(reader: User) -> str:
    shown = signed_in(reader).get("/steps/1/account/")
    assert shown.status_code == 200
    return str(shown.content.decode())


def post(account: Account, noun: str, by: User, headers: dict[str, str], **fields: Any) -> Any:
    address = f"/steps/1/account/{account.pk}/{noun}/"
    return signed_in(by).post(address, fields, headers=headers)


def test_ben_sees_a_closed_card_then_the_words_and_an_answer_that_is_not_asked_for(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    assert "nothing here needs you" in page(ben)
    item = send(write_account(ann, honesty="lied"), by=ann)
    closed = page(ben)
    assert "I hid the card" not in closed
    assert "What Ann did, as they say it" in closed
    assert "Matches" not in closed
    assert signed_in(ben).post(f"/card/{item.pk}/opening/").status_code == 302
    opened = page(ben)
    for words in ("I hid the card from you.", "I lied about it.", "That is all of it.",
                  "It matches what I know", "Something is missing", "No details please",
                  "None of this needs an answer from you."):  # fmt: skip
        assert words in opened
    assert "Add something" not in opened


def test_ann_sees_what_she_said_in_person_and_what_was_answered(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    told(ann, what_i_did="I told your sister.")
    first = said(ann, to=ben)
    assert "something is missing" not in page(ann)
    reply(first, "missing", by=ben)
    shown = page(ann)
    for words in ("I told your sister.", "Only you see it.", "that something is missing",
                  "Add something", "There is nothing more"):  # fmt: skip
        assert words in shown
    nothing_more(first, by=ann)
    said(ann, to=ben, what="I lied in June, too.")
    shown = page(ann)
    assert "You said on" in shown
    assert shown.count("Added later") == 1
    assert "There is nothing more</button>" not in shown
    assert "I told your sister." not in page(ben)


@WAYS
def test_each_answer_is_an_action_that_can_be_repeated(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    account, done = said(ann, to=ben), 200 if headers else 302
    for _twice in range(2):
        answer = post(account, "reply", ben, headers, choice="missing")
        assert answer.status_code == done
    for _twice in range(2):
        assert post(account, "nothing-more", ann, headers).status_code == done
    for _twice in range(2):
        assert post(account, "reply/end", ben, headers).status_code == done
    assert post(account, "reply", ben, headers, choice="missing").status_code == 409
    assert post(account, "reply", ben, headers, choice="").status_code == 422
    assert post(account, "reply", ben, headers, choice="guilty").status_code == 422
    assert AccountReply.objects.count() == 3
    assert post(account, "reply", ann, headers, choice="matches").status_code == 404
    if headers:
        shown = answer.content.decode()
        assert f'id="account-{account.pk}"' in shown
        assert "<html" not in shown


def test_ben_in_space_answers_nothing_new_and_ann_says_nothing(couple: tuple[User, User]) -> None:
    """What was answered can be taken back all the same."""
    from steps.space.models import Space

    ann, ben = couple
    account = said(ann, to=ben)
    reply(account, "missing", by=ben)
    with acting_as(ben):
        Space.take(by=ben, pk=account.pk)
    assert "There is nothing more</button>" not in page(ann)
    assert post(account, "nothing-more", ann, {}).status_code == 409
    assert post(account, "reply/end", ben, {}).status_code == 302


def test_the_first_answer_of_all_goes_on_in_the_five_questions(ann: User) -> None:
    """The writing page shows the sentences to mark once there are some, and loses no word."""
    client = signed_in(ann)
    pk = fresh_id(ann.pk)
    client.post("/begin/", {"id": pk, "words": "I lied. Twice."})
    assert Journey.of(ann)
    writing = f"/writing/{pk}/"
    shown = client.get(writing).content.decode()
    assert 'value="Twice."' in shown
    assert "That is all of it." in shown
    typed = {"kind": "account", "step": "1", "revision": "1", "what_i_did": "I lied. Thrice.",
             "act": "Twice.", "honesty": "no", "look": "1"}  # fmt: skip
    assert client.post(writing, typed).status_code == 302
    preview = client.get(f"{writing}preview/")
    assert preview.status_code == 422
    assert "mark it once more" in preview.content.decode()
    client.post(writing, typed | {"act": "Thrice.", "revision": "2"})
    shown = client.get(f"{writing}preview/").content.decode()
    assert "I did not hide it, and I did not lie about it." in shown
    assert "Thrice." in shown
    assert "I did not hide it" in client.get(f"{writing}print/").content.decode()
    assert client.get("/steps/1/writing/").url.endswith("kind=account&step=1")


def test_it_asks_as_often_for_many_as_for_one(couple: tuple[User, User]) -> None:
    ann, ben = couple
    write(ann)
    reader, counts = signed_in(ben), []
    for _more in range(2):
        reply(said(ann, to=ben), "matches", by=ben)
        with CaptureQueriesContext(connection) as queries:
            reader.get("/steps/1/account/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES
