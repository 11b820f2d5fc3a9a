"""Steps 1 and 2 from empty to joined: together, alone and in person, in silence, and declined."""

from tests.story.looks import faults
from tests.story.person import Person
from tests.story.together import BOTH_WAYS, HID, Comes, begin, is_joined, two
from tests.story.writer import Writer

MORE = "I took your sister's money, too."
SAFETY, OWN = "You check the post now.", "I lie awake and count."
STEP_1, STEP_2 = "Acknowledge the Mistake", "Understand the Impact"


@BOTH_WAYS
def test_ann_says_it_all_and_ben_draws_what_it_did(comes: Comes, has_script: bool) -> None:
    ann, ben = two(comes, has_script=has_script)
    say(ann, HID, is_all=False)
    ann.shares()
    imagine(ann, SAFETY, "a little")
    ann.shares()
    ann.house.two_minutes_pass()
    open_card(ben, STEP_1)
    ben.follows("All that was said")
    ben.sees(HID, "I hid it, and I lied about it.")
    with ben.staying():
        ben.checks("Something is missing")
        ben.presses("Send this")
        ben.sees("You said on", "something is missing")
    ann.goes("/steps/1/account/")
    ann.sees("Ben said on", "There is nothing more")
    say(ann, MORE, is_all=True)
    ann.shares()
    draw_blind(ben)
    ben.house.two_minutes_pass()
    ben.goes("/steps/1/account/")
    ben.presses("Open")
    ben.sees(MORE)
    ben.goes("/steps/1/account/")
    ben.sees("Added later", MORE, "That is all of it.")
    compare(ann, ben)
    ann.house.days_pass(1)
    imagine(ann, OWN, "very much")
    ann.shares()
    ann.house.two_minutes_pass()
    is_joined(ann, STEP_1)
    is_joined(ann, STEP_2)


def draw_blind(ben: Writer) -> None:
    """Before he has seen what Ann imagines; nobody is told that he draws."""
    ben.goes("/steps/2/map/")
    ben.sees("What Ann imagines that it did to you")
    ben.misses(SAFETY)
    ben.follows("Draw your own")
    ben.checks("very much")
    ben.writes("your sense of safety", OWN)
    ben.misses(SAFETY)
    ben.looks_at_it()
    ben.sees("Both open at once")
    ben.presses("Share with Ann")
    ben.sees("On its way")


def compare(ann: Person, ben: Person) -> None:
    """Both are open to each now; Ben says how close it comes."""
    ben.goes("/steps/2/map/")
    ben.sees(SAFETY, OWN)
    assert ben.has_script is False or faults(ben.page) == []
    with ben.staying():
        ben.opens("Say how close it comes")
        ben.checks("partly")
        ben.presses("Send this")
        ben.sees("Change how close it comes")
    ann.goes("/steps/2/map/")
    ann.sees("Ben said how close this comes", "What it did to Ben")
    ann.misses(OWN)
    ann.presses("Open")
    ann.goes("/steps/2/map/")
    ann.sees(SAFETY, OWN, "It is drawn into the picture above.")
    assert ann.has_script is False or faults(ann.page) == []


def test_cy_does_both_alone_and_in_person(comes: Comes) -> None:
    cy = comes(Writer, has_script=False)
    assert isinstance(cy, Writer)
    cy.goes("/")
    cy.follows("I hurt someone")
    cy.signs_up("Cy")
    begin(cy)
    say(cy, HID, is_all=True)
    in_person(cy)
    imagine(cy, SAFETY, "much")
    in_person(cy)
    is_joined(cy, STEP_1)
    is_joined(cy, STEP_2, really=False)
    look_again(cy)
    is_joined(cy, STEP_2)


def test_a_year_of_silence_and_a_few_words_of_declining_hold_nothing_back(comes: Comes) -> None:
    ann, ben = two(comes, has_script=True)
    say(ann, HID, is_all=True)
    ann.shares()
    imagine(ann, SAFETY, "much")
    ann.shares()
    ann.house.two_minutes_pass()
    ann.house.days_pass(365)
    ben.goes("/today/")
    ben.sees("Nothing here needs you today.")
    ben.misses("Ann wrote", STEP_1)
    is_joined(ann, STEP_1)
    look_again(ann)
    is_joined(ann, STEP_2)
    ann.misses("unanswered", "no answer")
    ben.goes("/steps/1/account/")
    ben.presses("Open")
    ben.goes("/steps/1/account/")
    ben.checks("No details please")
    ben.presses("Send this")
    ben.sees("You asked on")
    ben.goes("/steps/2/map/")
    ben.presses("Leave it")
    ben.sees("Left where it is.")
    ann.goes("/steps/1/account/")
    ann.sees("for no details")
    is_joined(ann, STEP_1)
    is_joined(ann, STEP_2)


def say(ann: Writer, what: str, *, is_all: bool) -> None:
    """The first time it goes on with what she began with."""
    ann.goes("/steps/1/")
    begun = ann.page.get_by_role("link", name="Continue writing")
    (begun if begun.count() else ann.page.get_by_role("link", name="Write", exact=True)).click()
    ann.writes("What did you do?", f"{what} It went on.")
    ann.checks("I hid it, and I lied about it.")
    ann.presses("Done for now, look at it")
    ann.sees("Mark the sentence that names what you did.")
    ann.checks(what)
    if is_all:
        ann.checks("That is all of it.")


def imagine(ann: Writer, safety: str, reach: str) -> None:
    ann.begins_at(2)
    ann.page.locator(f"[name=safety_reach] >> nth={REACHES.index(reach)}").check()
    ann.writes("their sense of safety", safety)


REACHES = ["not at all", "a little", "much", "very much"]


def in_person(cy: Writer) -> None:
    cy.looks_at_it()
    cy.presses("I said or did this in person")
    cy.sees("Only you see this page.")


def look_again(ann: Writer) -> None:
    ann.goes("/steps/2/map/")
    if ann.page.get_by_role("button", name="I read it again").count() == 0:
        ann.sees("Let it rest, and read it again from")
        ann.house.days_pass(8)
        ann.goes("/steps/2/map/")
    with ann.staying():
        ann.presses("I read it again")
        ann.sees("You read it again later.")


def open_card(ben: Person, topic: str) -> None:
    ben.goes("/today/")
    ben.presses("Open", within=ben.page.locator(".closed", has_text=topic).first)
