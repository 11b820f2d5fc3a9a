"""What goes wrong on a real page: two presses, a lost connection, a tab from a session before."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.mend.test_run import free_port
from tests.story.house import House, opened
from tests.story.together import BOTH_WAYS
from tests.story.writer import Writer

Comes = Callable[..., Writer]
Demo = dict[str, str]
WORDS = "I hear the letter box at night."


def sam(comes: Comes, demo: Demo, *, has_script: bool = True) -> Writer:
    person = comes(Writer, has_script=has_script)
    person.signs_in("sam@example.org", demo["sam@example.org"])
    return person


@BOTH_WAYS
def test_two_presses_have_one_effect(
    comes: Comes, demo: Demo, house: House, has_script: bool
) -> None:
    person = sam(comes, demo, has_script=has_script)
    person.goes("/me/")
    before = house.count("steps_draft")
    person.page.get_by_label("What would you like to keep").fill(WORDS)
    person.page.get_by_role("button", name="Keep it").dblclick()
    person.sees("only for you.")
    assert house.count("steps_draft") == before + 1


def test_what_is_typed_without_a_connection_is_kept_once_it_is_back(
    comes: Comes, demo: Demo
) -> None:
    person = sam(comes, demo)
    open_note(person)
    person.context.set_offline(True)
    person.fills("A note for myself", WORDS)
    person.sees("The connection is gone. What you typed is still here.")
    expect(person.page.get_by_label("A note for myself")).to_have_value(WORDS)
    person.context.set_offline(False)
    person.writes("A note for myself", f"{WORDS} And then I lie awake.")
    person.misses("The connection is gone.")
    person.reloads()
    expect(person.page.get_by_label("A note for myself")).to_have_value(re.compile("awake"))
    noted = re.compile("ERR_INTERNET_DISCONNECTED|htmx:(afterRequest|sendError)")
    person.complaints = [text for text in person.complaints if not noted.search(text)]


@BOTH_WAYS
@pytest.mark.parametrize("path", ["/me/", "a note"])
def test_a_tab_that_was_signed_out_loses_nothing(
    comes: Comes, demo: Demo, path: str, has_script: bool
) -> None:
    person = sam(comes, demo, has_script=has_script)
    if path == "/me/":
        person.goes(path)
        label, button = "What would you like to keep", "Keep it"
    else:
        open_note(person)
        label, button = "A note for myself", "Save"
    other = person.at_another_tab()
    other.signs_out()
    person.fills(label, WORDS)
    if has_script:
        person.sees("You were signed out. What you typed is still here.")
        expect(person.page.get_by_label(label)).to_have_value(WORDS)
    person.presses(button)
    person.sees("sign in on this page with your password")
    person.fills("Email", person.email)
    person.fills("Password", demo[person.email])
    person.page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    person.presses("Go on with it")
    expect(person.page.get_by_label("A note for myself")).to_have_value(WORDS)


def test_what_was_written_is_there_after_a_restart(chromium: Browser) -> None:
    """The page that stayed open goes on with the server that came back."""
    folder, port = Path(f"/tmp/mend-again-{os.getpid()}"), free_port()
    try:
        with opened(folder, port) as house:
            person = Writer(chromium.new_context(), house, has_script=True)
            person.goes("/me/")
            person.signs_up("Ann")
            person.writes("What would you like to keep", WORDS)
        with opened(folder, port):
            person.writes("What would you like to keep", f"{WORDS} And then I lie awake.")
            person.goes("/me/")
            person.sees(WORDS, "And then I lie awake.")
            person.context.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_a_tab_from_before_one_signed_in_again_keeps_its_words_and_says_so(
    comes: Comes, demo: Demo
) -> None:
    person = sam(comes, demo)
    open_note(person)
    other = person.at_another_tab()
    other.signs_out()
    other.signs_in(person.email, demo[person.email])
    person.fills("A note for myself", WORDS)
    person.sees("This page is out of date. Copy what you typed")
    expect(person.page.get_by_label("A note for myself")).to_have_value(WORDS)


def open_note(person: Writer) -> None:
    """A page of a note that is there."""
    person.goes("/me/")
    person.page.locator("main .links a").first.click()
    expect(person.page.get_by_label("A note for myself")).to_be_visible()


def test_a_file_that_takes_long_to_make_is_said_to_be_on_its_way_until_it_has_come(
    comes: Comes,
) -> None:
    person = comes(Writer)
    person.goes("/settings/copy/")
    person.signs_up("Eve")
    person.goes("/settings/copy/")
    with person.page.expect_download() as coming:
        person.presses("Make the file")
        person.shows_that_it_is_them()
    assert re.fullmatch(r"copy-[\d-]+\.zip", coming.value.suggested_filename)
    person.goes("/settings/copy/")
    person.page.evaluate("window.addEventListener('submit', (event) => event.preventDefault())")
    person.presses("Make the file")  # and nothing comes
    person.sees("Your file is being made.")
    with person.page.expect_download():
        person.page.evaluate("document.querySelector('[data-waits]').closest('form').submit()")
    person.misses("Your file is being made.")
    expect(person.page.locator("form[aria-busy]")).to_have_count(0)
