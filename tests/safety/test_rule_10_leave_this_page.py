"""Rule 10: leave this page, on every page, by mouse, by keyboard, and without JavaScript.

Broken on purpose, each for itself, in static/js/mend.js and accounts/safety/views.py: the address
was assigned instead of replaced, any key counted as Shift, the five seconds were not looked at, an
installed app went elsewhere, the session was kept. Each time a test failed.
"""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import User
from tests.look.test_script import HOME, chromium, opened
from tests.people import signed_in

__all__ = ["chromium"]

# No browser can be told over its wire that it shows an installed app.
INSTALLED = """
const asked = window.matchMedia.bind(window);
window.matchMedia = (query) =>
  query === "(display-mode: standalone)" ? { matches: true } : asked(query);
"""
ELSEWHERE = {"leave": {"body": "Elsewhere"}, "leave/?stay": {"body": "Closed"}}


def has_left(page: Page) -> None:
    """And the way back does not lead to the page that was left."""
    expect(page.get_by_text("Elsewhere")).to_be_visible()
    page.go_back()
    assert page.url == HOME
    expect(page.get_by_text("Before")).to_be_visible()


def test_by_mouse(chromium: str) -> None:
    with opened(chromium, **ELSEWHERE) as page:
        page.goto(f"{HOME}second/")
        page.locator(".top [data-leave]").click()
        has_left(page)


def test_by_the_first_stop_of_the_keyboard(chromium: str) -> None:
    with opened(chromium, **ELSEWHERE) as page:
        page.goto(f"{HOME}second/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        has_left(page)


def test_by_shift_three_times_also_while_one_writes(chromium: str) -> None:
    with opened(chromium, **ELSEWHERE) as page:
        page.goto(f"{HOME}second/")
        page.get_by_label("Words").focus()
        for _ in range(3):
            page.keyboard.press("Shift")
        has_left(page)


def test_shift_for_capitals_leaves_nothing(chromium: str) -> None:
    with opened(chromium, **ELSEWHERE) as page:
        page.get_by_label("Words").focus()
        for key in ("Shift", "Shift", "Shift+A", "Shift", "b", "Shift", "Shift+C"):
            page.keyboard.press(key)
        expect(page.get_by_label("Words")).to_have_value("AbC")


def test_shift_now_and_then_leaves_nothing(chromium: str) -> None:
    with opened(chromium, **ELSEWHERE) as page:
        page.evaluate("""() => {
          for (const timeStamp of [1000, 2000, 7001, 12002]) {
            for (const way of ["keydown", "keyup"]) {
              const press = new KeyboardEvent(way, { key: "Shift", bubbles: true });
              Object.defineProperty(press, "timeStamp", { value: timeStamp });
              document.body.dispatchEvent(press);
            }
          }
        }""")
        expect(page.get_by_text("Before")).to_be_visible()
        page.keyboard.press("x")
        for _ in range(3):
            page.keyboard.press("Shift")
        expect(page.get_by_text("Elsewhere")).to_be_visible()


def test_an_installed_app_stays_on_a_page_of_nobody(chromium: str) -> None:
    with opened(chromium, **ELSEWHERE) as page:
        page.add_init_script(INSTALLED)
        page.goto(f"{HOME}second/")
        page.locator(".top [data-leave]").click()
        expect(page.get_by_text("Closed")).to_be_visible()
        page.go_back()
        assert page.url == HOME


def test_without_javascript_it_is_a_link_on_every_page(chromium: str) -> None:
    with opened(chromium, **ELSEWHERE) as page:
        assert page.locator(".top a[data-leave]").get_attribute("href") == reverse("leave")
        assert page.locator(".skips a").first.get_attribute("href") == reverse("leave")


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?stay"])
def test_it_ends_the_session_and_tells_the_next_site_nothing(ann: User, query: str) -> None:
    client = signed_in(ann)
    answer = client.get(f"/leave/{query}")
    assert answer.headers.get("Location") == (None if query else settings.NEUTRAL_SITE)
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert client.get("/today/").headers["Location"].startswith("/accounts/login/")


@pytest.mark.django_db
def test_the_page_of_nobody_says_nothing(ann: User) -> None:
    page = signed_in(ann).get("/leave/?stay").content.decode()
    words = re.sub(r"<[^>]+>", " ", page.split("<title>")[1]).split()
    assert set(words) == {"Closed"}


@pytest.mark.django_db
def test_it_is_explained_before_first_use_with_what_it_cannot_do() -> None:
    for address in ("/accounts/signup/", "/help/", "/help/safe/"):
        page = Client().get(address).content.decode()
        assert "the Shift key three times in a row" in page
        assert "It cannot clear the history of your browser" in page
