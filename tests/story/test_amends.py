"""Steps 4 and 17 from empty to joined: together, alone and in person, in silence, and declined.

Nobody answers step 17: there the other is silent about what was written, or sees it otherwise.
"""

from playwright.sync_api import Locator, expect

from tests.story.person import Person
from tests.story.together import BOTH_WAYS, Comes, begin, is_joined, looks_right, two
from tests.story.writer import Writer

SHED, DEBT = "I clear out the shed.", "I pay your sister back."
STEP_4, STEP_17 = "Make Amends", "Avoid Defensive Behavior"
DEFENDS = "I'm sorry if what I said hurt you."
LESSON, OTHERWISE = "I hide what I am ashamed of.", "It was more than shame."
ODD = ("unanswered", "no answer", "not answered", "not opened", "waiting for")


@BOTH_WAYS
def test_ben_turns_an_offer_down_and_later_says_yes(comes: Comes, has_script: bool) -> None:
    """A “no” joins it as it is; what he says yes to is carried out, and joins it, too."""
    ann, ben = two(comes, has_script=has_script)
    offer(ann, SHED)
    ann.shares()
    ann.house.two_minutes_pass()
    open_card(ben, STEP_4)
    answer(ben, "No thanks", "Not the shed.")
    ben.sees("You said “no thanks”.", "Not the shed.")
    is_joined(ann, STEP_4)
    offer(ann, DEBT)
    ann.looks_at_it()
    ann.presses("Share with Ben")
    ann.sees("The other person said “no” or “not now”. It stays with you.")
    ben.goes("/offers/")
    ben.misses(DEBT)
    answer(ben, "Yes", "")
    ben.sees("You said yes.")
    is_joined(ann, STEP_4, really=False)
    carry_out(ann, SHED)
    is_joined(ann, STEP_4)
    ben.goes("/offers/")
    with ben.staying():
        ben.checks("It did not")
        ben.presses("Send this")
        ben.sees("You said that it did not help.")
    looks_right(ben)
    is_joined(ann, STEP_4)


def test_cy_sets_it_right_alone_and_practises(comes: Comes) -> None:
    """Nobody is invited: what is said or done in person counts, after it was read again."""
    cy = comes(Writer, has_script=False)
    assert isinstance(cy, Writer)
    cy.goes("/")
    cy.follows("I hurt someone")
    cy.signs_up("Cy")
    begin(cy)
    offer(cy, DEBT)
    in_person(cy)
    is_joined(cy, STEP_4, really=False)
    carry_out(cy, DEBT)
    is_joined(cy, STEP_4)
    lesson(cy, f"{LESSON} {DEFENDS}")
    in_person(cy)
    for number in range(3):
        lesson(cy, f"{LESSON} {number}")
        in_person(cy)
    is_joined(cy, STEP_17, really=False)
    lesson(cy, DEFENDS)
    keep_phrase(cy)
    in_person(cy)
    is_joined(cy, STEP_17)
    cy.goes("/steps/17/")
    cy.follows("Begin", within=cy.page.locator("[aria-labelledby=sentences]"))
    cy.presses("It owns")
    cy.sees("It defends, if one looks closely.")
    cy.follows("Another one")
    cy.presses("It owns")
    cy.sees("Yes, it owns.")


def test_a_year_of_silence_and_another_view_hold_nothing_back(comes: Comes) -> None:
    ann, ben = two(comes, has_script=True)
    read_again(ann)
    offer(ann, SHED)
    ann.shares()
    offer(ann, DEBT, is_owed=True)
    ann.shares()
    ann.house.two_minutes_pass()
    is_joined(ann, STEP_17)
    ann.house.days_pass(366)
    is_joined(ann, STEP_4, really=False)
    ann.goes("/offers/")
    expect(sheet(ann, SHED).get_by_role("button", name="It is done")).to_have_count(0)
    ann.misses(*ODD)
    carry_out(ann, DEBT)
    for title in (STEP_4, STEP_17):
        is_joined(ann, title)
    ben.goes("/today/")
    ben.sees("Nothing here needs you today.", "The shelf is empty.")
    ben.misses(*ODD)
    see_otherwise(ben)
    ann.goes("/steps/8/")
    ann.page.locator("#practice a[href^='/card/']").first.click()
    ann.sees("Ben sees it otherwise. There is nothing to defend.", OTHERWISE)
    ann.misses(*ODD)
    is_joined(ann, STEP_17)


def read_again(ann: Writer) -> None:
    """Left as it was marked, kept, and changed; at most three a day, so two weeks lie between."""
    lesson(ann, f"{LESSON} {DEFENDS}")
    ann.sees("Phrases to look at once more")
    ann.shares()
    lesson(ann, DEFENDS)
    keep_phrase(ann)
    looks_right(ann)
    ann.shares()
    lesson(ann, DEFENDS)
    ann.writes("What did you learn", LESSON)
    expect(ann.page.locator(".hinted")).to_have_count(0)
    ann.shares()
    ann.house.two_minutes_pass()
    is_joined(ann, STEP_17, really=False)
    ann.house.two_weeks_pass()
    lesson(ann, "I say it on the day.")
    ann.shares()
    ann.house.two_minutes_pass()


def see_otherwise(ben: Person) -> None:
    """A year later, in the record; on no page of his is a word of what Ann was shown beside it."""
    ben.goes("/record/")
    entry = ben.page.locator(".line > li", has_text="Ann shared what they learned")
    ben.follows("Open", within=entry)
    ben.presses("Open")
    ben.follows("Its own page")
    ben.misses("Phrases to look at", "You keep it as it is.")
    with ben.staying():
        ben.checks("I see it otherwise")
        ben.fills("A few words", OTHERWISE)
        ben.presses("Send this")
        ben.sees("You said that you see it otherwise.")
    ben.goes("/steps/17/")
    ben.misses("Phrases to look at", DEFENDS)


def offer(ann: Writer, what: str, *, is_owed: bool = False) -> None:
    ann.goes("/steps/4/")
    ann.follows("Prepare an offer")
    ann.checks("Effort")
    if is_owed:
        ann.checks("I owe this either way")
    ann.writes("What do you offer?", what)


def lesson(ann: Writer, text: str) -> None:
    ann.goes("/steps/8/")
    ann.follows("Write only the lesson")
    ann.writes("What did you learn", text)


def keep_phrase(ann: Person) -> None:
    with ann.staying():
        ann.presses("Keep it")
        ann.sees("You keep it as it is.")


def in_person(cy: Writer) -> None:
    cy.looks_at_it()
    cy.presses("I said or did this in person")
    cy.sees("Only you see this page.")


def open_card(ben: Person, topic: str) -> None:
    """On today; then where it stands among the others."""
    ben.goes("/today/")
    ben.presses("Open", within=ben.page.locator(".closed", has_text=topic).first)
    ben.follows("All offers")
    ben.sees("None of these needs an answer from you.")


def answer(ben: Person, choice: str, words: str) -> None:
    with ben.staying():
        ben.checks(choice)
        ben.fills("A few words", words)
        ben.presses("Send this")


def carry_out(ann: Person, what: str) -> None:
    ann.goes("/offers/")
    with ann.staying():
        ann.presses("It is done", within=sheet(ann, what))
        ann.sees("You did it on", within=sheet(ann, what))


def sheet(person: Person, words: str) -> Locator:
    return person.page.locator(".sheet", has_text=words).first
