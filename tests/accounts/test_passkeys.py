"""Ann signs up, in and out with a passkey; the browser's part is in tests/story."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator as Kept
from django.core import mail
from django.test import Client

from accounts.models import Device, User
from tests.accounts.authenticator import Authenticator
from tests.accounts.signing import adds_passkey, browser, codes, hidden, question, sure, told
from tests.people import signed_in

pytestmark = pytest.mark.django_db

ANN = {"first_name": "Ann", "email": "ann@example.org", "time_zone": "America/Lima"}


def signs_up(client: Client) -> Authenticator:
    """Until the page with the recovery codes."""
    assert "Go on" in client.get("/accounts/signup/passkey/?next=/begin/").text
    answer = client.post("/accounts/signup/passkey/", ANN | {"next": "/begin/"})
    answer = client.post(answer["Location"], {"code": mail.outbox[-1].body.split()[0]})
    assert answer["Location"] == "/accounts/keys/first/"
    page, device = client.get(answer["Location"]), Authenticator()
    fields = {"name": "", "credential": device.create(question(page))}
    answer = client.post("/accounts/keys/first/", fields)
    assert answer["Location"] == "/accounts/keys/codes/?next=%2Fbegin%2F"
    return device


def sign_in(client: Client, device: Authenticator, **more: str) -> str:
    """Where it leads."""
    asked = client.get("/accounts/login/passkey/", headers={"Accept": "application/json"})
    fields = {"credential": device.get(asked.json())} | more
    answer = client.post("/accounts/login/passkey/", fields)
    return str(answer.headers.get("Location", answer.text))


def test_ann_signs_up_without_a_password_and_gets_recovery_codes_once() -> None:
    client = browser()
    signs_up(client)
    ann = User.objects.get()
    assert (ann.first_name, ann.time_zone) == ("Ann", "America/Lima")
    assert not ann.has_usable_password()
    page = client.get("/accounts/keys/codes/?next=/begin/").text
    assert len(codes(page)) == 10
    assert 'href="/begin/"' in page
    again = client.get("/accounts/keys/codes/").text
    assert codes(again) == []
    assert "not shown again" in again


def test_signing_up_asks_for_a_plain_name_too() -> None:
    answer = browser().post("/accounts/signup/passkey/", ANN | {"first_name": "www.example.com"})
    assert "errorlist" in answer.text
    assert not User.objects.exists()


def test_ann_signs_in_with_her_passkey_and_comes_where_she_wanted() -> None:
    device = signs_up(browser())
    client = browser()
    assert sign_in(client, device, next="/me/") == "/me/"
    assert client.get("/settings/").status_code == 200


def test_what_was_typed_before_waits_behind_the_passkey(ann: User) -> None:
    client = sure(ann)
    device = adds_passkey(client)
    client.get("/me/")
    Device.objects.all().delete()
    fields = {"kind": "note", "revision": "0", "note": "I took it."}
    page = client.post("/writing/00000000-0000-4000-8000-000000000000/", fields).text
    carried = hidden(page, "carried")[0]
    refused = sign_in(client, Authenticator(), carried=carried)
    assert hidden(refused, "carried")[0] == carried
    assert hidden(sign_in(client, device, carried=carried), "note") == ["I took it."]


def test_a_passkey_of_nobody_and_a_changed_answer_sign_nobody_in(ann: User) -> None:
    client = browser()
    device = adds_passkey(sure(ann))
    assert sign_in(client, Authenticator()) == "/accounts/login/"
    stranger = Authenticator()
    stranger.id, stranger.handle = device.id, device.handle
    assert sign_in(client, stranger) == "/accounts/login/"
    assert client.get("/settings/").status_code == 302
    assert "That was not it." in client.get("/accounts/login/").text


PARTS = ("clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle")
SHAPE = {"id": "eA", "rawId": "eA", "type": "public-key"}
ODD = [
    *("", "x", "null", "1", '"x"', "[]", "[1]", "{}", '{"a": 1}', '{"response": null}'),
    *(
        json.dumps(SHAPE | {"id": odd, "rawId": odd, "response": dict.fromkeys(PARTS, odd)})
        for odd in ("", "eA", "e30", "oA", "AA", "é", 4, None, [], {})
    ),
]


@pytest.mark.parametrize("odd", ODD)
def test_answers_as_no_device_gives_them_are_refused(ann: User, odd: str) -> None:
    nobody, client = browser(), sure(ann)
    adds_passkey(client)
    nobody.get("/accounts/login/passkey/", headers={"Accept": "application/json"})
    client.get("/accounts/keys/new/")
    assert nobody.post("/accounts/login/passkey/", {"credential": odd}).status_code == 302
    for path in ("/accounts/keys/new/", "/accounts/reauthenticate/passkey/"):
        assert client.post(path, {"credential": odd, "passwordless": "on"}).status_code == 200
    assert Kept.objects.filter(type="webauthn").count() == 1


def test_nobody_learns_by_signing_up_that_an_address_has_an_account(ann: User) -> None:
    new, known = (
        browser().post("/accounts/signup/passkey/", ANN | {"email": email})
        for email in ("new@example.org", ann.email)
    )
    assert new.status_code == known.status_code == 302
    assert new["Location"] == known["Location"]


def test_ann_adds_renames_and_takes_away_and_is_told_each_time_by_a_plain_mail(ann: User) -> None:
    client = sure(ann)
    adds_passkey(client)
    assert told() == (
        "Your account\nA passkey was added to your account.\n\nIf this was you, there is nothing to"
        " do. If it was not, sign in, choose a new password and sign out your other devices."
    )
    assert len(codes(client.get("/accounts/keys/codes/").text)) == 10
    page = client.get("/accounts/keys/").text
    pk = Kept.objects.get(user=ann, type="webauthn").pk
    assert "My phone" in page
    assert f'"/accounts/keys/{pk}/end/"' in page
    assert "Save" in client.get(f"/accounts/keys/{pk}/").text
    client.post(f"/accounts/keys/{pk}/", {"name": "The old one"})
    assert "The old one" in client.get("/accounts/keys/").text
    assert "The old one" in client.get(f"/accounts/keys/{pk}/end/").text
    client.post(f"/accounts/keys/{pk}/end/")
    assert "A passkey was taken off your account." in told()
    assert "You have none." in client.get("/accounts/keys/").text
    assert not Kept.objects.exists(), "recovery codes without anything to recover go, too"


def test_a_passkey_of_ann_is_nobody_elses_to_see_or_take(ann: User, ben: User) -> None:
    adds_passkey(sure(ann))
    pk = Kept.objects.get(user=ann, type="webauthn").pk
    client = sure(ben)
    for path in (f"/accounts/keys/{pk}/", f"/accounts/keys/{pk}/end/"):
        assert client.get(path).status_code == client.post(path).status_code == 404
    assert "My phone" not in client.get("/accounts/keys/").text


def test_a_passkey_without_a_name_is_called_like_the_device(ann: User) -> None:
    client = sure(ann)
    agent = "Mozilla/5.0 (Android 16; Mobile; rv:151.0) Gecko/151.0 Firefox/151.0"
    page = client.get("/accounts/keys/new/", headers={"User-Agent": agent}).text
    assert 'value="Firefox on Android"' in page


def test_with_a_passkey_the_password_alone_no_longer_signs_in(ann: User) -> None:
    device = adds_passkey(sure(ann))
    client = browser()
    fields = {"login": ann.email, "password": "a long pass phrase"}
    assert client.post("/accounts/login/", fields)["Location"] == "/accounts/login/second/"
    page = client.get("/accounts/login/second/")
    assert client.get("/settings/").status_code == 302
    fields = {"credential": device.get(question(page))}
    assert client.post("/accounts/login/second/", fields)["Location"] == "/today/"


def test_signing_up_begins_with_the_passkey_and_everywhere_a_password_is_a_choice() -> None:
    page = Client().get("/accounts/login/").text
    assert re.search(r'href="/accounts/signup/passkey/[^"]*">Make an account', page)
    assert 'href="/accounts/signup/"' in Client().get("/accounts/signup/passkey/").text
    assert 'href="/accounts/signup/passkey/"' in Client().get("/accounts/signup/").text


def test_the_prompt_of_the_device_holds_no_first_name(ann: User) -> None:
    asked = question(sure(ann).get("/accounts/keys/new/"))["creation_options"]["publicKey"]
    assert asked["rp"] == {"id": "localhost", "name": "localhost"}
    assert asked["user"]["name"] == asked["user"]["displayName"] == "ann@example.org"


def test_the_settings_lead_to_them(ann: User) -> None:
    assert 'href="/accounts/keys/"' in signed_in(ann).get("/settings/").text
