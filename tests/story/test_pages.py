"""Every page that somebody can open, as Ada, as Sam, and signed out."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import expect

from tests.access_table import TABLE
from tests.story.looks import faults, moving, stored
from tests.story.person import Person
from tests.story.together import Comes

Demo = dict[str, str]

# Where mistakes and codes lead, and what is behind another page of allauth's.
ALONE = ["/accounts/password/change/", "/accounts/email/", "/accounts/logout/", "/steps/22/"]
OPEN = ["/", "/help/", "/help/example/", "/help/check/", "/help/safe/", "/invitation/",
        "/outbox/", "/accounts/login/",
        "/accounts/login/code/", "/accounts/signup/", "/accounts/signup/passkey/",
        "/accounts/password/reset/",
        "/accounts/password/reset/complete/", "/accounts/inactive/",
        f"/invitation/{'k' * 24}/", "/nowhere/"]  # fmt: skip
# Not a page; or one that those who are two have no link to.
UNLINKED = {"healthz", "invited", "no_more"}
ONLY_WHO_BEGAN = {"writer": {"pattern_theirs"}, "other": {"looks", "now", "preview", "pattern"}}
SEVERAL = {"step": 4, "card": 2, "writing": 3}  # pages of one address that differ in kind


def test_signed_out(comes: Comes) -> None:
    cy = comes()
    cy.goes("/me/")
    cy.signs_up("Cy")
    links = mailed_links(cy)
    nobody = comes(reduced_motion="reduce")
    assert pages_with_faults(nobody, [*OPEN, *links]) == {}


def mailed_links(cy: Person) -> list[str]:
    """An invitation, and the link by which its address wants no more of them."""
    cy.goes("/invitation/")
    cy.checks("I was hurt")
    cy.presses("Make a link")
    cy.fills("Their e-mail address", f"to.{cy.email}")
    cy.presses("Send the mail")
    cy.sees("it is on its way")
    cy.goes("/outbox/")
    mail = cy.page.locator("article", has_text=f"to.{cy.email}").inner_text()
    assert not re.search(r"\bCy\b", re.sub(r"http\S+", "", mail))
    return [urlsplit(link).path for link in re.findall(r"http\S+", mail)]


@pytest.mark.parametrize(("name", "role"), [("ada", "writer"), ("sam", "other")])
def test_signed_in(comes: Comes, demo: Demo, name: str, role: str) -> None:
    """All that is linked from anywhere, one page of each kind; none stays in the browser."""
    person = comes(reduced_motion="reduce")
    person.signs_in(f"{name}@example.org", demo[f"{name}@example.org"])
    names, found = set(), {}
    for page, path in walk(person):
        names.add(page)
        if wrong := faults(person.page):
            found[path] = wrong
    assert found | pages_with_faults(person, ALONE) == {}
    shown = {row.name for row in TABLE if row.codes("get")[role] == "200"} - {"archive"}
    assert shown - names == UNLINKED | ONLY_WHO_BEGAN[role]
    person.goes("/record/")
    person.follows("Writing")
    expect(person.page).to_have_url(re.compile("kind=writing"))
    assert stored(person.page) == []


def walk(person: Person) -> Iterator[tuple[str, str]]:
    """Along all links from today: the names and paths of the pages, while one stands on each."""
    steps = [f"/steps/{number}/" for number in (1, 3, 7, 17)]
    waiting = [*pages_of_draft(person), "/help/example/", *steps, "/today/",
               "/steps/8/ties/", "/steps/16/looks/"]  # fmt: skip
    seen, been = set(waiting), Counter[str]()
    while waiting:
        person.goes(waiting.pop(0))
        path = urlsplit(person.page.url).path
        name = name_of(path)
        if name is None or been[name] >= SEVERAL.get(name, 1):
            continue
        been[name] += 1
        links = list(links_of(person))
        yield name, path
        for link in links:
            if link not in seen and been[str(name_of(link))] < SEVERAL.get(str(name_of(link)), 1):
                seen.add(link)
                waiting.append(link)


def pages_of_draft(person: Person) -> list[str]:
    """To write, to look at and to print what was begun at step 8, if anything was."""
    person.goes("/steps/8/")
    drafts = person.page.get_by_role("link", name="Continue writing")
    pages = [str(draft.get_attribute("href")) for draft in drafts.all()[:1]]
    return [page + part for page in pages for part in ("", "preview/", "print/")]


def links_of(person: Person) -> Iterator[str]:
    hrefs = person.page.evaluate("[...document.links].map((link) => link.href)")
    for href in hrefs:
        parts = urlsplit(href)
        if href.startswith(person.house.address) and name_of(parts.path) not in (None, "leave"):
            yield parts.path


def name_of(path: str) -> str | None:
    try:
        return resolve(path).url_name
    except Resolver404:
        return None


def pages_with_faults(person: Person, paths: list[str]) -> dict[str, list[str]]:
    found = {}
    for path in paths:
        person.goes(path)
        if wrong := faults(person.page):
            found[path] = wrong
    return found


def test_nothing_moves_for_who_does_not_want_it(comes: Comes, demo: Demo) -> None:
    ada = comes(reduced_motion="reduce")
    ada.signs_in("ada@example.org", demo["ada@example.org"])
    for path in ("/today/", "/list/", "/record/", "/steps/8/"):
        ada.goes(path)
        assert moving(ada.page) == []


def test_with_the_keyboard_alone(comes: Comes, demo: Demo) -> None:
    """Ada signs in, writes, shares and takes back; the focus can be seen and is never lost."""
    ada = comes()
    ada.goes("/accounts/login/")
    tab_to(ada, "Email")
    ada.page.keyboard.type("ada@example.org")
    tab_to(ada, "Password")
    ada.page.keyboard.type(demo["ada@example.org"])
    ada.page.keyboard.press("Enter")
    ada.is_at("/today/")
    ada.goes("/steps/12/")
    enter(ada, "Write")
    ada.sees("Only you can read this page.")
    first = ada.page.locator("textarea").first
    while not first.evaluate("box => box === document.activeElement"):
        tab_to(ada, "")
    ada.page.keyboard.type("I tell you the same evening.")
    ada.sees("only for you.")
    expect(first).to_be_focused()
    enter(ada, "Done for now, look at it")
    ada.sees("As Sam will see it")
    enter(ada, "Share with Sam")
    ada.sees("On its way")
    expect(ada.page.locator("#ways")).to_be_focused()
    enter(ada, "Take it back")
    expect(ada.page.get_by_text("On its way")).to_have_count(0)
    expect(ada.page.locator("#ways")).to_be_focused()
    ada.goes("/today/")
    enter(ada, "Done")
    ada.sees("Reported: kept.")
    expect(ada.page.locator("#promises-today")).to_be_focused()


# Past the last part the focus leaves the page for the browser's own buttons.
SEEN = """document.activeElement === document.body
  || getComputedStyle(document.activeElement).outlineStyle !== 'none'"""


def enter(person: Person, name: str) -> None:
    tab_to(person, name)
    person.page.keyboard.press("Enter")


def tab_to(person: Person, name: str) -> None:
    """Onto the part that is called so; every part on the way shows that it has the focus."""
    for _ in range(80):
        person.page.keyboard.press("Tab")
        assert person.page.evaluate(SEEN), focused(person)
        if re.match(rf"\s*{name}", focused(person)):
            return
    raise AssertionError(f"no Tab leads to {name}")


def focused(person: Person) -> str:
    """The name of the part that has the focus."""
    name: str = person.page.evaluate(
        "(({ labels, ariaLabel, innerText }) => labels?.[0]?.innerText ?? ariaLabel ?? innerText)"
        "(document.activeElement)"
    )
    return name
