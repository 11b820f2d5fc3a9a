"""Steps 13 and 14 from empty to joined: together and declined, alone and in person, in silence."""

import datetime as dt
import re

from playwright.sync_api import expect

from tests.story.person import Person
from tests.story.together import BOTH_WAYS, Comes, begin, is_joined, looks_right, two
from tests.story.writer import Writer

LETTERS = "I lay every bank letter on the table"
PUT_RIGHT, LINE = "I read them to you tonight.", "I looked away for a while."
STEP_13, STEP_14 = "Keep Your Word", "Be Consistent"
QUARTER = dt.timedelta(days=89)


@BOTH_WAYS
def test_ann_keeps_her_word_and_ben_looks_and_then_declines(comes: Comes, has_script: bool) -> None:
    ann, ben = two(comes, has_script=has_script)
    prepare(ann)
    ann.shares()
    ann.house.two_minutes_pass()
    choose(ben, "Together")
    for week in range(6):
        if week == 1:
            miss_and_put_right(ann)
        else:
            reports(ann)
        is_joined(ann, STEP_13, really=week > 3)
        is_joined(ann, STEP_14, really=week > 4)
        ann.house.weeks_pass(int(week < 5))
    look(ann, ben)
    choose(ben, "Not at all")
    ben.presses("Put it away")
    ben.goes("/list/pattern/theirs/")
    ben.sees("There is nothing here, and nothing that you have to do.")
    ann.goes("/list/pattern/")
    ann.sees(PUT_RIGHT, "Marked as broken")
    for step in (STEP_13, STEP_14):
        is_joined(ann, step)


def prepare(ann: Writer) -> None:
    """Every day, for almost three months."""
    ann.goes("/list/writing/")
    ann.checks("Every day")
    first = dt.date.fromisoformat(ann.page.get_by_label("From").input_value())
    ann.fills("Until", (first + QUARTER).isoformat())
    ann.writes("I will …", LETTERS)


def reports(ann: Person) -> None:
    ann.goes("/today/")
    with ann.staying():
        ann.presses("Done", within=ann.page.locator("#promises-today li", has_text="Today"))
        ann.sees("Reported: kept.")


def miss_and_put_right(ann: Person) -> None:
    """Once it is said, one note to it, beside the report for good."""
    ann.goes("/today/")
    with ann.staying():
        today = ann.page.locator("#promises-today li", has_text="Today")
        ann.presses("Missed", within=today)
        ann.sees("On the list you can say how you put it right.")
    ann.goes("/list/")
    with ann.staying():
        ann.fills("What I do to put it right", "a" * 281)
        ann.presses("Keep it beside the report")
        ann.sees("At most 280 characters")
        expect(ann.page.get_by_label("What I do to put it right").first).to_have_value("a" * 281)
        looks_right(ann)
    with ann.staying():
        ann.fills("What I do to put it right", PUT_RIGHT)
        ann.presses("Keep it beside the report")
        ann.sees("To put it right", PUT_RIGHT)
        expect(ann.page.get_by_label("What I do to put it right")).to_have_count(0)


def choose(ben: Person, way: str) -> None:
    """How he keeps track; the card is opened first, if it is closed."""
    ben.goes("/list/")
    if ben.page.locator(".closed").count():
        ben.presses("Open", within=ben.page.locator(".closed").first)
        expect(ben.page.get_by_role("link", name="All ").first).to_be_visible()
        ben.goes("/list/")
    else:
        ben.opens("How you keep track")
    ben.page.locator("button.door", has_text=way).click()
    ben.sees("nobody is told")


def look(ann: Person, ben: Person) -> None:
    """The weeks as they are: a miss with what puts it right, a mark beside a report, and no sum."""
    ben.goes("/list/")
    day = ben.page.locator(".due", has_text="Kept").first
    with ben.staying():
        ben.presses("Broken", within=day)
        ben.sees("Marked for you both: broken.")
    ben.follows("The weeks, one below the other")
    ben.sees(LETTERS, PUT_RIGHT, "Marked as broken", "You owe these weeks nothing")
    ann.goes("/steps/14/")
    ann.sees("Something reported in six of the last eight weeks")
    ann.follows("Your weeks, one below the other")
    ann.sees(PUT_RIGHT, "Marked as broken", "Nothing here is added up")
    for person in (ann, ben):
        person.misses(" of 8", "%", "streak")
        looks_right(person)
        picture = person.page.get_by_role("img", name="This week")
        expect(picture).to_have_accessible_name(re.compile("reported as kept"))
    ben.goes("/record/")
    ben.sees("Ann said how they put a miss right", PUT_RIGHT)


def test_cy_does_both_alone_and_in_person_with_a_gap_between(comes: Comes) -> None:
    cy = comes(Writer, has_script=False)
    assert isinstance(cy, Writer)
    cy.goes("/")
    cy.follows("I hurt someone")
    cy.signs_up("Cy")
    begin(cy)
    prepare(cy)
    cy.looks_at_it()
    cy.says_aloud()
    cy.presses("I said or did this in person")
    cy.sees("Only you see this page.")
    reports(cy)
    cy.house.weeks_pass(1)
    miss_and_put_right(cy)
    cy.house.weeks_pass(1)
    reports(cy)
    cy.house.weeks_pass(3)
    come_back(cy)
    for week in range(3):
        reports(cy)
        is_joined(cy, STEP_13, really=week > 0)
        is_joined(cy, STEP_14, really=week > 1)
        cy.house.weeks_pass(1)


def come_back(cy: Person) -> None:
    """One question; nothing of the gap turns into anything."""
    cy.goes("/today/")
    cy.sees("Start from today?", "nothing of it turns into missed")
    cy.misses("Share this line")
    cy.fills("A line about this time", LINE)
    cy.presses("Start from today")
    cy.sees("Kept, only for you.", "Promises for today")
    cy.goes("/list/pattern/")
    cy.sees("nothing was reported", LINE, "Missed", PUT_RIGHT)


def test_a_year_of_silence_changes_nothing(comes: Comes) -> None:
    """Ben opens nothing: no label, no reminder; and coming back, Ann shares a line."""
    ann, ben = two(comes, has_script=True)
    prepare(ann)
    ann.shares()
    ann.house.two_minutes_pass()
    for _ in range(6):
        reports(ann)
        ann.house.weeks_pass(1)
    is_joined(ann, STEP_14)
    ann.house.weeks_pass(2)
    ann.goes("/today/")
    looks_right(ann)
    ann.fills("A line about this time", LINE)
    ann.checks("Share this line")
    ann.presses("Start from today")
    ann.sees("Shared.")
    reports(ann)
    is_joined(ann, STEP_14)
    ann.house.weeks_pass(52)
    for path in ("/list/", "/list/pattern/", "/record/"):
        ann.goes(path)
        ann.misses("unanswered", "no answer", "not opened", "not marked")
    is_joined(ann, STEP_13)
    ben.goes("/today/")
    ben.sees("Nothing here needs you today.", "The shelf is empty.")
    for path in ("/today/", "/list/", "/list/pattern/theirs/", "/record/"):
        ben.goes(path)
        ben.misses(LETTERS, LINE)
