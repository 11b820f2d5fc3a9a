"""Ann is signed out while she types: what she sends is carried through the sign-in, for her."""

import re
import uuid
from html import unescape

import pytest
from django.core import signing
from django.test import Client

from accounts.carried import COOKIE, SALT, Carried
from accounts.models import User
from mend.fresh import fresh_id
from steps.sharing.drafts import Draft
from tests.people import PASSWORD, signed_in

pytestmark = pytest.mark.django_db
WORDS = "I took “it”, <b>twice</b>.\r\nAnd hid it."


@pytest.fixture
def browser(ann: User) -> Client:
    """Ann has looked at her page in it, and has been signed out since."""
    browser = signed_in(ann)
    browser.get("/me/")
    browser.post("/accounts/logout/")
    return browser


def send_note(browser: Client, pk: uuid.UUID, **headers: str) -> str:
    """The page that answers."""
    fields = {"kind": "note", "revision": "0", "note": WORDS, "also": ["one", "two"]}
    answer = browser.post(f"/writing/{pk}/", fields, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def hidden(page: str, name: str) -> list[str]:
    found = re.findall(rf'type="hidden" name="{name}" value="([^"]*)"', page)
    return [unescape(value) for value in found]


def sign_in(browser: Client, user: User, carried: str, password: str = PASSWORD) -> str:
    """The page to which signing in leads."""
    fields = {"login": user.email, "password": password, "carried": carried}
    return browser.post("/accounts/login/", fields, follow=True).content.decode()


def test_it_is_kept_once_ann_is_back(ann: User, browser: Client) -> None:
    pk = fresh_id(ann.pk)
    page = send_note(browser, pk)
    assert WORDS not in page
    page = sign_in(browser, ann, hidden(page, "carried")[0])
    assert f'action="/writing/{pk}/"' in page
    assert hidden(page, "also") == ["one", "two"]
    assert not Draft.objects.written_by(ann).exists()
    fields = {name: hidden(page, name)[0] for name in ("kind", "revision", "note")}
    assert browser.post(f"/writing/{pk}/", fields).status_code == 302
    assert Draft.objects.written_by(ann).get(pk=pk).words == {"note": WORDS}


def test_a_wrong_password_loses_nothing(ann: User, browser: Client) -> None:
    carried = hidden(send_note(browser, uuid.uuid4()), "carried")[0]
    page = sign_in(browser, ann, carried, password="not this one")
    assert set(hidden(page, "carried")) == {carried}
    assert hidden(sign_in(browser, ann, carried), "note") == [WORDS]


def test_ben_does_not_get_it(ben: User, browser: Client) -> None:
    page = sign_in(browser, ben, hidden(send_note(browser, uuid.uuid4()), "carried")[0])
    assert "Nothing here needs you today" in page
    assert WORDS not in page
    assert hidden(page, "note") == []


def test_nobody_can_make_up_what_was_carried(ann: User) -> None:
    made_up = vars(Carried("", "/writing/", [("note", WORDS)]))
    for carried in ("", "no", signing.dumps(made_up, salt="other"), "x" * 5000):
        assert "note" not in hidden(sign_in(Client(), ann, carried), "note")
    assert Carried.opened(signing.dumps(made_up, salt=SALT))


def test_htmx_is_told_and_leaves_the_page_as_it_is(browser: Client) -> None:
    for answer in (
        browser.post(f"/writing/{uuid.uuid4()}/", headers={"HX-Request": "true"}),
        browser.get("/record/", headers={"HX-Request": "true"}),
    ):
        assert (answer.status_code, answer.content) == (401, b"")


def test_a_page_that_is_only_looked_at_leads_to_signing_in_and_back(browser: Client) -> None:
    assert browser.get("/me/").headers["Location"] == "/accounts/login/?next=/me/"


def test_passwords_are_never_carried(browser: Client) -> None:
    fields = {"oldpassword": PASSWORD, "password1": "another pass phrase"}
    answer = browser.post("/accounts/password/change/", fields)
    assert answer.status_code == 302
    assert PASSWORD not in answer.content.decode()


def test_leaving_takes_the_mark_away_and_then_nothing_is_carried(ann: User) -> None:
    browser = signed_in(ann)
    browser.get("/me/")
    assert str(ann.pk) not in browser.cookies[COOKIE].value
    assert browser.cookies[COOKIE]["httponly"]
    browser.get("/leave/")
    assert browser.cookies[COOKIE].value == ""
    answer = browser.post(f"/writing/{uuid.uuid4()}/", {"kind": "note", "note": WORDS})
    assert answer.status_code == 302


def test_a_page_of_another_site_gets_no_page_of_ours_with_its_words(ann: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ann)
    browser.get("/me/")
    browser.cookies.pop("sessionid")
    answer = browser.post(f"/writing/{uuid.uuid4()}/", {"kind": "note", "note": WORDS})
    assert answer.status_code == 403
