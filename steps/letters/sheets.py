"""Letters as their readers see them: one sheet each, with the one form that fits."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.db.models import Prefetch
from django.urls import reverse

from accounts.models import User
from mend.days import short_day
from mend.fresh import fresh_id
from steps.letters.forms import MarksForm, ReplyForm
from steps.letters.models import Letter, LetterReply
from steps.letters.parts import PARTS, mark_of, numbered
from steps.letters.sentences import OWN, THEIRS
from steps.sharing.items import ItemQuerySet, with_words
from steps.sharing.pages import Said
from steps.sharing.shelf import with_opened

Unfinished = dict[uuid.UUID, forms.Form]


@dataclass(frozen=True)
class Sheet:
    """One letter. A closed one comes as its `item` alone; `said` tells what followed.

    `form` marks the parts, for its writer, who reads them in `parts`, or answers, for the other.
    `may_be_taken_back`: the letter by its writer, the answer by the other.
    """

    id: uuid.UUID
    is_own: bool
    item: Letter | None = None
    text: str = ""
    said: tuple[Said, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    form: forms.Form | None = None
    action: str = ""
    is_change: bool = False
    is_struck: bool = False
    may_be_taken_back: bool = False


def sheets_of(reader: User, *, unfinished: Unfinished | None = None) -> list[Sheet]:
    """Newest first. `unfinished` forms stand in their sheets as they were typed."""
    letters = Letter.objects.visible_to(reader).order_by("-made_at")
    typed = unfinished or {}
    return [sheet_of(letter, reader, typed.get(letter.pk)) for letter in told(letters, reader)]


def sheet_for(reader: User, letter: Letter, *, unfinished: forms.Form | None = None) -> Sheet:
    """The sheet of one letter, as it stands now."""
    (fresh,) = told(Letter.objects.visible_to(reader).filter(pk=letter.pk), reader)
    return sheet_of(fresh, reader, unfinished)


def told(letters: ItemQuerySet[Letter], reader: User) -> list[Letter]:
    """With all that followed, and with the words: four queries for any number."""
    replies = LetterReply.objects.visible_to(reader).order_by("number")
    found = letters.select_related("writer").prefetch_related(Prefetch("replies", replies))
    rows = with_opened(list(found), reader)
    with_words([*rows, *filter(None, map(last_reply, rows))], reader)
    return rows


def sheet_of(letter: Letter, reader: User, unfinished: forms.Form | None) -> Sheet:
    is_own = letter.writer_id == reader.pk
    if letter.is_closed:
        return Sheet(letter.pk, is_own, item=letter)
    reply, text = last_reply(letter), letter.words.get("letter", "")
    form = unfinished or (marks_form(letter, text) if is_own else reply_form(letter, reader, reply))
    if form:
        form.auto_id = f"{letter.pk}-%s"
    return Sheet(
        letter.pk,
        is_own,
        text=text,
        said=tuple(said_of(letter, reader, reply)),
        parts=tuple(parts_of(letter, text)) if is_own else (),
        form=form,
        action=reverse("marks" if is_own else "letter_reply", args=[letter.pk]),
        is_change=bool(letter.says if is_own else reply and reply.stands),
        is_struck=letter.withdrawn_at is not None,
        may_be_taken_back=may_be_taken_back(letter, reply, is_own=is_own),
    )


def said_of(letter: Letter, reader: User, reply: LetterReply | None) -> Iterator[Said]:
    """What its writer did is theirs to the reader, and the other way round."""
    writers, readers = (OWN, THEIRS) if letter.writer_id == reader.pk else (THEIRS, OWN)
    name = reader.partner.first_name if reader.partner else ""
    if letter.told_on:
        yield Said(str(writers["told"]).format(day=short_day(letter.told_on)))
    for noun, moment in (("sent", letter.sent_at), ("withdrawn", letter.withdrawn_at)):
        if moment:
            day = short_day(reader.day_of(moment))
            yield Said(str(writers[noun]).format(day=day, name=name))
    if reply and reply.withdrawn_at:
        day = short_day(reader.day_of(reply.withdrawn_at))
        yield Said(str(readers["unsaid"]).format(day=day, name=name), reply.words.get("words", ""))
    elif reply:
        sentence = str(readers[reply.choice]).format(name=name)
        yield Said(sentence, reply.words.get("words", ""))


def parts_of(letter: Letter, text: str) -> Iterator[tuple[str, str]]:
    """Each part that was marked, with its sentence."""
    sentences = dict(numbered(text))
    for part, place in zip(letter.says, letter.places, strict=True):
        yield str(PARTS[part]), sentences.get(place, "")


def marks_form(letter: Letter, text: str) -> forms.Form:
    sentences = dict(numbered(text))
    marked = zip(letter.says, letter.places, strict=True)
    return MarksForm(
        text=text, initial={part: mark_of(sentences.get(place, "")) for part, place in marked}
    )


def reply_form(letter: Letter, reader: User, reply: LetterReply | None) -> forms.Form | None:
    """None once the letter was taken back."""
    if letter.withdrawn_at:
        return None
    given = {}
    if reply and reply.stands:
        given = {"choice": reply.choice, "words": reply.words.get("words", "")}
    return ReplyForm(initial={"id": fresh_id(reader.pk), **given})


def may_be_taken_back(letter: Letter, reply: LetterReply | None, *, is_own: bool) -> bool:
    if is_own:
        return bool(letter.sent_at and not letter.withdrawn_at)
    return bool(reply and reply.stands and reply.sent_at)


def last_reply(letter: Letter) -> LetterReply | None:
    """Of a letter that was `told`."""
    replies = list(letter.replies.all())
    return replies[-1] if replies else None
