"""Wall 3: words open for their person alone; what was changed or moved does not open at all."""

import base64
import logging
import secrets
import uuid
from collections.abc import Callable, Iterator
from itertools import permutations
from typing import Any

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from accounts.models import User
from mend.identity import acting_as
from mend.keyring import SIZE, CannotOpen, Kek, Place, Ring, Wrapped
from mend.sealed import Sealed
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy
from tests.keys import EVERYBODYS, nobody_acts
from tests.people import pair, signed_in
from tests.walls.columns import every_row, sql
from tests.world import World
from tests.writing import send, write

pytestmark = pytest.mark.django_db

LABELS = {"steps_draft.words": "draft", "steps_copy.words": "copy"}
PEOPLE = [uuid.uuid4() for _ in range(3)]
MARK = secrets.token_hex(8)


class Holder:
    """Somebody for whom all keys are one, so that nothing but the place keeps texts apart."""

    def __init__(self, pk: uuid.UUID) -> None:
        self.pk = pk

    def wrapped_keys(self) -> Iterator[tuple[str, uuid.UUID, Wrapped]]:
        for name in LABELS.values():
            for somebody in PEOPLE:
                yield name, somebody, ONE


ONE = Wrapped.new()
places = some.builds(
    lambda label, somebody, row: Place(LABELS[label], somebody, label, row),
    some.sampled_from(sorted(LABELS)), some.sampled_from(PEOPLE), some.uuids(),
)  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
@given(words=some.binary(max_size=200), place=places, data=some.data())
def test_what_was_sealed_opens_where_it_belongs_and_in_no_byte_changed(
    words: bytes, place: Place, data: some.DataObject
) -> None:
    ring = Ring(Holder(place.person))
    sealed = ring.seal(words, place)
    assert ring.open(sealed, place) == words
    changed = bytearray(sealed)
    changed[data.draw(some.integers(0, len(sealed) - 1))] ^= data.draw(some.integers(1, 255))
    cut = sealed[: data.draw(some.integers(0, len(sealed) - 1))]
    for wrong in (bytes(changed), cut, sealed + data.draw(some.binary(min_size=1, max_size=9))):
        with pytest.raises(CannotOpen):
            ring.open(wrong, place)


@given(words=some.binary(max_size=200), place=places, other=places)
def test_moved_to_another_row_field_or_person_it_does_not_open(
    words: bytes, place: Place, other: Place
) -> None:
    """Even where the key is the same."""
    moved = [
        place._replace(row=other.row),
        place._replace(person=other.person),
        place._replace(label=other.label),
        other,
    ]
    sealed = Ring(Holder(place.person)).seal(words, place)
    for there in moved:
        if (there.label, there.row, there.person) != (place.label, place.row, place.person):
            with pytest.raises(CannotOpen):
                Ring(Holder(there.person)).open(sealed, there)


def test_two_seals_of_the_same_words_have_nothing_in_common() -> None:
    place = Place("draft", PEOPLE[0], "steps_draft.words", uuid.uuid4())
    ring = Ring(Holder(PEOPLE[0]))
    assert len({ring.seal(b"I lied.", place)[1:] for _ in range(100)}) == 100


def test_no_row_opens_with_what_stands_in_any_other(world: World) -> None:
    rows = [(row, field.place(row)) for row, field in every_row()]
    raw = [(row.__dict__["words"].raw, place) for row, place in rows]
    assert len(raw) >= 40
    for (sealed, _), (_, place) in permutations(raw, 2):
        with pytest.raises(CannotOpen):
            EVERYBODYS.open(sealed, place)


@pytest.mark.parametrize("column", ["words", "writer_id"])
def test_a_page_whose_words_were_tampered_with_fails_and_says_no_word(
    ann: User, cy: User, column: str, caplog: pytest.LogCaptureFixture
) -> None:
    note = write(ann, kind="note", step=None, note=f"Here sings {MARK}.")
    change, values = {
        "words": ("words = set_byte(words, 20, get_byte(words, 20) # 1)", []),
        "writer_id": ("writer_id = %s, couple_id = %s", [cy.pk, cy.couple.pk]),
    }[column]
    sql(f"UPDATE steps_draft SET {change} WHERE id = %s", *values, note.pk)
    client = signed_in(ann if column == "words" else cy, raise_request_exception=False)
    page = client.get(f"/writing/{note.pk}/")
    assert page.status_code == 500
    assert "was changed or moved" in caplog.text
    assert MARK not in caplog.text + page.content.decode()


def test_words_are_opened_by_their_person_alone(couple: tuple[User, User]) -> None:
    """Ann has the key under which Ben's copies are sealed; it opens nothing for her."""
    ann, ben = couple
    item = send(write(ann, what_i_did="I lied."), by=ann)
    mine, theirs = (Copy.objects.get(version__item=item, person=user) for user in couple)
    note = Draft.objects.get(pk=write(ben, kind="note", step=None, note="for me").pk)
    with acting_as(ann):
        assert mine.words["words"] == {"what_i_did": "I lied."}
        for row in (theirs, note):
            with pytest.raises(CannotOpen, match="of somebody else"):
                _ = row.words
    with acting_as(ben):
        assert theirs.words["words"] == {"what_i_did": "I lied."}


def test_without_anybody_acting_nothing_is_opened_or_sealed(ann: User) -> None:
    note = write(ann, kind="note", step=None, note="for me")
    row = Draft.objects.get(pk=note.pk)
    with nobody_acts():
        with pytest.raises(CannotOpen, match="Nobody is acting"):
            _ = row.words
        with acting_as(ann):
            assert row.words == {"note": "for me"}
        with pytest.raises(CannotOpen, match="Nobody is acting"):
            note.save()


def test_what_cy_wrote_alone_opens_after_joining(ann: User, cy: User) -> None:
    note = write(cy, kind="note", step=None, note="before")
    pair(ann, cy)
    with acting_as(cy):
        assert Draft.objects.get(pk=note.pk).words == {"note": "before"}
    assert "before" in signed_in(cy).get("/me/").content.decode()


def test_keys_cost_one_query_in_a_request_that_shows_words_and_none_elsewhere(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    for path, queries in (("/record/", 1), ("/settings/", 0)):
        client = signed_in(ben)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(path).status_code == 200
        assert sum("accounts_copykey" in query["sql"] for query in asked) == queries


@pytest.mark.parametrize(
    "asks",
    [
        lambda: list(Draft.objects.values("words")),
        lambda: list(Draft.objects.values()),
        lambda: list(Draft.objects.values_list("words", flat=True)),
        lambda: list(Copy.objects.values("version__copies__words")),
        lambda: list(Draft.objects.filter(words="I lied.")),
        lambda: list(Draft.objects.exclude(words__isnull=True)),
        lambda: list(Draft.objects.filter(words__note="I lied.")),
        lambda: Draft.objects.update(words={"note": "I lied."}),
    ],
)
def test_words_are_never_asked_for_without_their_row(ann: User, asks: Callable[[], Any]) -> None:
    write(ann)
    with pytest.raises(FieldError):
        asks()


def test_nothing_that_is_printed_shows_a_key_or_a_word(
    ann: User, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even the page that debugging shows when a key is wrong."""
    caplog.set_level(logging.DEBUG, "django")
    write(ann, kind="note", step=None, note=f"Here sings {MARK}.")
    raw = secrets.token_bytes(SIZE)
    client = signed_in(ann, raise_request_exception=False)
    with override_settings(KEYS={"first": Kek(raw)}, DEBUG=True):
        page = client.get("/me/").content.decode()
    assert "did not wrap this key" in page
    shown = f"{page} {caplog.text} {Kek(raw)!r} {Kek(raw)} {Sealed(raw)!r}"
    for form in (raw.hex(), base64.b64encode(raw).decode(), repr(raw)[2:12], MARK):
        assert form not in shown
