"""Rule 12: on a device that others hold nothing stays, and what hurts most is asked for twice.

Broken on purpose, each for itself: HeadersMiddleware in mend/headers.py left out no-store; ending a
space in steps/space/views.py was not `only_if_sure`. Each time a test failed. What lies in the
browser after every page was visited is looked at in tests/story/test_pages.py, idleness and the
list of devices in tests/accounts/test_devices.py.
"""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from accounts.devices.models import IDLE
from accounts.models import User
from mend.headers import HEADERS
from tests.people import signed_in
from tests.test_canary import PAGES, address_of
from tests.world import World, whole_world

HTMX = {"HX-Request": "true"}
ASKED_TWICE = ("export", "parting", "erasing", "space_end", "mine")
KEPT_APART = {
    "Cache-Control": "no-store", "Referrer-Policy": "same-origin", "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin", "X-Content-Type-Options": "nosniff",
}  # fmt: skip


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), whole_world() as world:
        yield world


@pytest.mark.parametrize(("name", "headers"), [("Ann", {}), ("Ben", HTMX), ("nobody", {})])
def test_no_page_is_kept_or_shown_elsewhere(
    world: World, name: str, headers: dict[str, str]
) -> None:
    for row in PAGES:
        answer = world.clients[name].get(address_of(row, world), headers=headers)
        got = {key: answer.headers.get(key) for key in HEADERS | KEPT_APART}
        assert got == HEADERS | KEPT_APART, row


def test_signing_out_clears_what_the_browser_keeps(world: World) -> None:
    answer = signed_in(world.cy).post(reverse("account_logout"))
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
@pytest.mark.parametrize("name", ASKED_TWICE)
def test_whoever_finds_the_device_open_is_asked_who_they_are(
    world: World, name: str, headers: dict[str, str]
) -> None:
    assert signed_in(world.ben).post(reverse(name), headers=headers).status_code == 401


def test_a_quarter_of_an_hour_without_a_sign_is_enough() -> None:
    assert dt.timedelta(minutes=15) == IDLE


@pytest.mark.django_db
def test_a_cookie_is_out_of_reach_of_scripts_and_other_sites(ann: User) -> None:
    client = Client()
    client.post("/accounts/login/", {"login": ann.email, "password": "a long pass phrase"})
    [session] = [cookie for name, cookie in client.cookies.items() if "session" in name]
    assert session["httponly"]
    assert session["samesite"] == "Lax"
