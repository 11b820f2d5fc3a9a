"""Before what would hurt most, Ann shows that it is her; nothing that she sent is lost."""

import pytest
from django.test import Client

from accounts.models import User
from tests.accounts.authenticator import Authenticator
from tests.accounts.signing import (
    adds_passkey,
    browser,
    hidden,
    question,
    shown,
    sure,
    uses_app,
)
from tests.people import PASSWORD, signed_in

pytestmark = pytest.mark.django_db

GUARDED = "/settings/devices/mine/"


def test_looking_leads_to_the_question_and_back(ann: User) -> None:
    client = browser(ann)
    answer = client.get("/accounts/keys/app/")
    assert answer["Location"] == "/accounts/reauthenticate/?next=%2Faccounts%2Fkeys%2Fapp%2F"
    page = client.get(answer["Location"]).text
    assert hidden(page, "next") == ["/accounts/keys/app/"]
    fields = {"password": PASSWORD, "next": "/accounts/keys/app/"}
    assert client.post("/accounts/reauthenticate/", fields)["Location"] == "/accounts/keys/app/"
    assert client.get("/accounts/keys/app/").status_code == 200


def test_what_was_sent_waits_for_the_answer_and_is_then_sent_by_hand(ann: User) -> None:
    client = browser(ann)
    answer = client.post(GUARDED, {"words": "I took “it”.", "also": ["one", "two"]})
    assert answer.status_code == 401
    assert "Is it you?" in answer.text
    assert "I took" not in answer.text
    carried = hidden(answer.text, "carried")[0]
    assert "words" not in str(dict(client.session)), "nothing of it lies on the server"
    page = client.post("/accounts/reauthenticate/", {"password": "no", "carried": carried}).text
    assert hidden(page, "carried") == [carried]
    page = client.post("/accounts/reauthenticate/", {"password": PASSWORD, "carried": carried}).text
    assert f'action="{GUARDED}"' in page
    assert hidden(page, "words") == ["I took “it”."]
    assert hidden(page, "also") == ["one", "two"]
    assert client.post(GUARDED).status_code == 409, "asked and answered; now the rule speaks"


def test_what_ann_sent_is_not_there_for_ben(ann: User, ben: User) -> None:
    carried = hidden(browser(ann).post(GUARDED, {"words": "I took it."}).text, "carried")[0]
    fields = {"password": PASSWORD, "carried": carried}
    answer = browser(ben).post("/accounts/reauthenticate/", fields)
    assert answer.status_code == 302


def test_htmx_is_told_and_leaves_the_page_as_it_is(ann: User) -> None:
    answer = browser(ann).post(GUARDED, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (401, b"")


def test_passwords_that_were_sent_are_not_carried(ann: User) -> None:
    client = browser(ann)
    answer = client.post("/accounts/email/", {"action_add": "", "email": "new@example.org"})
    assert answer.status_code in {200, 302}
    assert hidden(answer.text, "carried") == []
    assert "new@example.org" not in str(dict(client.session))


def test_an_answer_counts_for_five_minutes(ann: User, monkeypatch: pytest.MonkeyPatch) -> None:
    client = sure(ann)
    assert client.get("/accounts/keys/app/").status_code == 200
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 301
    session.save()
    assert client.get("/accounts/keys/app/").status_code == 302


def test_a_passkey_and_a_code_are_answers_too(ann: User) -> None:
    client = sure(ann)
    device, letters = adds_passkey(client), uses_app(client)
    ways = {
        "/accounts/reauthenticate/passkey/": lambda page: {
            "credential": device.get(question(page))
        },
        "/accounts/reauthenticate/code/": lambda page: {"code": shown(letters)},
        "/accounts/reauthenticate/": lambda page: {"password": PASSWORD},
    }
    for path, answers in ways.items():
        client = browser(ann)
        page = client.post(GUARDED, {"words": "I took it."})
        for way in ways:
            assert f'action="{way}"' in page.text
        fields = answers(page) | {"carried": hidden(page.text, "carried")[0]}
        assert hidden(client.post(path, fields).text, "words") == ["I took it."], path
        assert client.post(GUARDED).status_code == 302, path


def test_a_wrong_passkey_is_told_and_nothing_is_lost(ann: User) -> None:
    adds_passkey(sure(ann))
    client = browser(ann)
    page = client.post(GUARDED, {"words": "I took it."})
    wrong = Authenticator().get(question(page))
    fields = {"credential": wrong, "carried": hidden(page.text, "carried")[0]}
    page = client.post("/accounts/reauthenticate/passkey/", fields)
    assert "That was not it." in page.text
    assert hidden(page.text, "carried")[0] == fields["carried"]


def test_trying_again_and_again_is_stopped_and_says_for_how_long(ann: User) -> None:
    client = browser(ann)
    answers = [client.post("/accounts/reauthenticate/", {"password": "no"}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert answers[-1].headers["Retry-After"] == "300"
    assert "That was a lot at once." in answers[-1].text


def test_what_strangers_try_from_outside_keeps_nobody_from_leaving(ann: User) -> None:
    """Wrong passwords for her address, from another browser."""
    for _ in range(8):
        Client().post("/accounts/login/", {"login": ann.email, "password": "a wrong one"})
    client = signed_in(ann)
    client.post("/settings/copy/export/")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert client.post("/settings/copy/export/")["Content-Type"] == "application/zip"
