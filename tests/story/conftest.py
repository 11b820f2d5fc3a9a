"""A house, a browser, and the people who come."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser import ARGUMENTS, find
from tests.story.house import House, furnished, opened
from tests.story.person import Person


@pytest.fixture(scope="package")
def house() -> Iterator[House]:
    """One for all who come, so each test brings people of its own."""
    folder = Path(f"/tmp/mend-story-{os.getpid()}")
    try:
        subprocess.run(["cp", "-a", furnished(), folder], check=True)
        with opened(folder) as house:
            yield house
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="package")
def demo(house: House) -> dict[str, str]:
    """The passwords of the two people of the made-up story, which stands in every house."""
    return dict(re.findall(r"(\S+@\S+)\s+(\S+)", (house.folder / "demo.txt").read_text()))


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    path = find()
    expect.set_options(timeout=15_000)  # the machine may be busy with other tests
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])


@pytest.fixture
def comes(chromium: Browser, house: House) -> Iterator[Callable[..., Person]]:
    """Somebody comes with a browser of their own; at the end nobody may have had complaints."""
    people: list[Person] = []

    def one_more(kind: type[Person] = Person, *, has_script: bool = True, **options: Any) -> Person:
        context = chromium.new_context(
            java_script_enabled=has_script, timezone_id="Europe/Vienna", locale="en-GB", **options
        )
        context.set_default_timeout(15_000)
        people.append(kind(context, house, has_script=has_script))
        return people[-1]

    yield one_more
    for person in people:
        person.context.close()
    assert [complaint for person in people for complaint in person.complaints] == []
