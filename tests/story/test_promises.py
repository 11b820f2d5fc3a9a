"""Step 9 from empty to joined: together, alone and in person, in silence, and declined."""

from playwright.sync_api import Locator

from tests.story.person import Person
from tests.story.together import Comes, begin, is_joined, looks_right, seam, two
from tests.story.writer import Writer

CALLS, EASIER, TABLE = "I call before eight", "I call before nine", "I call from the train"
STEP_9 = "Follow Through with Promises"


def test_ann_promises_and_both_agree_on_changes(comes: Comes) -> None:
    ann, ben = two(comes, has_script=True)
    promise(ann, CALLS)
    accept(ben)
    keep(ann)
    is_joined(ann, STEP_9)
    ask_for_easier(ann)
    agree(ben)
    ann.goes("/list/")
    ann.sees("as you both agreed", EASIER, CALLS)
    looks_right(ann)
    ann.house.days_pass(1)
    for person in (ann, ben):
        person.goes("/list/")
        person.sees("It reads so since", EASIER)
    wish(ben)
    ann.goes("/list/")
    ann.sees("Ben asks for a change", TABLE)
    looks_right(ann)
    with ann.staying():
        ann.presses("Yes, I will")
        ann.sees("Agreed. It reads so from the next day on.")
    ben.goes("/record/")
    ben.sees("Ann answered a promise", "yes to a change", "You asked for a change to a promise")
    decline(ann, ben)


def promise(ann: Writer, sentence: str) -> None:
    """Said aloud, as it stands now, before it goes."""
    ann.prepares_promise(sentence, "Every day")
    ann.looks_at_it()
    ann.sees("Say it aloud once", "Only you know of this.")
    ann.misses("Share with Ben", "Or in person")
    looks_right(ann)
    ann.says_aloud()
    ann.follows("Write on")
    ann.writes("I will …", f"{sentence}.")
    ann.looks_at_it()
    ann.sees("Say it aloud once")
    ann.says_aloud()
    ann.presses("Share with Ben")
    ann.sees("On its way")
    ann.house.two_minutes_pass()


def opened(ben: Person) -> Locator:
    """The newest promise, which Ben has opened."""
    ben.goes("/today/")
    ben.presses("Open", within=ben.page.locator(".closed", has_text="A promise from Ann"))
    ben.follows("All promises")
    return ben.page.locator(".promise").first


def accept(ben: Person) -> None:
    sheet = opened(ben)
    with ben.staying():
        ben.presses("Accept it", within=sheet)
        ben.sees("You accepted it.")
        ben.opens("Say something to it", within=sheet)
        ben.presses("Let it stand without my word", within=sheet)
        ben.sees("It stands without a word from you.")
    looks_right(ben)


def keep(ann: Person) -> None:
    ann.goes("/list/")
    ann.misses("Ben accepted it.")
    with ann.staying():
        ann.presses("Kept")
        ann.sees("Reported: kept.")


def ask_for_easier(ann: Writer) -> None:
    """A draft like any other, filled as it stands; nothing changes by it."""
    ann.goes("/list/")
    ann.presses("Write down a change")
    ann.sees("A change to a promise", "Without a yes everything stays as it is.")
    for day in ("Saturday", "Sunday"):
        ann.page.get_by_label(day).uncheck()
    ann.writes("The promise would say", EASIER)
    looks_right(ann)
    ann.looks_at_it()
    ann.misses("Say it aloud once", "Or in person")
    ann.presses("Share with Ben")
    ann.sees("On its way")
    ann.house.two_minutes_pass()
    ann.goes("/list/")
    ann.sees("You asked for a change", "It needs a yes of Ben.", EASIER)


def agree(ben: Person) -> None:
    """A closed card at the promise; opened, it shows what would be different."""
    ben.goes("/list/")
    ben.sees("Ann asks whether a promise may change")
    ben.misses(EASIER)
    ben.presses("Open")
    ben.follows("The promise")
    ben.sees("Ann asks for a change", EASIER, "You owe no answer")
    looks_right(ben)
    with ben.staying():
        ben.presses("Yes")
        ben.sees("Agreed. It reads so from the next day on.", "as you both agreed")


def wish(ben: Person) -> None:
    """What does not fit comes back as it was typed."""
    ben.goes("/list/")
    ben.opens("Say something to it")
    ben.follows("Ask for a change")
    ben.sees("As it stands")
    looks_right(ben)
    ben.presses("Ask for this")
    ben.sees("This is how it stands already. Change one thing.")
    ben.fills("The promise would say", TABLE)
    ben.fills("In a few words", "I am in bed at nine.")
    ben.presses("Ask for this")
    ben.sees("You asked for a change", TABLE, "I am in bed at nine.")


def decline(ann: Writer, ben: Person) -> None:
    """It is over for both, and its seam stays joined."""
    ben.goes("/list/")
    ben.presses("Decline this promise")
    ben.sees("Declined. None of its days will come any more.", "Declined on")
    ann.goes("/list/")
    ann.sees("Declined on", "Nothing is promised just now.")
    is_joined(ann, STEP_9)


def test_cy_promises_alone_and_in_person(comes: Comes) -> None:
    cy = comes(Writer, has_script=False)
    assert isinstance(cy, Writer)
    cy.goes("/")
    cy.follows("I hurt someone")
    cy.signs_up("Cy")
    begin(cy)
    cy.prepares_promise(CALLS, "Every day")
    cy.looks_at_it()
    cy.misses("Nobody has joined you yet")
    cy.says_aloud()
    cy.sees("Nobody has joined you yet")
    cy.presses("I said or did this in person")
    cy.sees("Only you see this page.")
    cy.goes("/list/")
    cy.sees("You said this in person.", CALLS)
    cy.misses("Make it easier", "Said aloud")
    cy.presses("Missed")
    cy.sees("Reported: missed.")
    is_joined(cy, STEP_9)


def test_a_year_of_silence_and_a_no_hold_nothing_back(comes: Comes) -> None:
    ann, ben = two(comes, has_script=True)
    promise(ann, CALLS)
    keep(ann)
    ask_for_easier(ann)
    ann.house.days_pass(365)
    ann.goes("/list/")
    ann.sees("Closed", CALLS)
    ann.misses("unanswered", "no answer", "not opened", EASIER)
    is_joined(ann, STEP_9)
    ben.goes("/today/")
    ben.sees("Nothing here needs you today.", "The shelf is empty.")
    ben.misses(CALLS, EASIER, "A promise from Ann")
    promise(ann, TABLE)
    sheet = opened(ben)
    ben.opens("Say something to it", within=sheet)
    ben.presses("Decline this promise", within=sheet)
    ben.sees("Declined on")
    ann.goes("/list/")
    ann.sees("Declined on", "Nothing is promised just now.")
    ann.goes("/record/")
    ann.sees("declined")
    seam(ann, STEP_9).wait_for(state="attached")
    is_joined(ann, STEP_9)
