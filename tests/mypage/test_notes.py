"""My page belongs to its person, joined or not."""

import re

import pytest

from accounts.models import User
from mend.fresh import fresh_id
from steps.sharing.drafts import Draft
from tests.people import signed_in
from tests.writing import write

pytestmark = pytest.mark.django_db


def test_ben_keeps_a_note_and_finds_it_again(ben: User) -> None:
    client = signed_in(ben)
    assert "What would you like to keep" in client.get("/me/").content.decode()
    reply = client.post(
        f"/writing/{fresh_id(ben.pk)}/",
        {"kind": "note", "revision": "0", "note": "I add up months."},
    )
    assert reply.status_code == 302
    assert "I add up months." in client.get("/me/").content.decode()
    assert "I add up months." in client.get(reply.url).content.decode()  # type: ignore[attr-defined]


def test_notes_are_on_nobody_elses_page(couple: tuple[User, User]) -> None:
    ann, ben = couple
    note = write(ben, kind="note", step=None, note="I add up months.")
    assert "I add up months." not in signed_in(ann).get("/me/").content.decode()
    assert signed_in(ann).get(f"/writing/{note.pk}/").status_code == 404


def test_a_note_has_no_way_to_be_shared_or_told(couple: tuple[User, User]) -> None:
    _, ben = couple
    note = write(ben, kind="note", step=None, note="for me")
    client = signed_in(ben)
    page = client.get(f"/writing/{note.pk}/preview/").content.decode()
    assert "Share with" not in page
    assert "in person" not in page
    assert client.post(f"/writing/{note.pk}/sharing/").status_code == 409
    assert client.post(f"/writing/{note.pk}/telling/", {"on": "2026-01-01"}).status_code == 409
    assert Draft.objects.get(pk=note.pk).words == {"note": "for me"}


def test_what_ann_wants_to_write_right_now_is_kept_only_if_she_says_so(ann: User) -> None:
    client = signed_in(ann)
    assert "I want to write right now" not in client.get("/settings/").text
    assert "write down what you will do" in client.get("/me/now/").text
    write(ann, kind="patience", step=7, when="want to ask", plan="go for a walk.", person="Eve")
    assert "I want to write right now" in client.get("/settings/").text
    page = client.get("/me/now/").text
    assert "If I want to ask, then I go for a walk." in page
    assert "hx-trigger" not in page, "nothing is kept while one types"
    [address] = re.findall(r'action="(/writing/[^"]+)"', page)
    fields = {"kind": "note", "revision": "0", "note": "Why do you never answer?"}
    assert client.post(address, fields).status_code == 302
    assert "Why do you never answer?" in client.get("/me/").text


def test_whom_ann_turns_to_stays_with_her(couple: tuple[User, User]) -> None:
    ann, ben = couple
    write(ann, step=7, plan="If it comes, I count trams.", person="My aunt Eve")
    pages = [signed_in(ben).get(page).text for page in ("/me/now/", "/me/", "/steps/7/", "/today/")]
    assert not [page for page in pages if "trams" in page or "aunt" in page]
