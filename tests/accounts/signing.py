"""What Ann does to sign in, and to show that it is her."""

import base64
import hmac
import json
import re
import time
from html import unescape
from typing import Any

from django.core import mail
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from tests.accounts.authenticator import Authenticator
from tests.people import PASSWORD

QUESTION = re.compile(r'<script id="passkey-question"[^>]*>(.*?)</script>', re.DOTALL)
LETTERS = re.compile(r'class="secret"[^>]*>([A-Z2-7]+)<')


def browser(user: User | None = None, **options: Any) -> Client:
    """On localhost, where passkeys work."""
    client = Client(SERVER_NAME="localhost", **options)
    if user:
        client.force_login(user)
    return client


def sure(user: User) -> Client:
    """A browser in which they have just shown that it is them."""
    client = browser(user)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def question(answer: HttpResponse) -> dict[str, Any]:
    """What a page asks of a device that keeps passkeys."""
    found = QUESTION.search(answer.text)
    assert found, answer.text
    asked: dict[str, Any] = json.loads(found[1])
    return asked


def adds_passkey(client: Client, name: str = "My phone") -> Authenticator:
    device = Authenticator()
    asked = question(client.get("/accounts/keys/new/"))
    fields = {"name": name, "credential": device.create(asked), "passwordless": "on"}
    answer = client.post("/accounts/keys/new/", fields)
    assert answer.status_code == 302, answer.text
    return device


def uses_app(client: Client) -> str:
    """The letters that the app keeps."""
    found = LETTERS.search(client.get("/accounts/keys/app/").text)
    assert found
    answer = client.post("/accounts/keys/app/", {"code": shown(found[1])})
    assert answer.status_code == 302, answer.text
    return found[1]


def shown(letters: str) -> str:
    """The code that an app shows now (RFC 6238), worked out anew."""
    counter = (int(time.time()) // 30).to_bytes(8, "big")
    digest = hmac.digest(base64.b32decode(letters), counter, "sha1")
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def codes(page: str) -> list[str]:
    """Recovery codes on their page."""
    return re.findall(r"<code>(\d{8})</code>", page)


def hidden(page: str, name: str) -> list[str]:
    found = re.findall(rf'type="hidden" name="{name}" value="([^"]*)"', page)
    return [unescape(value) for value in found]


def told() -> str:
    """The newest mail: its subject and its body."""
    return f"{mail.outbox[-1].subject}\n{mail.outbox[-1].body}"
