"""Steps 8, 10 and 16: what led there, where it could happen again, and what Ann does then.

Each is walked from an empty step to a joined one: by two, with JavaScript and without; by one
who is alone and says it in person; and while the other declines or is silent for a year.
"""

from playwright.sync_api import expect

from tests.story.chapters import card, new_link
from tests.story.looks import faults
from tests.story.person import Person
from tests.story.together import BOTH_WAYS, Comes
from tests.story.writer import Writer

FORM, LETTER = "The form lay on the desk for a week.", "I put the first letter into my bag."
MYSELF = "I would have paid it back before you noticed."
RISK, MOVE = "A bank letter on a long day.", "I lay it on the table, opened."
THEN = "I give the card back to the bank."
TELLS = "I used the card once more, for petrol."
HOPE = "It will never happen again."


@BOTH_WAYS
def test_ann_looks_ahead_while_ben_answers_or_rather_not(comes: Comes, has_script: bool) -> None:
    ann, ben = comes(Writer, has_script=has_script), comes(Person, has_script=has_script)
    assert isinstance(ann, Writer)
    begin(ann)
    join(ann, ben)
    write_chain(ann)
    ann.shares()
    write_plan(ann)
    ann.shares()
    write_card(ann)
    ann.shares()
    tell_of_herself(ann)
    ann.house.two_minutes_pass()
    tie_points(ann)
    if has_script:
        ben_answers(ann, ben)
    else:
        ben_declines(ann, ben)
    look_again(ann)
    stay_silent_for_a_year(ann, ben)


def test_somebody_alone_does_all_of_it_in_person(comes: Comes) -> None:
    cy = comes(Writer, reduced_motion="reduce")
    assert isinstance(cy, Writer)
    begin(cy)
    write_plan(cy)
    cy.looks_at_it()
    cy.sees("there is nobody to share with")
    cy.presses("I said or did this in person")
    cy.sees("Only you see this page.", MOVE)
    joins(cy, "Offer Assurance")
    write_chain(cy)
    address = cy.path
    tie_points(cy)
    cy.goes(f"{address}print/")
    cy.sees("An explanation, not an excuse.", FORM, LETTER)
    write_card(cy)
    cy.looks_at_it()
    cy.presses("I said or did this in person")
    cy.sees("The same day")
    look_again(cy)
    for path in (address, "/steps/8/", "/steps/8/ties/", "/steps/16/", "/steps/16/looks/"):
        cy.goes(path)
        assert faults(cy.page) == [], path


def begin(ann: Person) -> None:
    ann.goes("/")
    ann.follows("I hurt someone")
    ann.signs_up("Ann")
    ann.fills("What did you do that you want to put right?", "I hid a card from you.")
    ann.presses("Begin, alone")
    ann.sees("Saved, only for you.")


def join(ann: Person, ben: Person) -> None:
    ann.goes("/invitation/")
    link = new_link(ann)
    ben.page.goto(link)
    ben.signs_up("Ben")
    ben.presses("Yes, join")
    ben.sees("You said yes.")
    ann.goes("/invitation/")
    ann.presses("Yes, that is the one")
    ann.sees("You share this place with Ben.")


def write_chain(ann: Writer) -> None:
    """Links are moved, taken out and put back, and nothing that was typed is lost."""
    ann.goes("/steps/8/")
    ann.follows("Write the chain")
    ann.sees("An explanation, not an excuse.")
    with ann.staying():
        fill_part(ann, "choice2", FORM, "I show you every form.")
        fill_part(ann, "told3", MYSELF)
        ann.presses("Move up", within=part(ann, "told3"))
        in_order(ann, "before1", "told3", "choice2", "choice4")
        ann.presses("Take it out", within=part(ann, "told3"))
        ann.sees("One part was taken out.")
        ann.misses(MYSELF, within=ann.page.locator("ol.series"))
        ann.presses("Add a choice point")
        fill_part(ann, "choice5", LETTER, MOVE)
        ann.presses("Put it back")
        in_order(ann, "before1", "told3", "choice2", "choice4", "choice5")
        expect(part(ann, "told3").locator("textarea")).to_have_value(MYSELF)
        expect(part(ann, "choice5").locator("textarea").first).to_have_value(LETTER)
        ann.presses("Save")
        expect(ann.page.locator("#saved")).to_contain_text("only for you.")


def part(ann: Person, key: str):  # type: ignore[no-untyped-def]
    return ann.page.locator(f"#part-{key}")


def fill_part(ann: Person, key: str, *texts: str) -> None:
    for number, text in enumerate(texts):
        part(ann, key).locator("textarea").nth(number).fill(text)


def in_order(ann: Person, *keys: str) -> None:
    shown = ann.page.locator("ol.series > li")
    expect(shown).to_have_count(len(keys))
    for number, key in enumerate(keys):
        expect(shown.nth(number)).to_have_attribute("id", f"part-{key}")


def write_plan(ann: Writer) -> None:
    """A guarantee is hinted at; a risk that is not whole does not go."""
    ann.goes("/steps/10/")
    ann.follows("Write the plan")
    fill_part(ann, "risk1", RISK, "I put it into my bag.", HOPE)
    ann.presses("Save")
    expect(ann.page.locator("#hints")).to_contain_text("happen again")
    ann.presses("Done for now, look at it")
    ann.sees("Fill it in, or take this risk out.")
    fill_part(ann, "risk1", RISK, "I put it into my bag.", MOVE, "The same evening.")


def write_card(ann: Writer) -> None:
    ann.goes("/steps/16/")
    ann.follows("Write the card")
    ann.checks("The same day")
    ann.fills("How will you tell them?", "At the table, once the children sleep.")
    ann.writes("What will you do then", THEN)


def tell_of_herself(ann: Writer) -> None:
    ann.goes("/steps/16/")
    ann.follows("Tell something that happened")
    ann.fills("What happened?", TELLS)
    ann.writes("When was it?", "On the fourth of November.")
    ann.shares()


def tie_points(ann: Writer) -> None:
    """Two choice points, each answered by the plan: the seam joins where she stands."""
    ann.goes("/steps/8/ties/")
    for text in (FORM, LETTER):
        point = ann.page.locator("#points li.sheet", has_text=text)
        with ann.staying():
            point.get_by_label("What answers it?").select_option(index=1)
            ann.presses("Keep this", within=point)
            expect(point.locator("option[selected]")).to_contain_text("A plan")
    joins(ann, "Learn from the Mistake")


def joins(ann: Person, title: str) -> None:
    if not ann.page.locator("#plate").count():
        ann.goes("/today/")
    expect(ann.page.locator("#plate a", has_text=title).first).to_contain_text("joined")


def ben_answers(ann: Person, ben: Person) -> None:
    """He opens all of it; each answer stands where Ann reads her card."""
    open_card(ben, "Learn from the Mistake")
    ben.sees(FORM, MYSELF, "An explanation, not an excuse.")
    reply(ben, "Rings true", "Yes, the form. I saw it.")
    open_card(ben, "Offer Assurance")
    reply(ben, "Add a wish", "", refused="Write in a few words")
    ben.fills("A few words", "Call me before you open it.")
    ben.presses("Send this")
    ben.sees("You added a wish.")
    open_card(ben, "Take Responsibility")
    reply(ben, "Thank you", "")
    ann.goes("/steps/8/")
    ann.follows("How it came about")
    ann.sees("Ben said that it rings true.", "Yes, the form. I saw it.")
    with ben.staying():
        ben.presses("Take it back for good")
        ben.sees("You took it back on")
    assert faults(ben.page) == []


def ben_declines(ann: Person, ben: Person) -> None:
    """He sees one otherwise, says not now, and leaves the others where they are."""
    open_card(ben, "Learn from the Mistake")
    reply(ben, "I see it otherwise", "")
    open_card(ben, "Take Responsibility")
    reply(ben, "Not now", "")
    ben.goes("/today/")
    ben.presses("Leave it", within=card(ben, "Offer Assurance"))
    ann.goes("/steps/8/")
    ann.follows("How it came about")
    ann.sees("Ben sees it otherwise. There is nothing to defend.")
    ann.goes("/today/")
    joins(ann, "Offer Assurance")


def open_card(ben: Person, topic: str) -> None:
    """On today, then its own page, where something can be said."""
    ben.goes("/today/")
    ben.presses("Open", within=card(ben, topic))
    if ben.has_script:
        ben.follows("Its own page")
    ben.sees("Saying nothing is as good")


def reply(ben: Person, choice: str, words: str, *, refused: str = "") -> None:
    with ben.staying():
        ben.checks(choice)
        ben.fills("A few words", words)
        ben.presses("Send this")
        ben.sees(refused or "Change this" if choice != "Add a wish" else refused)


def look_again(ann: Writer) -> None:
    """Not before a month has passed."""
    ann.goes("/steps/16/looks/")
    ann.sees("There is nothing to do before.", THEN)
    ann.house.days_pass(31)
    ann.goes("/steps/16/looks/")
    with ann.staying():
        ann.presses("I read it again")
        ann.sees("You read it again on")
        joins(ann, "Take Responsibility")


def stay_silent_for_a_year(ann: Person, ben: Person) -> None:
    """What was joined stays so; nobody is reminded, and nothing is called unanswered."""
    ann.house.days_pass(366)
    for title in ("Learn from the Mistake", "Offer Assurance", "Take Responsibility"):
        ann.goes("/today/")
        joins(ann, title)
    ben.goes("/today/")
    ben.sees("Nothing here needs you today.", "The shelf is empty.")
    for person in (ann, ben):
        for path in ("/today/", "/steps/10/", "/record/"):
            person.goes(path)
            person.misses("unanswered", "not answered", "waiting for")
    ben.goes("/record/")
    ben.sees("Ann told something of their own accord")
    ben.misses(TELLS if ben.has_script else HOPE)
