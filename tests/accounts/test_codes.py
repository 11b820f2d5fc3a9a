"""Ann signs in with an app's codes and with recovery codes; at rest neither can be read."""

import base64
import secrets

import pytest
from allauth.mfa.models import Authenticator as Kept
from django.conf import settings
from django.core import mail
from django.http import HttpResponse
from django.test import Client, override_settings

from accounts.keys import rotation
from accounts.models import Device, User
from mend.keyring import SIZE, CannotOpen, Kek
from mend.locked import lock, unlock
from tests.accounts.signing import browser, codes, hidden, shown, sure, told, uses_app
from tests.people import PASSWORD
from tests.walls.test_stored import everything_stored

pytestmark = pytest.mark.django_db

NEW = {"new": Kek(secrets.token_bytes(SIZE))}


def second_step(client: Client, user: User, code: str) -> HttpResponse:
    fields = {"login": user.email, "password": PASSWORD}
    answer = client.post("/accounts/login/", fields)
    assert answer["Location"] == "/accounts/login/second/"
    return client.post("/accounts/login/second/", {"code": code})


def test_the_app_reads_a_square_of_ours_and_the_letters_beside_it(ann: User) -> None:
    page = sure(ann).get("/accounts/keys/app/")
    assert "<svg" in page.text
    assert "style=" not in page.text
    assert "data:" not in page.text


def test_a_wrong_code_does_not_begin_it(ann: User) -> None:
    client = sure(ann)
    client.get("/accounts/keys/app/")
    answer = client.post("/accounts/keys/app/", {"code": "000000"})
    assert "That was not it." in answer.text
    assert not Kept.objects.exists()


def test_ann_signs_in_with_the_code_that_her_app_shows_and_only_once_with_each(ann: User) -> None:
    letters = uses_app(sure(ann))
    code = shown(letters)
    assert second_step(browser(), ann, "000000").status_code == 200
    assert second_step(browser(), ann, code).headers["Location"] == "/today/"
    assert "That was not it." in second_step(browser(), ann, code).text


def test_recovery_codes_are_shown_once_and_each_signs_in_once(
    transactional_db: None, ann: User
) -> None:
    client = sure(ann)
    uses_app(client)
    first, second, *_ = codes(client.get("/accounts/keys/codes/").text)
    assert second_step(browser(), ann, first).headers["Location"] == "/today/"
    assert second_step(browser(), ann, first).status_code == 200
    assert "Unused: 9" in client.get("/accounts/keys/").text
    assert "no longer work" in client.get("/accounts/keys/codes/new/").text
    client.post("/accounts/keys/codes/new/")
    assert "New recovery codes were made for your account." in told()
    assert second not in codes(client.get("/accounts/keys/codes/").text)
    assert second_step(browser(), ann, second).status_code == 200


def test_beginning_and_ending_are_told_by_a_plain_mail(transactional_db: None, ann: User) -> None:
    client = sure(ann)
    uses_app(client)
    assert "An app for codes was added to your account." in told()
    assert "Stop using" in client.get("/accounts/keys/app/end/").text
    client.post("/accounts/keys/app/end/")
    assert "The app for codes was taken off your account." in told()
    assert {letter.subject for letter in mail.outbox} == {"Your account"}
    assert "Use an app" in client.get("/accounts/keys/").text


def test_at_rest_neither_secrets_nor_codes_can_be_read(ann: User) -> None:
    client = sure(ann)
    letters = uses_app(client)
    shown_once = codes(client.get("/accounts/keys/codes/").text)
    stored = everything_stored()
    raw = base64.b32decode(letters)
    for secret in (letters, raw.hex(), base64.b64encode(raw).decode(), *shown_once):
        assert secret not in stored
    (first,) = settings.KEYS
    kept = {row.type: row.data for row in Kept.objects.all()}
    assert kept["recovery_codes"]["seed"].startswith(f"{first}:")
    assert kept["totp"]["secret"].startswith(f"{first}:")


def test_the_key_can_be_changed_and_codes_go_on_working(ann: User) -> None:
    client = sure(ann)
    letters = uses_app(client)
    recovery = codes(client.get("/accounts/keys/codes/").text)[0]
    before = list(Kept.objects.order_by("pk").values_list("data", flat=True))
    with override_settings(KEYS=NEW), pytest.raises(CannotOpen, match="not in MEND_KEYS"):
        second_step(browser(), ann, shown(letters))
    rotate_all()
    after = list(Kept.objects.order_by("pk").values_list("data", flat=True))
    assert not {str(row) for row in before} & {str(row) for row in after}
    with override_settings(KEYS=NEW):
        for code in (shown(letters), recovery):
            assert second_step(browser(), ann, code).headers["Location"] == "/today/"


def rotate_all() -> None:
    """Without the command around it, which would leave the transaction of the test."""
    with override_settings(KEYS=NEW | settings.KEYS):
        while rotation.outdated():
            list(rotation.rotate())
        assert rotation.missing() == set()
    with override_settings(KEYS={"other": Kek(secrets.token_bytes(SIZE))}):
        assert rotation.missing() == {"new"}


def test_what_is_locked_opens_for_its_purpose_alone_and_only_unchanged() -> None:
    locked = lock("a secret", purpose="one")
    assert unlock(locked, purpose="one") == "a secret"
    assert lock("a secret", purpose="one") != locked
    kek, text = locked.split(":")
    changed = bytearray(base64.b64decode(text))
    changed[-1] ^= 1
    broken = f"{kek}:{base64.b64encode(changed).decode()}"
    for wrong, purpose in ((locked, "two"), (broken, "one"), (f"{kek}:?", "one"), (text, "one")):
        with pytest.raises(CannotOpen):
            unlock(wrong, purpose=purpose)


def test_what_was_typed_before_waits_behind_the_second_step(ann: User) -> None:
    client = sure(ann)
    letters = uses_app(client)
    client.get("/me/")
    Device.objects.all().delete()
    note = {"kind": "note", "revision": "0", "note": "I took it."}
    page = client.post("/writing/00000000-0000-4000-8000-000000000000/", note).text
    fields = {"login": ann.email, "password": PASSWORD, "carried": hidden(page, "carried")[0]}
    page = client.post("/accounts/login/", fields).text
    assert "One more step" in page
    fields = {"code": "000000", "carried": hidden(page, "carried")[0]}
    page = client.post("/accounts/login/second/", fields).text
    fields = {"code": shown(letters), "carried": hidden(page, "carried")[0]}
    assert hidden(client.post("/accounts/login/second/", fields).text, "note") == ["I took it."]


def test_guessing_codes_comes_to_an_end(ann: User) -> None:
    letters = uses_app(sure(ann))
    for _ in range(5):
        second_step(browser(), ann, "000000")
    answer = second_step(browser(), ann, shown(letters))
    assert answer.status_code == 200
    assert "Too many" in answer.text
