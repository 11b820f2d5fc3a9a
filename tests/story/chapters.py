"""The story of Ann, who hurt Ben, told in chapters; Cy is a stranger.

Each is played with JavaScript and without. What has to happen on the page where one is stands in a
`staying` block: with JavaScript nothing may load that page anew.
"""

import re

from playwright.sync_api import Locator, expect

from tests.story.looks import faults
from tests.story.person import Person
from tests.story.writer import Writer

CARRIED, GIVEN_BACK = "I carried the bank letters away.", "I told you that it was the car."
SAID_ALOUD = "I am sorry for every evening on which I knew."
THROWN = "You check the post now before I am home."
NOTE_OF_CY = "I keep adding up the months."
LETTERS = "I lay every bank letter on the table"
CALL = "I call when I am late"
MONEY = "I pay the card this evening"
FOURTH = "I show you the account"
PAINT, SISTER = "I take over the Saturday shifts.", "I tell your sister."


def come_in(ann: Writer) -> None:
    """Three doors of equal weight; behind the first one question, and all steps to read."""
    ann.goes("/")
    doors = [door.bounding_box() for door in ann.page.locator("a.door").all()]
    assert [door["y"] == doors[0]["y"] and door["width"] for door in doors if door] == [
        doors[0]["width"] if doors[0] else None
    ] * 3
    ann.follows("I hurt someone")
    ann.signs_up("Ann")
    ann.fills("What did you do that you want to put right?", CARRIED)
    ann.presses("Begin, alone")
    ann.sees("Saved, only for you.", "Alone, with nobody told")
    read_ahead(ann)
    choose_zone(ann)


def read_ahead(ann: Person) -> None:
    ann.goes("/steps/")
    steps = ann.page.locator("main a[href^='/steps/']")
    assert {step.get_attribute("href") for step in steps.all()} == {
        f"/steps/{number}/" for number in range(1, 22)
    }
    ann.follows("17 · ")
    ann.sees("What counts here", "What the other sees")


def choose_zone(ann: Person) -> None:
    """The browser's own, where it can say it; another one is only chosen."""
    ann.goes("/settings/")
    zone = ann.page.get_by_label("Time zone")
    expect(zone).to_have_value("Europe/Vienna" if ann.has_script else "UTC")
    with ann.staying():
        zone.select_option("Europe/Berlin")
        ann.presses("Save")
        ann.sees("Saved.")
    ann.goes("/settings/")
    expect(zone).to_have_value("Europe/Berlin")


def keep_a_note(cy: Person) -> None:
    """The second door leads to a page for oneself."""
    cy.goes("/")
    cy.follows("I was hurt")
    cy.signs_up("Cy")
    cy.fills("What would you like to keep for yourself today?", NOTE_OF_CY)
    cy.presses("Keep it")
    cy.goes("/me/")
    cy.sees(NOTE_OF_CY, "This page is Cy’s. Nobody else can read it")


def write(ann: Writer) -> None:
    """Each answer is kept; a second tab takes nothing away; what is thrown away comes back.

    The sentence that names the act is marked before it can go.
    """
    ann.continues_at(1)
    ann.writes("When did it happen", "From May until October.")
    ann.reloads()
    expect(ann.page.get_by_label("When did it happen")).to_have_value("From May until October.")
    write_in_two_tabs(ann)
    ann.presses("Done for now, look at it")
    ann.sees("Mark the sentence that names what you did.")
    ann.checks(CARRIED)
    ann.checks("That is all of it.")
    ann.looks_at_it()
    ann.begins_at(2)
    ann.writes("sense of safety", THROWN)
    ann.reloads()
    ann.presses("Throw it away")
    ann.sees("It is gone.")
    ann.misses(THROWN)
    ann.presses("Bring it back")
    expect(ann.page.get_by_label("sense of safety")).to_have_value(THROWN)
    ann.follows("Print")
    ann.sees(THROWN)


def write_in_two_tabs(ann: Writer) -> None:
    """The text that lost is handed back beside the one that stands."""
    other = ann.at_another_tab()
    other.goes(ann.path)
    other.writes("How did you do that", "Not at all.")
    other.page.close()
    ann.types("How did you do that", GIVEN_BACK)
    ann.sees("This page was changed somewhere else", "Not at all.")
    expect(ann.page.get_by_label("How did you do that")).to_have_value(GIVEN_BACK)
    with ann.staying():
        ann.presses("Keep what is in the boxes")
        ann.sees("only for you.")
    ann.reloads()
    expect(ann.page.get_by_label("How did you do that")).to_have_value(GIVEN_BACK)


def say_in_person(ann: Writer) -> None:
    """Told by Ann, on no shared page."""
    ann.goes("/steps/3/writing/")
    ann.writes("What do you want to say to them?", SAID_ALOUD)
    ann.looks_at_it()
    ann.presses("I said or did this in person")
    ann.sees("Only you see this page.", SAID_ALOUD)
    ann.goes("/steps/3/")
    ann.sees("Said in person")


def invite(ann: Writer) -> str:
    """A link that can be renewed, mailed and withdrawn; here is the last one."""
    ann.goes("/invitation/")
    with ann.staying():
        first = new_link(ann)
        ann.opens("Show it as a picture to scan")
        expect(ann.page.locator(".qr svg")).to_be_visible()
        ann.presses("Make a new one instead")
        expect(ann.page.locator(".link")).not_to_have_text(first)
        ann.opens("Send it by mail")
        ann.fills("Their e-mail address", f"to.{ann.email}")
        ann.presses("Send the mail")
        ann.sees("it is on its way")
        second = ann.page.locator(".link").inner_text()
        ann.presses("Take it back")
        third = new_link(ann)
    for gone in (first, second):
        ann.page.goto(gone)
        ann.sees("This link leads nowhere.")
    return third


def new_link(ann: Person) -> str:
    ann.checks("I would rather not say")
    ann.presses("Make a link")
    return ann.page.locator(".link").inner_text()


def join(ann: Writer, ben: Person, cy: Person) -> None:
    """Ben looks first, says no, thinks again; nothing can go before Ann has said who he is."""
    link = invite(ann)
    ben.page.goto(link)
    ben.sees("Ann invites you.", "What each of you would see")
    with ben.staying():
        ben.presses("No, thank you")
        ben.sees("That is all right.")
    ben.page.goto(link)
    ben.signs_up("Ben")
    with ben.staying():
        ben.presses("Yes, join")
        ben.sees("You said yes.")
    ann.continues_at(1)
    ann.looks_at_it()
    ann.sees("there is nobody to share with")
    ann.goes("/invitation/")
    with ann.staying():
        ann.sees("Somebody who calls themselves Ben said yes.")
        ann.presses("Yes, that is the one")
        ann.sees("You share this place with Ben.")
    cy.page.goto(link)
    cy.sees("This link leads nowhere.")


def share(ann: Writer, ben: Person) -> None:
    """As Ben will see it; taken back without trace; two minutes later it is there."""
    ann.continues_at(1)
    ann.looks_at_it()
    ann.sees("As Ben will see it", GIVEN_BACK, "can be kept and shown by Ben")
    with ann.staying():
        ann.presses("Share with Ben")
        ann.sees("On its way")
        ann.presses("Take it back")
        ann.misses("On its way")
    ann.house.two_minutes_pass()
    ben.goes("/today/")
    ben.sees("Nothing here needs you today.", "The shelf is empty.")
    ann.continues_at(1)
    ann.looks_at_it()
    ann.presses("Share with Ben")
    ann.sees("On its way")
    ann.continues_at(2)
    ann.shares()
    ann.house.two_minutes_pass()
    ann.goes("/steps/1/")
    ann.sees("Sent")


def offer(ann: Writer) -> None:
    """Two weeks later two offers go."""
    ann.house.two_weeks_pass()
    for words in (PAINT, SISTER):
        ann.goes("/offers/")
        ann.follows("Prepare an offer")
        ann.checks("Effort")
        ann.writes("What do you offer?", words)
        ann.shares()
    ann.house.two_minutes_pass()


def promise(ann: Writer) -> None:
    """Two weeks later three promises; a fourth is refused and stays with Ann."""
    ann.house.two_weeks_pass()
    ann.prepares_promise(LETTERS, "Every day", plan="I do it before I take my coat off")
    ann.shares()
    ann.prepares_promise(CALL, "Every week, on days", weekdays=True)
    ann.shares()
    ann.prepares_promise(MONEY, "Once, by a date", until_today=True)
    ann.shares()
    ann.prepares_promise(FOURTH, "Every day")
    ann.looks_at_it()
    ann.says_aloud()
    ann.presses("Share with Ben")
    ann.sees("Three promises are open.")
    ann.house.two_minutes_pass()


def read(ben: Person) -> None:
    """Closed cards; one is opened, one is left; the quiet line says what still lies there."""
    ben.goes("/today/")
    ben.sees("2 things lie on the shelf.")
    ben.misses(CARRIED, GIVEN_BACK, PAINT, LETTERS)
    with ben.staying():
        ben.presses("Open", within=card(ben, "Acknowledge the Mistake"))
        ben.sees(CARRIED, GIVEN_BACK)
        if ben.has_script:
            ben.sees("One thing lies on the shelf.")
    ben.goes("/today/")
    with ben.staying():
        ben.presses("Leave it", within=card(ben, "Understand the Impact"))
        ben.sees("The shelf is empty.")
    ben.misses(THROWN)


def card(reader: Person, topic: str) -> Locator:
    return reader.page.locator(".closed", has_text=topic).first


def open_all(reader: Person, path: str) -> None:
    """Every closed card of a page, one after the other."""
    reader.goes(path)
    while reader.page.locator(".closed").count():
        reader.presses("Open", within=reader.page.locator(".closed").first)
        expect(reader.page.get_by_role("link", name="All ").first).to_be_visible()
        reader.goes(path)


def answer(ann: Writer, ben: Person) -> None:
    """Yes to one offer; another idea for the other, then rather not; the first is carried out."""
    open_all(ben, "/offers/")
    give_answer(ben, PAINT, "Yes", "Until spring.", then="You said yes.")
    give_answer(ben, SISTER, "Another idea", "I tell her.", then="You have another idea.")
    give_answer(ben, SISTER, "No thanks", "", then="You said “no thanks”.")
    ann.goes("/offers/")
    ann.sees("Ben said yes.", "Until spring.", "Ben said “no thanks”.")
    with ann.staying():
        ann.presses("It is done", within=sheet(ann, PAINT))
        ann.sees("You did it on", within=sheet(ann, PAINT))
        seam = ann.page.locator("#plate a", has_text="Make Amends").first
        expect(seam).to_contain_text("joined")
    ben.goes("/offers/")
    with ben.staying():
        ben.checks("It helped", within=sheet(ben, PAINT))
        ben.presses("Send this", within=sheet(ben, PAINT))
        ben.sees("You said that it helped.", within=sheet(ben, PAINT))


def take_back(ann: Writer, ben: Person) -> None:
    """What Ben said is gone for Ann; what Ann wrote stays, struck through; the record has both."""
    ben.goes("/offers/")
    with ben.staying():
        ben.presses("Take it back for good", within=sheet(ben, SISTER))
        ben.sees("You took your answer back on", within=sheet(ben, SISTER))
    ann.goes("/offers/")
    ann.sees("Ben took the answer back on")
    ann.follows("Take this back", within=sheet(ann, SISTER))
    with ann.staying():
        ann.presses("Take it back in the open")
        ann.sees("You took this back on", SISTER)
    ben.goes("/record/")
    ben.sees("You took back an answer", "Ann took back an offer", SISTER)


def give_answer(ben: Person, words: str, choice: str, note: str, *, then: str) -> None:
    offer = sheet(ben, words)
    with ben.staying():
        ben.checks(choice, within=offer)
        ben.fills("A few words", note, within=offer)
        ben.presses("Send this", within=offer)
        ben.sees(then, note, within=offer)


def sheet(person: Person, words: str) -> Locator:
    return person.page.locator(".sheet", has_text=words).first


def keep_word(ann: Writer, ben: Person) -> None:
    """Reports and marks stand side by side; each can be changed, and nothing is taken away."""
    open_all(ben, "/list/")
    with ben.staying():
        ben.page.get_by_role("button", name=re.compile("^Together")).click()
        ben.sees("How you keep track")
    expect(sheet(ben, MONEY).get_by_role("button", name="Broken")).to_have_count(0)
    report(ann)
    ben.goes("/list/")
    expect(sheet(ben, CALL).get_by_role("button", name="Kept")).to_have_count(0)
    mark(ben, CALL, "Excused", "excused")
    ben.follows(MONEY)
    mark(ben, MONEY, "Broken", "broken")
    mark(ben, MONEY, "Take it back", "before: broken")
    mark(ben, MONEY, "Kept", "before: taken back")
    put_away(ben)
    ben.goes("/list/")
    clear(ben)
    mark(ben, LETTERS, "Kept", "kept")
    end_early(ann)


def mark(ben: Person, words: str, button: str, text: str) -> None:
    with ben.staying():
        ben.presses(button, within=sheet(ben, words).locator("form[action$='/verdict/']"))
        expect(sheet(ben, words).locator(".said")).to_contain_text(text, ignore_case=True)


def report(ann: Writer) -> None:
    """Kept by one tap on today; missed with a note; needs a change, which is then corrected."""
    ann.goes("/today/")
    with ann.staying():
        ann.presses("Done", within=ann.page.locator("#promises-today li", has_text=LETTERS))
        ann.sees("Reported: kept.")
        seam = ann.page.locator("#plate a", has_text="Follow Through with Promises").first
        expect(seam).to_contain_text("joined")
    ann.goes("/list/")
    with ann.staying():
        report_on(ann, CALL, "Missed", "I forgot.")
        report_on(ann, MONEY, "Needs a change", "The bank is closed.")
        report_on(ann, MONEY, "Kept", "It went through after all.")
    ann.goes("/list/")
    ann.follows(MONEY)
    ann.sees("It went through after all.", "Before:", "The bank is closed.")


def report_on(ann: Writer, words: str, button: str, note: str) -> None:
    promise = sheet(ann, words)
    ann.fills("A note", note, within=promise)
    ann.presses(button, within=promise)
    ann.sees(f"Reported: {button.lower()}.")


def clear(ben: Person) -> None:
    """Off the list and back on it; Ann is told neither."""
    promise = sheet(ben, LETTERS)
    with ben.staying():
        ben.presses("Clear it", within=promise)
        ben.sees("Cleared from your list.", within=ben.page.locator("main"))
        ben.presses("Put it back", within=promise)
        ben.sees("It is back on your list.")


def put_away(ben: Person) -> None:
    """One promise by itself, and back on the list; Ann is told neither."""
    ben.goes("/list/")
    ben.presses("Put it away", within=sheet(ben, LETTERS))
    ben.sees("You put it away")
    ben.misses(LETTERS)
    ben.follows("A promise from Ann")
    ben.presses("Put it back on my list")
    ben.sees(LETTERS, "It is back on your list.")


def end_early(ann: Writer) -> None:
    ann.goes("/list/")
    with ann.staying():
        ann.presses("End it early", within=sheet(ann, CALL))
        ann.sees("Ended early.")
    ann.goes("/list/")
    expect(ann.page.locator("#over-title ~ ul")).to_contain_text(CALL)


def browse(ann: Writer, ben: Person) -> None:
    """The same record for both, narrowed by person and kind; each entry has an address."""
    ann.goes("/record/")
    ann.sees("You ended a promise early", "Ben marked a promise")
    read_on(ann)
    ann.sees("Ben answered an offer")
    ben.goes("/record/")
    ben.sees("Ann ended a promise early", "You marked a promise", "Marked anew later.", MONEY)
    read_on(ben)
    ben.sees("Ann said what they did", CARRIED)
    ben.misses(THROWN)
    ben.goes("/record/")
    with ben.staying():
        ben.follows("Repairs")
        ben.misses("ended a promise early")
        ben.sees(PAINT, SISTER, "I tell her.")
        ben.page.locator(".tabs").first.get_by_role("link", name="Ann").click()
        ben.misses("You answered an offer")
        ben.sees("Ann offered a repair")
    ben.is_at(r"/record/\?.*")
    ben.follows("Link")
    ben.sees("Ann")
    address = ben.page.url
    ben.follows("Where it stands in the record")
    ben.sees("You answered an offer")
    ann.page.goto(address)
    ann.sees("You", "Where it stands in the record")


def read_far_back(sam: Person) -> None:
    """A long record goes on by itself while one scrolls, and by a link."""
    sam.goes("/record/")
    entries = sam.page.locator(".line > li[id]")
    shown = entries.count()
    if sam.has_script:
        with sam.staying():
            sam.page.get_by_role("link", name="Earlier").scroll_into_view_if_needed()
            expect(entries.nth(shown)).to_be_attached()
    sam.goes("/record/")
    read_on(sam)


def read_on(reader: Person) -> None:
    """To where the record begins; by a link each time."""
    earlier = reader.page.get_by_role("link", name="Earlier", exact=True)
    end = reader.page.get_by_text("This is where it begins.")
    expect(earlier.or_(end)).to_be_attached()
    while earlier.count():
        here = earlier.get_attribute("href")
        earlier.click()
        expect(reader.page.locator(f"a[href='{here}']")).to_have_count(0)
        expect(earlier.or_(end)).to_be_attached()
    expect(end).to_be_visible()


def stay_apart(ann: Writer, ben: Person, cy: Person) -> None:
    """At the end each has seen their own and what was sent, and nothing else."""
    pages = ["/today/", "/me/", "/list/", "/offers/", "/record/", "/settings/", "/steps/1/"]
    for path in [*pages, "/steps/2/", "/steps/3/", "/steps/9/"]:
        ben.goes(path)
        ben.misses(SAID_ALOUD, THROWN, FOURTH, NOTE_OF_CY)
        cy.goes(path)
        cy.misses(CARRIED, GIVEN_BACK, SAID_ALOUD, LETTERS, PAINT)


def leave(ann: Writer, ben: Person) -> None:
    """Ben leaves; Ann sees space. He reads what was there, and erases all that is his."""
    ben.goes("/stop/")
    ben.opens("I want to leave")
    ben.presses("Leave now")
    ben.shows_that_it_is_them()
    ben.sees("You have left. Nobody is told")
    ben.follows("As it was on")
    ben.sees(CARRIED, PAINT)
    if ben.has_script:
        ben.page.emulate_media(reduced_motion="reduce")  # a colour that fades has none yet
        wrong = faults(ben.page)
        assert not wrong, wrong
    ben.goes("/today/")
    ben.misses("Ann")
    ann.goes("/today/")
    ann.sees("Ben takes space")
    ann.goes("/record/")
    ann.sees("Ben")
    ben.goes("/stop/")
    ben.opens("I want to erase everything")
    ben.checks("Now.")
    ben.presses("Erase everything")
    ben.sees("Everything of yours is erased.", "I was hurt")
    ann.goes("/record/")
    ann.sees("Someone")
    ann.misses("Ben")
