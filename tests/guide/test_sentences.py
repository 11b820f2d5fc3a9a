"""Sentences to practise with: an answer is explained at once, and kept nowhere."""

import pytest

from accounts.models import User
from steps.language.trainer import EXAMPLES
from tests.pairing.test_pages import both, text_of
from tests.people import signed_in
from tests.test_access import checksum

pytestmark = pytest.mark.django_db

DEFENDS = next(at for at, one in enumerate(EXAMPLES, 1) if one.category)
OWNS = next(at for at, one in enumerate(EXAMPLES, 1) if not one.category)


@both
@pytest.mark.parametrize(
    ("number", "said", "answer"),
    [
        (DEFENDS, "defends", "Yes, it defends."),
        (DEFENDS, "owns", "It defends, if one looks closely."),
        (OWNS, "owns", "Yes, it owns."),
        (OWNS, "defends", "It owns, if one looks closely."),
    ],
)
def test_each_answer_is_explained(
    ben: User, number: int, said: str, answer: str, headers: dict[str, str]
) -> None:
    client = signed_in(ben)
    before = checksum()
    page = text_of(client.get(f"/steps/17/sentences/{number}/?said={said}", headers=headers))
    assert answer in page
    assert str(EXAMPLES[number - 1].why) in page.replace("&#x27;", "'")
    assert checksum() == before


def test_before_an_answer_nothing_is_told_and_after_the_last_comes_the_first(ben: User) -> None:
    client = signed_in(ben)
    for said in ("", "?said=", "?said=x", "?said=%20"):
        page = client.get(f"/steps/17/sentences/{DEFENDS}/{said}").text
        assert "It owns" in page
        assert str(EXAMPLES[DEFENDS - 1].why) not in page
    last = client.get(f"/steps/17/sentences/{len(EXAMPLES)}/?said=owns").text
    assert 'href="/steps/17/sentences/1/"' in last


@pytest.mark.parametrize("number", ["0", str(len(EXAMPLES) + 1), "9" * 24])
def test_there_is_no_other_sentence(ben: User, number: str) -> None:
    assert signed_in(ben).get(f"/steps/17/sentences/{number}/").status_code == 404
