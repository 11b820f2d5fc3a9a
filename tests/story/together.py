"""Two who share a place already, of whom Ann has begun; and what stories say of every page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.story.looks import faults
from tests.story.person import Person
from tests.story.writer import Writer

type Comes = Callable[..., Person]

HID = "I hid a card from you."  # what Ann begins with
BOTH_WAYS = pytest.mark.parametrize("has_script", [True, False], ids=["with-javascript", "without"])


def two(comes: Comes, *, has_script: bool) -> tuple[Writer, Writer]:
    """Ann, who begins, and Ben."""
    options = {"has_script": has_script, "reduced_motion": "reduce"}
    ann, ben = (comes(Writer, **options) for _ in range(2))
    assert isinstance(ann, Writer)
    assert isinstance(ben, Writer)
    for person, email in zip((ann, ben), ann.house.couple(), strict=True):
        person.signs_in(email)
    begin(ann)
    return ann, ben


def begin(ann: Person) -> None:
    ann.goes("/begin/")
    ann.fills("What did you do that you want to put right?", HID)
    ann.presses("Begin, alone")
    ann.sees("Saved, only for you.")


def looks_right(person: Person) -> None:
    """Readable by everybody, in both lights, on a narrow phone and on a desktop."""
    wrong = faults(person.page) if person.has_script else []
    assert not wrong, wrong


def is_joined(ann: Person, title: str, *, really: bool = True) -> None:
    expect(seam(ann, title)).to_contain_text("joined" if really else "begun")


def seam(ann: Person, title: str) -> Locator:
    """Of the plate on today; on the list, where today asks whether to start again."""
    ann.goes("/today/")
    if ann.page.get_by_role("heading", name="Start from today?").count():
        ann.goes("/list/")
    return ann.page.locator("#plate a", has_text=title).first
