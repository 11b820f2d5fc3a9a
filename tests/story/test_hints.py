"""Phrases to look at, in a real browser: they come while one types, and stay the writer's."""

from playwright.sync_api import expect

from tests.story.looks import faults
from tests.story.person import Person
from tests.story.together import BOTH_WAYS, Comes

Demo = dict[str, str]
DEFENDS = "I hid the letters. I'm sorry if what I said hurt you."
THREAT = "If you tell anyone, you'll regret it."


@BOTH_WAYS
def test_ada_looks_at_a_phrase_and_keeps_it(comes: Comes, demo: Demo, has_script: bool) -> None:
    ada = writing_at_step_16(comes(has_script=has_script, reduced_motion="reduce"), demo)
    box = ada.page.locator("textarea").first
    box.fill(DEFENDS)
    with ada.staying():
        if not has_script:
            ada.presses("Save")
        ada.sees("Phrases to look at once more")
        expect(ada.page.locator(".hinted")).to_contain_text("sorry if")
        assert has_script is False or faults(ada.page) == []
        ada.presses("Keep it")
        ada.sees("You keep it as it is.")
        expect(box).to_have_value(DEFENDS)
    box.fill("I hid the letters.")
    if not has_script:
        ada.presses("Save")
    expect(ada.page.locator(".hinted")).to_have_count(0)


def test_what_can_be_read_as_a_threat_has_no_way_to_be_sent(comes: Comes, demo: Demo) -> None:
    ada = writing_at_step_16(comes(), demo)
    ada.page.locator("textarea").first.fill(THREAT)
    ada.sees("This page stays with you.", "People to talk to")
    ada.presses("Done for now, look at it")
    ada.sees("it cannot be sent like this")
    ada.misses("Share with Sam")


def writing_at_step_16(ada: Person, demo: Demo) -> Person:
    ada.signs_in("ada@example.org", demo["ada@example.org"])
    ada.goes("/steps/16/")
    ada.follows("Write", within=ada.page.locator("#practice"))
    return ada
