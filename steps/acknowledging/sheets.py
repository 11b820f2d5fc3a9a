"""Accounts as their readers see them: one sheet each, with what may be said now."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.db.models import Prefetch
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from mend.days import short_day
from steps.acknowledging.forms import ReplyForm
from steps.acknowledging.models import Account
from steps.acknowledging.replies import AccountReply
from steps.sharing.items import ItemQuerySet, with_words
from steps.sharing.pages import Card, card_of_item
from steps.sharing.shelf import with_opened

Unfinished = dict[uuid.UUID, forms.Form]

MINE: dict[str, LazyText] = {
    "sent": _("Sent on {day}."),
    "told": _("You said this in person on {day}. Only you see it."),
    "withdrawn": _("You took it back on {day}. What was given stays readable."),
    "matches": _("You said on {day} that it matches what you know."),
    "missing": _("You said on {day} that something is missing."),
    "no_details": _("You asked on {day} for no details."),
    "taken_back": _("You took your answer back on {day}."),
    "nothing_more": _("You said on {day} that there is nothing more."),
}
THEIRS: dict[str, LazyText] = {
    "sent": _("Sent on {day}."),
    "withdrawn": _("{name} took it back on {day}. What you were given stays yours to read."),
    "matches": _("{name} said on {day} that it matches what they know."),
    "missing": _("{name} said on {day} that something is missing."),
    "no_details": _(
        "{name} asked on {day} for no details. Keep to the facts, and keep them short."
    ),
    "taken_back": _("{name} took the answer back on {day}. There is nothing to do."),
    "nothing_more": _("{name} said on {day} that there is nothing more."),
}


@dataclass(frozen=True)
class Sheet:
    """One account. A closed one comes as its `item` alone; `said` tells what followed.

    `form` is for its reader, `is_change` when they have answered. `asks_for_more`: its writer can
    add something, or say that there is nothing more.
    """

    id: uuid.UUID
    is_own: bool
    item: Account | None = None
    card: Card | None = None
    is_added: bool = False
    is_struck: bool = False
    said: tuple[str, ...] = ()
    form: forms.Form | None = None
    is_change: bool = False
    asks_for_more: bool = False


def sheets_of(reader: User, *, unfinished: Unfinished | None = None) -> list[Sheet]:
    """Oldest first: what was added later stands below."""
    accounts = Account.objects.visible_to(reader).filter(couple=reader.membership.couple_id)
    typed = unfinished or {}
    rows = told(accounts.order_by("made_at"), reader)
    return [sheet_of(account, reader, typed.get(account.pk)) for account in rows]


def sheet_for(reader: User, account: Account, *, unfinished: forms.Form | None = None) -> Sheet:
    (row,) = told(Account.objects.visible_to(reader).filter(pk=account.pk), reader)
    return sheet_of(row, reader, unfinished)


def told(accounts: ItemQuerySet[Account], reader: User) -> list[Account]:
    """With the reader's words and what was replied; four queries for any number."""
    replies = AccountReply.objects.visible_to(reader).order_by("number")
    rows = accounts.select_related("writer").prefetch_related(Prefetch("replies", replies))
    return with_opened(with_words(rows, reader), reader)


def sheet_of(account: Account, reader: User, unfinished: forms.Form | None) -> Sheet:
    is_own = account.writer_id == reader.pk
    if account.is_closed:
        return Sheet(id=account.pk, is_own=is_own, item=account)
    replies = list(account.replies.all())
    answers = [reply for reply in replies if reply.choice != "nothing_more"]
    standing = answers[-1].choice if answers else ""
    if standing == "taken_back":
        standing = ""
    is_out = account.sent_at is not None and account.withdrawn_at is None
    may_miss = account.may_miss(replies) or standing == "missing"
    form = ReplyForm(may_miss=may_miss, initial={"choice": standing})
    return Sheet(
        id=account.pk,
        is_own=is_own,
        card=card_of_item(account),
        is_added=account.is_added,
        is_struck=account.withdrawn_at is not None,
        said=tuple(sentences(account, replies, reader)),
        form=None if is_own or not is_out else unfinished or form,
        is_change=bool(standing) and not unfinished,
        asks_for_more=is_own and is_out and standing == "missing" and len(answers) == len(replies),
    )


def sentences(account: Account, replies: list[AccountReply], reader: User) -> Iterator[str]:
    """What became of it, in order: only the newest answer stands."""
    answers = [reply for reply in replies if reply.choice != "nothing_more"]
    final = [reply for reply in replies if reply.choice == "nothing_more"]
    moments = (("sent", account.sent_at), ("withdrawn", account.withdrawn_at))
    is_own = account.writer_id == reader.pk
    if account.told_on:
        yield str(MINE["told"]).format(day=short_day(account.told_on))
    for name, moment in moments:
        if moment:
            yield sentence(name, reader, is_mine=is_own, day=short_day(reader.day_of(moment)))
    for reply in (*answers[-1:], *final):
        day = short_day(reader.day_of(reply.said_at))
        yield sentence(reply.choice, reader, is_mine=reply.writer_id == reader.pk, day=day)


def sentence(name: str, reader: User, *, is_mine: bool, day: str) -> str:
    other = reader.partner.first_name if reader.partner else ""
    return str((MINE if is_mine else THEIRS)[name]).format(day=day, name=other)
