"""The desk: for Ann a note, a letter and its parts; for Ben letters to open, answer or leave."""

import datetime as dt
import re
from typing import Any

import pytest

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.identity import acting_as
from steps.letters.models import Letter, LetterReply
from steps.letters.parts import mark_of, numbered
from steps.sharing.drafts import Draft
from steps.sharing.items import CARDS
from steps.sharing.limits import Limits
from steps.timeline.checking import findings_of
from tests.letters.posting import opened, posted, read_out
from tests.people import signed_in
from tests.test_access import FRESH
from tests.writing import LETTER, WHOLE, rest_guess, write, write_letter

pytestmark = pytest.mark.django_db

DESK = "/steps/3/desk/"
HTMX = {"HX-Request": "true"}
WAYS = pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])


def page(reader: User) -> str:
    shown = signed_in(reader).get(DESK)
    assert shown.status_code == 200
    return FRESH.sub(b"", shown.content).decode()


def post(letter: Letter, noun: str, by: User, headers: dict[str, str], **fields: Any) -> Any:
    return signed_in(by).post(f"{DESK}{letter.pk}/{noun}/", fields, headers=headers)


def marks(letter: str = LETTER, **places: int) -> dict[str, str]:
    sentences = dict(numbered(letter))
    return {part: mark_of(sentences[place]) for part, place in places.items()}


def test_ann_finds_a_note_for_herself_and_the_way_to_a_letter(couple: tuple[User, User]) -> None:
    ann, _ = couple
    write(ann)
    shown = page(ann)
    assert "First, three minutes for yourself" in shown
    assert "Step 2 comes first" in shown
    assert f'href="{DESK}"' in signed_in(ann).get("/steps/3/").text
    new = signed_in(ann).get("/steps/3/writing/")
    assert new.status_code == 302
    assert "kind=letter&step=3" in new["Location"]
    note = {"kind": "stand", "revision": "0", "stand": "I want to be somebody who says it."}
    assert signed_in(ann).post(f"/writing/{fresh_id(ann.pk)}/", note).status_code == 302
    assert "somebody who says it" in page(ann)
    assert Draft.objects.get(kind="stand").journey_id is None


def test_the_note_has_no_way_out_and_a_letter_stands_at_its_own_step(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    note = write(ann, kind="stand", step=None, stand="For truth.")
    client = signed_in(ann)
    shown = client.get(f"/writing/{note.pk}/preview/").text
    assert "Share with" not in shown
    for noun, fields in (("sharing", {}), ("telling", {"on": "2026-01-01"})):
        assert client.post(f"/writing/{note.pk}/{noun}/", fields).status_code == 409
    write(ann)
    forged = {"kind": "letter", "step": "9", "revision": "0", "letter": "I lied."}
    assert client.post(f"/writing/{fresh_id(ann.pk)}/", forged).status_code == 404
    assert not Draft.objects.filter(kind="letter").exists()
    assert "For truth." not in page(ben)


def test_the_parts_stand_beside_the_letter_and_follow_what_is_typed(ann: User) -> None:
    draft = write_letter(ann, **WHOLE)
    shown = signed_in(ann).get(f"/writing/{draft.pk}/").text
    order = ["my doing", "put it right", "did to you", "Regret", "happened", "different"]
    places = [shown.index(part) for part in order]
    assert places == sorted(places)
    assert shown.count(" selected>") == 6
    assert f'value="{marks(harm=2)["harm"]}" selected>2 · It cost you your nights.' in shown
    typed = {"letter": f"It is late. {LETTER}", **marks(regret=3)}
    answer = signed_in(ann).post(f"{DESK}parts/", typed, headers=HTMX)
    fragment = answer.content.decode()
    assert f'value="{typed["regret"]}" selected>4 · I am sorry' in fragment
    assert "<html" not in fragment
    assert Draft.objects.get().words == draft.words, "nothing is kept by that"


@pytest.mark.parametrize("letter", ["", "\x00", "x" * 20_001, "a. " * 7_000, "…", "🙂" * 500])
def test_odd_and_huge_letters_are_drawn(ann: User, letter: str) -> None:
    draft = write(ann, kind="letter", step=3, letter=letter.replace("\x00", ""), doing="ffff")
    client = signed_in(ann)
    assert client.get(f"/writing/{draft.pk}/").status_code == 200
    answer = client.post(f"{DESK}parts/", {"letter": letter, "doing": "ffff"})
    assert answer.status_code == 200
    assert answer.content.count(b"<option") <= 6 * 251
    fits = letter in ("…", "🙂" * 500)
    assert client.get(f"/writing/{draft.pk}/preview/").status_code == (200 if fits else 422)


@WAYS
def test_ann_marks_a_letter_that_is_sent_and_the_seam_joins(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    letter = opened(ann, to=ben)
    before = page(ben)
    done = post(letter, "marks", ann, headers, **marks(**WHOLE), repair="not a sentence")
    if headers:
        assert "gold just" in done.text
        assert "<html" not in done.text
    else:
        assert (done.status_code, done.url) == (302, f"{DESK}#letter-{letter.pk}")
    letter.refresh_from_db()
    assert (letter.says, letter.places) == (["doing", "harm", "regret"], [1, 2, 3])
    assert "It cost you your nights." in page(ann)
    assert page(ben) == before, "what Ann finds in it is hers"
    post(letter, "marks", ann, headers)
    letter.refresh_from_db()
    assert letter.says == []


def test_ben_sees_a_closed_card_and_then_the_letter(couple: tuple[User, User]) -> None:
    ann, ben = couple
    rest_guess(ann)
    assert "There is no letter here" in page(ben)
    letter = posted(ann)
    assert "It cost you your nights." not in page(ben)
    assert "A letter from Ann" in signed_in(ben).get("/today/").text
    opening = signed_in(ben).post(f"/card/{letter.pk}/opening/", headers=HTMX)
    assert f'href="{DESK}"' in opening.text
    shown = page(ben)
    for words in ("It cost you your nights.", "Received", "one more thing I need", "Set aside"):
        assert words in shown
    assert "None of these needs an answer from you." in shown
    assert 'id="plate"' not in shown
    read_out(ann)
    assert shown == page(ben)


@WAYS
def test_ben_answers_and_takes_it_back(couple: tuple[User, User], headers: dict[str, str]) -> None:
    ann, ben = couple
    letter = opened(ann, to=ben)
    fields = {"id": str(fresh_id(ben.pk)), "choice": "more", "words": "Say it of the summer, too."}
    for _ in range(2):
        done = post(letter, "reply", ben, headers, **fields)
        assert done.status_code == (200 if headers else 302)
    assert LetterReply.objects.count() == 1
    assert "You said that there is one more thing" in page(ben)
    assert "one more thing that Ben needs to read" in page(ann)
    assert "of the summer" in page(ann)
    assert "You answered a letter" in signed_in(ben).get("/record/").text
    assert post(letter, "reply/end", ben, headers).status_code == (200 if headers else 302)
    assert "of the summer" not in page(ann) + signed_in(ann).get("/record/").text
    assert "Ben took the answer back" in page(ann)
    assert "of the summer" in page(ben)
    with acting_as(ann):
        assert findings_of(ann).without == [], "an answer that was taken back is missed by nobody"


@WAYS
@pytest.mark.parametrize(
    "typed",
    [{"choice": ""}, {"choice": "forgiven"}, {"words": "Not yet." + "x" * 273}, {"id": "7"}],
    ids=["no choice", "made up", "281 characters", "no id"],
)
def test_an_unfinished_answer_keeps_what_was_typed(
    couple: tuple[User, User], headers: dict[str, str], typed: dict[str, str]
) -> None:
    ann, ben = couple
    letter = opened(ann, to=ben)
    fields = {"id": str(fresh_id(ben.pk)), "choice": "more", "words": "Not yet."} | typed
    refused = post(letter, "reply", ben, headers, **fields)
    assert refused.status_code == 422
    assert "Not yet." in refused.text
    assert "errorlist" in refused.text
    assert ("<html" in refused.text) is not bool(headers)
    assert not LetterReply.objects.exists()


def test_what_ben_chooses_opens_or_leaves_changes_no_byte_for_ann(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    letter = posted(ann)
    before = page(ann)
    for place in ("closed", "after", "aside", "shelf"):
        chosen = {f"place_{kind}": "shelf" for kind in CARDS}
        chosen |= {"letters": "1", "others": "3", "waiting": "3", "place_letter": place}
        assert signed_in(ben).post("/settings/limits/", chosen).status_code == 302
        assert page(ann) == before
    assert Limits.objects.get().after == []
    signed_in(ben).post(f"/card/{letter.pk}/leaving/")
    signed_in(ben).post(f"/card/{letter.pk}/opening/")
    assert page(ann) == before


SPRING = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def test_silence_is_never_labelled(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(SPRING):
        opened(ann, to=ben)
        before = page(ann)
        for days in (1, 30, 60):
            with clock.at(SPRING + dt.timedelta(days=days)):
                assert page(ann) == before
    assert not re.search("unanswered|waiting for|pending|reminder", before + page(ben), re.I)
