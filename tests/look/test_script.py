"""mend.js in a real browser: what is typed stays, nothing goes twice, the focus is not lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from playwright.sync_api import BrowserContext, Page, Route, expect, sync_playwright

from tests.browser import ARGUMENTS, find

HOME = "http://localhost:9/"
PAGE = """
{% extends "base.html" %}
{% block main %}
  <form id="words" action="/post/" hx-post="/post/" hx-target="this" hx-swap="outerHTML">
    <input type="hidden" name="time_zone">
    <textarea name="words" aria-label="Words"></textarea>
    <button type="submit">Send</button>
  </form>
  <ul>
    <li id="row"><button type="button" hx-post="/row/" hx-target="closest li"
                         hx-swap="outerHTML">Kept</button></li>
  </ul>
  <p id="beside">Before</p>
  <form hx-post="/draft/" hx-trigger="input delay:100ms" hx-swap="none">
    <input name="line" aria-label="Line"><button name="look" value="1">Look at it</button>
  </form>
{% endblock %}
"""
WRONG = '<form id="words"><input name="words" aria-label="Words" aria-invalid="true"></form>'
ROW = '<li id="row">kept</li><p id="beside" hx-swap-oob="true">After</p>'


@pytest.fixture(scope="module")
def chromium() -> str:
    path = find()
    assert path
    return path


@contextmanager
def opened(chromium: str, **answers: dict[str, object]) -> Iterator[Page]:
    """A page of ours; what each address answers is given, everything else is not there."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*ARGUMENTS])
        context = browser.new_context(timezone_id="Europe/Vienna")
        serve(context, answers)
        page = context.new_page()
        page.goto(HOME)
        yield page
        browser.close()


def serve(context: BrowserContext, answers: dict[str, dict[str, object]]) -> None:
    html = engines["django"].from_string(PAGE).render({})

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(HOME).strip("/")
        if name.startswith("static/"):
            route.fulfill(path=Path(str(finders.find(name.removeprefix("static/")))))
        elif answers.get(name, {}).get("lost"):
            route.abort()
        elif name in answers:
            route.fulfill(**answers[name])  # type: ignore[arg-type]
        else:
            route.fulfill(body=html, content_type="text/html")

    context.route("**/*", answer)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"status": 500, "body": "<h1>Broken</h1>"}, "That did not work."),
        ({"status": 404, "body": "<h1>Gone</h1>"}, "This page is out of date."),
        ({"status": 429, "body": "<h1>Often</h1>"}, "That was a lot at once."),
        ({"lost": True}, "The connection is gone."),
    ],
)
def test_an_answer_that_fails_is_said_and_takes_no_typed_word_away(chromium, answer, sentence):
    with opened(chromium, post=answer) as page:
        page.get_by_label("Words").fill("I took it.")
        page.get_by_role("button", name="Send").click()
        expect(page.locator("#said")).to_contain_text(sentence)
        expect(page.get_by_label("Words")).to_have_value("I took it.")
        page.get_by_role("button", name="Close").click()
        expect(page.locator("#said")).to_be_empty()


def test_a_form_sent_twenty_times_at_once_goes_once(chromium):
    with opened(chromium, post={"status": 422, "body": WRONG}) as page:
        posts = []
        page.on("request", lambda request: posts.append(request.method))
        page.evaluate(
            "() => { for (let i = 0; i < 20; i++) document.forms.words.requestSubmit(); }"
        )
        expect(page.locator("[aria-invalid]")).to_have_count(1)
        assert posts.count("POST") == 1


def test_what_is_kept_while_one_types_presses_no_button_that_has_the_focus(chromium):
    with opened(chromium, draft={"body": ""}) as page:
        with page.expect_request("**/draft/") as kept:
            page.get_by_label("Line").press_sequentially("I")
            page.keyboard.press("Tab")
            expect(page.get_by_role("button", name="Look at it")).to_be_focused()
        assert kept.value.post_data == "line=I"


def test_the_mistake_gets_the_focus(chromium):
    with opened(chromium, post={"status": 422, "body": WRONG}) as page:
        page.get_by_role("button", name="Send").focus()
        page.keyboard.press("Enter")
        expect(page.locator("[aria-invalid]")).to_be_focused()


def test_a_page_that_comes_with_a_mistake_begins_there(chromium):
    wrong = f'{{% extends "base.html" %}}{{% block main %}}{WRONG}{{% endblock %}}'
    html = engines["django"].from_string(wrong).render({})
    with opened(chromium, wrong={"body": html, "content_type": "text/html"}) as page:
        page.goto(f"{HOME}wrong/")
        expect(page.get_by_label("Words")).to_be_focused()


def test_what_takes_the_place_of_the_focus_gets_it_not_what_changed_beside_it(chromium):
    with opened(chromium, row={"body": ROW}) as page:
        page.get_by_role("button", name="Kept").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#beside")).to_have_text("After")
        expect(page.locator("#row")).to_be_focused()


def test_leaving_takes_the_page_out_of_the_way_back(chromium):
    with opened(chromium, leave={"body": "Elsewhere"}) as page:
        page.goto(f"{HOME}second/")
        page.locator(".top [data-leave]").click()
        expect(page.get_by_text("Elsewhere")).to_be_visible()
        page.go_back()
        assert page.url == HOME


def test_the_first_tab_stops_are_to_leave_and_to_skip(chromium):
    with opened(chromium) as page:
        for name in ("Leave this page", "Skip to the words"):
            page.keyboard.press("Tab")
            expect(page.locator(".skips").get_by_role("link", name=name)).to_be_focused()


def test_the_time_zone_of_the_device_is_filled_in(chromium):
    with opened(chromium) as page:
        expect(page.locator("[name=time_zone]")).to_have_value("Europe/Vienna")
