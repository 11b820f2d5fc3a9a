"""Guesses and maps as their readers see them, each with its picture and the same as a table."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Prefetch
from django.utils.functional import Promise as LazyText

from accounts.models import User
from mend import clock
from steps.guide.areas import AREAS, CLOSENESS
from steps.impact.answers import Correction, SecondLook
from steps.impact.forms import CorrectionForm, said_of, touched
from steps.impact.models import Guess, Map
from steps.impact.picture import Petal, petals
from steps.sharing.drafts import Draft
from steps.sharing.items import Item, ItemQuerySet, with_words
from steps.sharing.shelf import with_opened
from steps.thresholds import LOOKED_AT_AFTER

Words = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """One area: how far it reached and words, as guessed and as it was, and how close that came."""

    name: LazyText
    guess: tuple[str, str]
    own: tuple[str, str]
    close: str


@dataclass(frozen=True)
class Drawn:
    """A guess, a map, or one laid beside the other: the picture, and the same in words."""

    petals: list[Petal]
    rows: list[Row]
    has_guess: bool
    has_own: bool


@dataclass(frozen=True)
class Sheet:
    """One guess or one map. A closed one comes as its `item` alone.

    `is_answered`: its reader has said how close it comes. `rests_until` is the day from which its
    writer can look at it again; None where they have, or where there is nothing to look at.
    """

    id: uuid.UUID
    is_own: bool
    item: Item | None = None
    drawn: Drawn | None = None
    sent_on: dt.date | None = None
    told_on: dt.date | None = None
    withdrawn_on: dt.date | None = None
    form: forms.Form | None = None
    is_answered: bool = False
    has_looked: bool = False
    rests_until: dt.date | None = None
    may_look: bool = False


@dataclass(frozen=True)
class Page:
    """Newest first. The newest map is drawn into the newest guess, once its reader opened both."""

    made: list[Sheet]
    given: list[Sheet]
    maps: list[Sheet]
    drafts: list[Draft]


def page_of(reader: User, typed: dict[uuid.UUID, CorrectionForm] | None = None) -> Page:
    guesses, maps = guesses_of(reader), maps_of(reader)
    laid = {guess.pk: laid_beside(guess, guesses, maps) for guess in guesses}
    sheets = [
        guess_sheet(guess, reader, laid[guess.pk], (typed or {}).get(guess.pk)) for guess in guesses
    ]
    return Page(
        made=[sheet for sheet in sheets if sheet.is_own],
        given=[sheet for sheet in sheets if not sheet.is_own],
        maps=[map_sheet(one, reader, is_laid=one in laid.values()) for one in maps],
        drafts=list(Draft.objects.written_by(reader).at_step(2).filter(kind="map")),
    )


def sheet_for(reader: User, pk: uuid.UUID, form: CorrectionForm | None = None) -> Sheet:
    """The one guess as it is now."""
    page = page_of(reader, {pk: form} if form else None)
    return next(sheet for sheet in (*page.made, *page.given) if sheet.id == pk)


def guesses_of(reader: User) -> list[Guess]:
    found = here(Guess.objects.visible_to(reader), reader)
    said: Any = Prefetch("corrections", Correction.objects.visible_to(reader).order_by("number"))
    looks: Any = Prefetch("second_looks", SecondLook.objects.visible_to(reader))
    rows = found.select_related("writer").prefetch_related(said, looks)
    return with_opened(with_words(rows, reader), reader)


def maps_of(reader: User) -> list[Map]:
    rows = here(Map.objects.visible_to(reader), reader).select_related("writer")
    return with_opened(with_words(rows, reader), reader)


def here[Found: Item](rows: ItemQuerySet[Found], reader: User) -> ItemQuerySet[Found]:
    return rows.filter(couple=reader.membership.couple_id).order_by("-made_at")


def laid_beside(guess: Guess, guesses: list[Guess], maps: list[Map]) -> Map | None:
    """The newest map that was sent lies beside the newest guess, once its reader opened both."""
    newest = next(one for one in guesses if one.writer_id == guess.writer_id)
    theirs = [one for one in maps if one.writer_id != guess.writer_id and one.sent_at]
    standing = [one for one in theirs if not one.withdrawn_at]
    is_open = guess == newest and not guess.is_closed
    return standing[0] if is_open and standing and not standing[0].is_closed else None


def guess_sheet(guess: Guess, reader: User, own: Map | None, typed: CorrectionForm | None) -> Sheet:
    is_own = guess.writer_id == reader.pk
    if guess.is_closed:
        return Sheet(id=guess.pk, is_own=is_own, item=guess)
    corrections = list(guess.corrections.all())
    said = corrections[-1].said if corrections else {}
    rests_until = guess.made_at + LOOKED_AT_AFTER
    has_looked = bool(guess.second_looks.all())
    stands = guess.withdrawn_at is None
    areas = touched(guess.words)
    form = typed or CorrectionForm(areas=areas, initial=said)
    return Sheet(
        id=guess.pk,
        is_own=is_own,
        drawn=drawn(guess.words, own.words if own else {}, said),
        form=form if not is_own and (stands or said) else None,
        is_answered=bool(said),
        has_looked=is_own and has_looked,
        rests_until=reader.day_of(rests_until) if is_own and stands and not has_looked else None,
        may_look=rests_until <= clock.now(),
        **days_of(guess, reader),
    )


def map_sheet(one: Map, reader: User, *, is_laid: bool) -> Sheet:
    """What is laid beside a guess is drawn there; what was taken back has no words any more."""
    is_own = one.writer_id == reader.pk
    if one.is_closed:
        return Sheet(id=one.pk, is_own=is_own, item=one)
    shown = drawn({}, one.words, {}) if one.words and not is_laid else None
    return Sheet(id=one.pk, is_own=is_own, drawn=shown, **days_of(one, reader))


def days_of(item: Item, reader: User) -> dict[str, Any]:
    return {
        "sent_on": reader.day_of(item.sent_at) if item.sent_at else None,
        "told_on": item.told_on,
        "withdrawn_on": reader.day_of(item.withdrawn_at) if item.withdrawn_at else None,
    }


def drawn(guess: Words, own: Words, said: dict[str, str]) -> Drawn:
    areas = [name for name in AREAS if name in (*touched(guess), *touched(own))]
    rows = [
        Row(
            name=AREAS[name].name,
            guess=said_of(name, guess),
            own=said_of(name, own),
            close=str(CLOSENESS.get(said.get(name, ""), "")),
        )
        for name in areas
    ]
    return Drawn(petals(guess, own), rows, has_guess=bool(guess), has_own=bool(own))
