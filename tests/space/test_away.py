"""Ben puts his pages away: they are empty, and nobody else can tell."""

import pytest

from accounts.models import User
from steps.space.models import PutAway
from tests.people import signed_in
from tests.space.taking import pages_of
from tests.writing import send, write, write_offer, write_promise

pytestmark = pytest.mark.django_db


def test_all_of_bens_pages_are_empty_and_one_quiet_button_brings_them_back(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    items = [send(draft, by=ann) for draft in (write(ann), write_offer(ann), write_promise(ann))]
    note = write(ben, kind="note", step=None, note="Only mine.")
    more = [f"/card/{item.pk}/" for item in items] + [f"/writing/{note.pk}/", "/steps/"]
    before, client = pages_of(ben, *more), signed_in(ben)
    assert client.post("/space/away/").status_code == 302
    for page, text in pages_of(ben, *more).items():
        assert "There is nothing here now." in text, page
        assert "Ann" not in text
        assert "Only mine." not in text
        assert '<nav class="places"' not in text
    assert '<nav class="places"' not in client.get("/settings/devices/").text
    assert client.post("/space/away/end/").status_code == 302
    assert pages_of(ben, *more) == before


def test_a_part_of_a_page_that_was_open_is_not_read_on_either(ann: User) -> None:
    client = signed_in(ann)
    client.post("/space/away/")
    answer = client.get("/record/?before=9", headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == "/today/"


def test_the_other_sees_the_same_bytes_and_a_stranger_too(
    couple: tuple[User, User], cy: User
) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    before = [pages_of(ann), pages_of(cy)]
    signed_in(ben).post("/space/away/")
    assert [pages_of(ann), pages_of(cy)] == before


def test_what_is_typed_on_a_page_that_was_open_is_kept(ann: User) -> None:
    draft = write(ann)
    client = signed_in(ann)
    client.post("/space/away/")
    words = {"kind": "entry", "step": 1, "revision": draft.revision, "what_i_did": "I hid it."}
    assert client.post(f"/writing/{draft.pk}/", words).status_code == 302
    draft.refresh_from_db()
    assert draft.words["what_i_did"] == "I hid it."


def test_saying_it_twice_is_safe(ann: User) -> None:
    for path in ("/space/away/", "/space/away/", "/space/away/end/", "/space/away/end/"):
        assert signed_in(ann).post(path).status_code == 302
    assert PutAway.objects.count() == 1
    assert PutAway.objects.get().ended_at
