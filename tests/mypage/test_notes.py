"""My page belongs to its person, joined or not."""

import uuid

import pytest

from accounts.models import User
from steps.sharing.drafts import Draft
from tests.people import signed_in
from tests.writing import write

pytestmark = pytest.mark.django_db


def test_ben_keeps_a_note_and_finds_it_again(ben: User) -> None:
    client = signed_in(ben)
    assert "What would you like to keep" in client.get("/me/").content.decode()
    reply = client.post(
        f"/writing/{uuid.uuid4()}/", {"kind": "note", "revision": "0", "note": "I add up months."}
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
