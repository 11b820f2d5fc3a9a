"""Steps 3 and 7 from empty to joined: together, alone and in person, in silence, and declined."""

from playwright.sync_api import Route, expect

from tests.story.person import Person
from tests.story.together import BOTH_WAYS, HID, Comes, begin, is_joined, looks_right, two
from tests.story.writer import Writer

COST = "It cost you your nights."
SORRY, DEFENDS = "I am sorry for each of them.", "I'm sorry if that hurt you."
STAND, PLAN, AUNT = "I want to say what is true.", "walk round the block", "My aunt Eve"
PUSHED = "You asked me twice at breakfast."
STEP_3, STEP_7 = "Express Sincere Remorse", "Be Patient"


@BOTH_WAYS
def test_ann_writes_and_waits_and_ben_answers(comes: Comes, has_script: bool) -> None:
    ann, ben = two(comes, has_script=has_script)
    imagine(ann)
    note_for_herself(ann)
    write_letter(ann)
    ann.presses("Share with Ben")
    ann.sees("A letter goes once step 2 was answered")
    ann.house.days_pass(8)
    send_letter(ann)
    read(ben)
    ann.goes("/steps/3/desk/")
    ann.sees("one more thing that Ben needs to read", "And the summer?")
    is_joined(ann, STEP_3)
    make_plan(ann)
    for answer in ("Yes", "A little", "Yes", "No"):
        look_back(ann, answer)
        ann.house.days_pass(7)
    is_joined(ann, STEP_7)
    feel_pushed(ann, ben)
    ben.goes("/steps/7/")
    ben.misses(PLAN, AUNT)


def imagine(ann: Writer) -> None:
    """Step 2, said in person."""
    ann.begins_at(2)
    ann.writes("sense of safety", "You check the post now.")
    ann.looks_at_it()
    ann.presses("I said or did this in person")
    ann.sees("Only you see this page.")


def note_for_herself(ann: Writer) -> None:
    ann.goes("/steps/3/")
    ann.follows("To the desk")
    ann.sees("First, three minutes for yourself", "It was my doing")
    looks_right(ann)
    ann.fills("What do you want to stand for", STAND)
    if not ann.has_script:
        ann.presses("Keep it")
    ann.sees("only for you.")
    ann.goes("/steps/3/desk/")
    ann.sees(STAND, "It is never sent.")


def write_letter(ann: Writer) -> None:
    """A phrase that is marked holds it until it is changed; the parts follow the sentences."""
    ann.follows("Write a letter")
    ann.writes("What do you want to say to them?", f"{HID} {DEFENDS}")
    ann.sees("Phrases to look at once more")
    ann.looks_at_it()
    ann.presses("Share with Ben")
    ann.sees("Some phrases are marked beside the letter.")
    ann.goes("/steps/3/desk/")
    ann.follows("Continue the letter")
    ann.writes("What do you want to say to them?", f"{HID} {COST}")
    if ann.has_script:
        choose_and_type_meanwhile(ann)
    ann.writes("What do you want to say to them?", f"{HID} {COST} {SORRY}")
    for part, place, words in (
        ("It was my doing", 1, HID), ("What it did to you", 2, COST), ("Regret", 3, SORRY),
    ):  # fmt: skip
        choice = ann.page.get_by_label(part, exact=True)
        expect(choice).to_contain_text(f"{place} · {words}")
        choice.select_option(f"{place} · {words}")
    ann.presses("Save")
    ann.reloads()
    expect(ann.page.get_by_label("Regret", exact=True)).not_to_have_value("")
    looks_right(ann)
    ann.looks_at_it()
    ann.sees("For one hour you can take it back.")


def choose_and_type_meanwhile(ann: Writer) -> None:
    """Before an answer to what was typed is there: the choice stays, and the list catches up."""
    held: list[Route] = []
    choice = ann.page.get_by_label("What happened", exact=True)
    expect(choice).to_contain_text(COST)

    def hold(route: Route) -> None:
        held.append(route)

    ann.page.route("**/parts/", hold, times=1)
    with ann.page.expect_request("**/parts/"):
        ann.types("What do you want to say to them?", f"{HID} {COST} One.")
    choice.select_option(f"1 · {HID}")
    ann.fills("What do you want to say to them?", f"{HID} {COST} One. Two.")
    held[0].continue_()
    expect(choice).to_contain_text("4 · Two.")
    expect(choice).not_to_have_value("")


def send_letter(ann: Writer) -> None:
    ann.goes("/steps/3/desk/")
    ann.follows("Continue the letter")
    ann.looks_at_it()
    ann.presses("Share with Ben")
    ann.sees("On its way")
    ann.house.an_hour_passes()


def read(ben: Person) -> None:
    """A closed card; then an answer, taken back, and another one."""
    ben.goes("/today/")
    ben.misses(COST)
    ben.presses("Open", within=ben.page.locator(".closed", has_text="A letter from Ann"))
    ben.follows("All letters")
    ben.sees(HID, COST, "None of these needs an answer from you.")
    with ben.staying():
        answer(ben, "Received", "")
        ben.sees("You said that you received it.")
        ben.presses("Take it back for good")
        ben.sees("You took your answer back on")
        answer(ben, "There is one more thing I need to read", "And the summer?")
        ben.sees("You said that there is one more thing you need to read.")
    looks_right(ben)


def answer(ben: Person, choice: str, words: str) -> None:
    ben.checks(choice)
    ben.fills("A few words", words)
    ben.presses("Send this")


def make_plan(ann: Writer) -> None:
    ann.goes("/steps/7/")
    ann.follows("Your plan, and the look back")
    ann.follows("Make a plan")
    ann.fills("If I", "want to ask whether we are all right")
    ann.fills("One person I can turn to", AUNT)
    ann.writes("… then I", PLAN)
    for path in ("/steps/7/looks/", "/me/now/"):
        ann.goes(path)
        ann.sees(f"If I want to ask whether we are all right, then I {PLAN}", AUNT)


def look_back(ann: Person, choice: str) -> None:
    ann.goes("/steps/7/looks/")
    with ann.staying():
        ann.page.get_by_role("radio", name=choice, exact=True).check()
        ann.presses("Note it")
        ann.sees("Noted, only for you.")


def feel_pushed(ann: Person, ben: Person) -> None:
    """Kept first, then told, then taken back."""
    ben.goes("/me/")
    ben.follows("I felt pushed: to keep, or to tell")
    with ben.staying():
        ben.fills("A few words", PUSHED)
        ben.presses("Keep it for me")
        ben.sees("Only for you", PUSHED)
        ben.presses("Tell Ann", within=ben.page.locator(".list"))
        ben.sees("It is told.")
    looks_right(ben)
    ann.goes("/steps/7/looks/")
    ann.sees("Ben felt pushed", PUSHED)
    looks_right(ann)
    ben.goes("/steps/7/pushed/")
    ben.presses("Take it back")
    ben.sees("These words are now yours alone.")
    ann.goes("/steps/7/looks/")
    ann.misses(PUSHED)


def test_cy_does_both_alone_and_in_person(comes: Comes) -> None:
    cy = comes(Writer, has_script=False)
    assert isinstance(cy, Writer)
    cy.goes("/")
    cy.follows("I hurt someone")
    cy.signs_up("Cy")
    begin(cy)
    cy.goes("/steps/3/desk/")
    cy.misses("It can be sent", "Step 2 comes first")
    cy.follows("Write a letter")
    cy.writes("What do you want to say to them?", f"{HID} {COST} {SORRY}")
    cy.looks_at_it()
    cy.presses("I said or did this in person")
    cy.sees("Only you see this page.")
    cy.follows("All letters")
    cy.opens("Mark the parts")
    for part, words in ((0, HID), (2, COST), (3, SORRY)):
        options = cy.page.locator(".parts-list select").nth(part)
        options.select_option(label=f"{(HID, COST, SORRY).index(words) + 1} · {words}")
    cy.presses("Keep these marks")
    cy.sees("Marked, only for you.")
    is_joined(cy, STEP_3)
    for _ in range(4):
        look_back(cy, "No")
        cy.house.days_pass(7)
    is_joined(cy, STEP_7)


def test_a_year_of_silence_and_setting_it_aside_hold_nothing_back(comes: Comes) -> None:
    ann, ben = two(comes, has_script=True)
    imagine(ann)
    ann.goes("/steps/3/desk/")
    write_letter(ann)
    ann.house.days_pass(8)
    send_letter(ann)
    ann.house.days_pass(365)
    is_joined(ann, STEP_3)
    ann.goes("/steps/3/desk/")
    ann.misses("unanswered", "no answer", "not opened")
    ben.goes("/today/")
    ben.sees("Nothing here needs you today.", "The shelf is empty.")
    ben.misses("A letter from Ann")
    ben.goes("/steps/3/desk/")
    ben.presses("Open")
    ben.follows("All letters")
    answer(ben, "Set aside", "")
    ben.sees("You set it aside.")
    ann.goes("/steps/3/desk/")
    ann.sees("Ben set it aside. There is nothing to do.")
    ann.follows("Write a letter")
    ann.writes("What do you want to say to them?", HID)
    ann.looks_at_it()
    ann.presses("Share with Ben")
    ann.sees("The other person set a letter aside.")
    is_joined(ann, STEP_3)
