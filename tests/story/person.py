"""One person at one browser. What they do works with and without JavaScript."""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Response, expect

from tests.people import PASSWORD
from tests.story.house import House

# Answers that a page is made for: the browser and htmx note each of them in the console.
EXPECTED = re.compile(
    r"Failed to load resource: the server responded with a status of 4\d\d "
    r"|Response Status Error Code 4\d\d "
)
PAGES = ("document", "xhr")
CODE = re.compile(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", re.MULTILINE)


class Person:
    """`complaints` are what the browser or the server found wrong meanwhile."""

    def __init__(self, context: BrowserContext, house: House, *, has_script: bool) -> None:
        self.context, self.house, self.has_script = context, house, has_script
        self.complaints: list[str] = []
        context.on("console", self.hear)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("response", self.watch)
        self.page: Page = context.new_page()

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not EXPECTED.match(message.text):
            self.complaints.append(message.text)

    def watch(self, response: Response) -> None:
        is_page = response.request.resource_type in PAGES
        if response.status >= (500 if is_page else 400):
            self.complaints.append(f"{response.status} {response.url}")

    # moving about

    def goes(self, path: str) -> None:
        """Going away would cut off what was pressed."""
        self.waits_for(".htmx-request")
        self.page.goto(self.house.address + path)

    def reloads(self) -> None:
        self.waits_for(".htmx-request")
        self.page.reload()

    def waits_for(self, under_way: str) -> None:
        """Until what was pressed has been answered."""
        if self.has_script:
            expect(self.page.locator(under_way)).to_have_count(0)

    def follows(self, name: str, *, within: Locator | None = None, at: int = 0) -> None:
        (within or self.page).get_by_role("link", name=name).nth(at).click()

    def presses(self, name: str, *, within: Locator | None = None) -> None:
        """A button, also one behind a disclosure; a form on its way takes no second press."""
        self.waits_for("form[aria-busy=true]")
        buttons = (within or self.page).get_by_role("button", name=name, include_hidden=True)
        button = buttons.filter(has_text=re.compile(rf"^\s*{re.escape(name)}\s*$")).first
        self.unfold(button)
        button.click()

    def opens(self, name: str, *, within: Locator | None = None) -> None:
        """A disclosure, if it is closed."""
        summary = (within or self.page).locator("summary", has_text=name).first
        if not summary.evaluate("element => element.parentElement.open"):
            summary.click()

    def fills(self, label: str, text: str, *, within: Locator | None = None) -> None:
        box = (within or self.page).get_by_label(label).first
        self.unfold(box)
        box.fill(text)

    def checks(self, label: str, *, within: Locator | None = None) -> None:
        choice = (within or self.page).get_by_label(label).first
        self.unfold(choice)
        choice.check()

    def unfold(self, part: Locator) -> None:
        """Open the disclosures around a part of the page."""
        part.wait_for(state="attached")
        closed = part.locator("xpath=ancestor::details[not(@open)]").first
        while closed.count():
            closed.locator("summary").first.click()

    def sees(self, *texts: str, within: Locator | None = None) -> None:
        for text in texts:
            expect(within or self.page.locator("body")).to_contain_text(text)

    def misses(self, *texts: str, within: Locator | None = None) -> None:
        for text in texts:
            expect(within or self.page.locator("body")).not_to_contain_text(text)

    def is_at(self, path: str) -> None:
        expect(self.page).to_have_url(re.compile(rf"^{self.house.address}{path}$"))

    @contextmanager
    def staying(self) -> Iterator[None]:
        """With JavaScript the page is not loaded anew in the block."""
        if not self.has_script:
            yield
            return
        self.page.evaluate("window.stayed = true")
        yield
        assert self.page.evaluate("window.stayed === true"), "the page was loaded anew"

    # coming in

    def signs_up(self, first_name: str) -> None:
        """From the sign-in page; the code is read in another tab, where mails are kept."""
        self.follows("Make an account")
        self.is_at("/accounts/signup/.*")
        self.page.wait_for_load_state()  # what this browser cannot do is hidden by then
        self.follows("use a password")
        self.email = f"{first_name.lower()}.{secrets.token_hex(4)}@example.org"
        self.fills("First name", first_name)
        self.fills("Email", self.email)
        self.fills("Password", PASSWORD)
        self.presses("Make my account")
        self.sees("Is this your address?", self.email)
        self.fills("Code", self.code())
        self.presses("Go on")
        expect(self.page.get_by_label("Code")).to_have_count(0)

    def code(self) -> str:
        """The newest one that was sent to this person."""
        tab = self.context.new_page()
        tab.goto(f"{self.house.address}/outbox/")
        mail = tab.locator("article", has_text=self.email).first.inner_text()
        tab.close()
        found = CODE.search(mail)
        assert found, mail
        return found[0]

    def signs_in(self, email: str, password: str = PASSWORD) -> None:
        self.email = email
        self.goes("/accounts/login/")
        self.fills("Email", email)
        self.fills("Password", password)
        self.page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
        self.is_at("/today/")

    def shows_that_it_is_them(self) -> None:
        """Asked before what cannot be undone; then what was sent goes on."""
        self.sees("Is it you?")
        self.fills("Password", PASSWORD)
        self.page.locator("main").get_by_role("button", name="Go on", exact=True).click()
        self.presses("Go on with it")

    def signs_out(self) -> None:
        self.goes("/settings/")
        self.presses("Sign out")
        self.sees("I hurt someone")
