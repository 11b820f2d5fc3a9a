"""A person who writes."""

from urllib.parse import parse_qs

from playwright.sync_api import Request, expect

from tests.story.person import Person


class Writer(Person):
    """What is typed is kept by itself with JavaScript, and by the button without."""

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.house.address)

    def at_another_tab(self) -> "Writer":
        other = Writer.__new__(Writer)
        vars(other).update(vars(self), page=self.context.new_page())
        return other

    def begins_at(self, step: int) -> None:
        self.goes(f"/steps/{step}/")
        self.page.get_by_role("link", name="Write", exact=True).click()

    def continues_at(self, step: int) -> None:
        self.goes(f"/steps/{step}/")
        self.follows("Continue writing")

    def types(self, label: str, text: str) -> None:
        """Into a box of the writing page, and whatever the page then says of it."""
        with self.staying():
            self.fills(label, text)
            if not self.has_script:
                self.presses("Save")
                return
            with self.page.expect_response(lambda response: carries(response.request, text)):
                pass

    def writes(self, label: str, text: str) -> None:
        self.types(label, text)
        expect(self.page.locator("#saved")).to_contain_text("only for you.")
        expect(self.page.get_by_label(label).first).to_have_value(text)

    def looks_at_it(self) -> None:
        self.presses("Done for now, look at it")
        self.sees("So far only you can read this.")

    def shares(self) -> None:
        self.looks_at_it()
        self.says_aloud()
        self.presses("Share with Ben")
        self.sees("On its way")

    def says_aloud(self) -> None:
        """Where the page asks for it: of a promise."""
        if self.page.get_by_role("button", name="I said it aloud").count():
            with self.staying():
                self.presses("I said it aloud")
                self.sees("Or in person")

    def prepares_promise(
        self,
        sentence: str,
        rhythm: str,
        *,
        weekdays: bool = False,
        until_today: bool = False,
        plan: str = "",
    ) -> None:
        """From today on, for the days that the form suggests; `weekdays` are all seven."""
        self.goes("/list/writing/")
        self.checks(rhythm)
        if weekdays:
            for day in self.page.locator("[name=weekdays]").all():
                day.check()
        if until_today:
            self.fills("Until", self.page.get_by_label("From").input_value())
        self.fills("… then I will", plan)
        self.writes("I will …", sentence)


def carries(request: Request, text: str) -> bool:
    """Whether it is the page that keeps this text, and not an earlier one."""
    sent = parse_qs(request.post_data or "")
    return [text] in sent.values() and not request.url.endswith("/parts/")
