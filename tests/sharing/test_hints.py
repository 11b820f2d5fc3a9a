"""Phrases to look at beside a draft: what Ann decides stays with her, and a threat is not sent."""

import re

import pytest

from accounts.models import User
from steps.sharing.drafts import Draft
from steps.sharing.hints import KEPT, beside
from steps.sharing.items import Copy
from tests.pairing.test_pages import both, text_of
from tests.people import signed_in
from tests.writing import send, write

pytestmark = pytest.mark.django_db

DEFENDS = "I lied about it. I'm sorry if what I said hurt you."
THREAT = "If you tell anyone, you'll regret it."


def marks(draft: Draft) -> list[tuple[str, bool]]:
    draft.refresh_from_db()
    return [(one.hint.category, one.is_kept) for one in beside(draft)]


def test_what_ann_types_is_answered_with_the_phrases_in_it(couple: tuple[User, User]) -> None:
    ann, _ = couple
    draft = write(ann, what_i_did="I lied about it.")
    address = f"/writing/{draft.pk}/"
    assert "Phrases to look at" in (page := signed_in(ann).get(address).text)
    assert "hinted" not in page
    fields = {"kind": "entry", "step": "1", "revision": "1", "what_i_did": DEFENDS}
    answer = signed_in(ann).post(address, fields, headers={"HX-Request": "true"}).text
    assert "Saved at" in answer
    marked = re.compile(r'<q class="hinted" id="hint-1">[^<]*sorry if')
    assert marked.search(answer)
    assert marked.search(signed_in(ann).get(address).text)


@both
def test_ann_keeps_a_phrase_and_it_stays_kept_while_she_writes_on(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, _ = couple
    draft = write(ann, what_i_did=DEFENDS)
    [one] = beside(draft)
    client, address = signed_in(ann), f"/writing/{draft.pk}/"
    answer = client.post(f"{address}phrase/", {"mark": one.mark}, headers=headers)
    assert "You keep it as it is." in (answer.text or client.get(address).text)
    fields = {"kind": "entry", "step": "1", "revision": "2", "what_i_did": f"{DEFENDS} And more."}
    client.post(address, fields)
    assert marks(draft) == [(one.hint.category, True)]
    client.post(address, fields | {"revision": "3", "what_i_did": "I lied about it."})
    assert marks(draft) == []


def test_only_a_phrase_that_is_there_can_be_kept_and_no_threat(couple: tuple[User, User]) -> None:
    ann, _ = couple
    draft = write(ann, what_i_did=f"{DEFENDS} {THREAT}")
    safety = next(one for one in beside(draft) if one.hint.level == "safety")
    client = signed_in(ann)
    for mark in ("", "conditional nowhere", "x" * 10_000, "a\0b", safety.mark):
        assert client.post(f"/writing/{draft.pk}/phrase/", {"mark": mark}).status_code == 302
    draft.refresh_from_db()
    assert draft.words[KEPT] == []


def test_a_decision_does_not_go_along_when_ann_shares(couple: tuple[User, User]) -> None:
    ann, _ = couple
    draft = write(ann, what_i_did=DEFENDS)
    [one] = beside(draft)
    signed_in(ann).post(f"/writing/{draft.pk}/phrase/", {"mark": one.mark})
    draft.refresh_from_db()
    send(draft, by=ann)
    assert all(set(copy.words["words"]) == {"what_i_did"} for copy in Copy.objects.all())


def test_a_threat_is_not_sent_and_the_draft_stays(couple: tuple[User, User]) -> None:
    ann, _ = couple
    draft = write(ann, what_i_did=THREAT)
    client = signed_in(ann)
    page = text_of(client.get(f"/writing/{draft.pk}/preview/"))
    assert "it cannot be sent like this" in page
    assert "Share with" not in page
    assert "in person" not in page
    for way, fields in (("sharing", {}), ("telling", {"on": "2026-01-01"})):
        answer = client.post(f"/writing/{draft.pk}/{way}/", fields)
        assert answer.status_code == 409
        assert "This can be read as a threat" in answer.text
    draft.refresh_from_db()
    assert (draft.words["what_i_did"], draft.goes_at) == (THREAT, None)


def test_notes_have_no_hints(couple: tuple[User, User]) -> None:
    _, ben = couple
    note = write(ben, kind="note", step=None, note=f"{DEFENDS} {THREAT}")
    assert beside(note) == []
    assert "hinted" not in signed_in(ben).get(f"/writing/{note.pk}/").text


def test_nobody_else_keeps_a_phrase_of_anns(couple: tuple[User, User], cy: User) -> None:
    ann, ben = couple
    draft = write(ann, what_i_did=DEFENDS)
    for other in (ben, cy):
        answer = signed_in(other).post(f"/writing/{draft.pk}/phrase/", {"mark": "x"})
        assert answer.status_code == 404
