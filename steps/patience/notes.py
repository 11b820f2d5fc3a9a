"""What the pages of patience show: looks back on a week, and that somebody felt pushed."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.utils.functional import Promise as LazyText

from accounts.models import User
from steps.patience.forms import PUSHED
from steps.patience.models import Pushed
from steps.sharing.drafts import Draft
from steps.sharing.items import ItemQuerySet, with_words

ANSWERS = dict(PUSHED)


@dataclass(frozen=True)
class Look:
    """One week: when it was looked back on, what was answered, and the words to it."""

    on: dt.date
    answer: LazyText | str
    how: str


@dataclass(frozen=True)
class Told:
    """`taken_back_on`: since then the words are their writer’s alone."""

    id: uuid.UUID
    on: dt.date
    words: str
    taken_back_on: dt.date | None


def looks_of(user: User, *, but: Draft | None) -> list[Look]:
    """Newest first, without the one of this week."""
    drafts = Draft.objects.written_by(user).filter(kind="look").order_by("-begun_at")
    return [
        Look(
            on=user.day_of(draft.begun_at),
            answer=ANSWERS.get(draft.words.get("pushed", ""), ""),
            how=draft.words.get("how", ""),
        )
        for draft in drafts
        if but is None or draft.pk != but.pk
    ]


def told_by(user: User) -> list[Told]:
    return told(Pushed.objects.written_by(user), user)


def told_to(user: User) -> list[Told]:
    return told(Pushed.objects.sent_to(user), user)


def told(rows: ItemQuerySet[Pushed], reader: User) -> list[Told]:
    """Newest first, with the reader’s copies; the day, never the hour."""
    return [
        Told(
            id=row.pk,
            on=reader.day_of(row.made_at),
            words=row.words.get("words", ""),
            taken_back_on=reader.day_of(row.withdrawn_at) if row.withdrawn_at else None,
        )
        for row in with_words(rows.order_by("-sent_at"), reader)
    ]
