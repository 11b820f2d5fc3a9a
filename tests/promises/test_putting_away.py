"""Ben puts one promise away by itself; Ann cannot tell (tests/promises/test_list.py)."""

import pytest
from django.test import Client

from accounts.models import User
from mend import clock
from steps.sharing.shelf import Reading
from tests.people import signed_in
from tests.promises.story import HTMX, MONDAY, day, days_on, opened, promised, reported

pytestmark = pytest.mark.django_db


def text(browser: Client, address: str) -> str:
    return browser.get(address).content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_it_leaves_his_pages_and_comes_back(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        quiet = opened(promised(ann, "I call."), ben)
        opened(promised(ann, "I cook."), ben)
        reported(quiet, day(0), "kept", by=ann)
    browser = signed_in(ben)
    with clock.at(days_on(1)):
        assert "reported on one promise" in text(browser, "/today/")
        for _twice in range(2):
            answer = browser.post(f"/list/{quiet.pk}/away/", headers=headers)
            assert answer.status_code == (200 if headers else 302)
        page = text(browser, "/list/")
        assert ("I call." in page, "I cook." in page) == (False, True)
        assert "You put it away" in page
        assert "reported" not in text(browser, "/today/")
        assert "I call." in text(browser, f"/list/{quiet.pk}/")
    with clock.at(days_on(30)):
        page = text(browser, "/list/")
        assert ("I call." in page, "I cook." in page) == (False, True), "nor when they are over"
        for _twice in range(2):
            browser.post(f"/list/{quiet.pk}/away/end/", headers=headers)
        assert "I call." in text(browser, "/list/")


def test_what_he_left_closed_and_opened_later_is_not_away_until_he_says_so(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    browser = signed_in(ben)
    with clock.at(MONDAY):
        promise = promised(ann, "I call.")
        Reading.leave(promise, by=ben)
        reported(promise, day(0), "kept", by=ann)
        assert "reported" not in text(browser, "/today/")
        browser.post(f"/list/{promise.pk}/away/end/")
        assert "You left it closed" in text(browser, "/list/")
        opened(promise, ben)
        assert "I call." in text(browser, "/list/")
        browser.post(f"/list/{promise.pk}/away/")
        assert "I call." not in text(browser, "/list/")
