"""Offers as their readers see them: one sheet each, with the one form that fits."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.db.models import Prefetch
from django.urls import reverse

from accounts.models import User
from mend.days import short_day
from mend.fresh import fresh_id
from steps.amends.forms import AnswerForm, FeltForm
from steps.amends.models import Answer, Offer
from steps.amends.results import FeltResult
from steps.amends.sentences import OWN, THEIRS
from steps.sharing.forms import TellingForm
from steps.sharing.items import ItemQuerySet, with_words
from steps.sharing.pages import Card, Said, card_of_item
from steps.sharing.shelf import with_opened

Unfinished = dict[uuid.UUID, forms.Form]


@dataclass(frozen=True)
class Sheet:
    """One offer. A closed one comes as its `item` alone; `said` tells what followed.

    `form` is for what may be said now, to be sent to `action`; `is_change` when it was said before.
    `may_be_taken_back`: the offer by its maker, the answer by the other.
    """

    id: uuid.UUID
    is_own: bool
    item: Offer | None = None
    card: Card | None = None
    said: tuple[Said, ...] = ()
    form: forms.Form | None = None
    action: str = ""
    is_change: bool = False
    is_struck: bool = False
    may_be_taken_back: bool = False


def sheets_of(reader: User, *, unfinished: Unfinished | None = None) -> list[Sheet]:
    """Newest first. `unfinished` forms stand in their sheets as they were typed."""
    offers = Offer.objects.visible_to(reader).order_by("-made_at")
    typed = unfinished or {}
    return [sheet_of(offer, reader, typed.get(offer.pk)) for offer in told(offers, reader)]


def sheet_for(reader: User, offer: Offer, *, unfinished: forms.Form | None = None) -> Sheet:
    """The sheet of one offer, as it stands now."""
    (fresh,) = told(Offer.objects.visible_to(reader).filter(pk=offer.pk), reader)
    return sheet_of(fresh, reader, unfinished)


def told(offers: ItemQuerySet[Offer], reader: User) -> list[Offer]:
    """With all that followed, and with the words: five queries for any number."""
    answers = Answer.objects.visible_to(reader).order_by("number")
    results = FeltResult.objects.visible_to(reader).order_by("number")
    found = offers.select_related("writer", "carrying_out")
    found = found.prefetch_related(Prefetch("answers", answers))
    found = found.prefetch_related(Prefetch("felt_results", results))
    rows = with_opened(list(found), reader)
    with_words([*rows, *filter(None, map(last_answer, rows))], reader)
    return rows


def sheet_of(offer: Offer, reader: User, unfinished: forms.Form | None) -> Sheet:
    is_own = offer.writer_id == reader.pk
    if offer.is_closed:
        return Sheet(offer.pk, is_own, item=offer)
    answer = last_answer(offer)
    form, noun = form_for(offer, reader, answer)
    if form := unfinished or form:
        form.auto_id = f"{offer.pk}-%s"
    return Sheet(
        offer.pk,
        is_own,
        card=card_of_item(offer),
        said=tuple(said_of(offer, reader, answer)),
        form=form,
        action=reverse(noun, args=[offer.pk]) if noun else "",
        is_struck=offer.withdrawn_at is not None,
        is_change=bool(last_felt(offer) if done_on_of(offer) else answer and answer.stands),
        may_be_taken_back=may_be_taken_back(offer, answer, is_own=is_own),
    )


def said_of(offer: Offer, reader: User, answer: Answer | None) -> Iterator[Said]:
    """What its maker did is theirs to the reader, and the other way round."""
    makers, readers = (OWN, THEIRS) if offer.writer_id == reader.pk else (THEIRS, OWN)
    name = reader.partner.first_name if reader.partner else ""
    if offer.told_on:
        yield Said(str(makers["told"]).format(day=short_day(offer.told_on)))
    if offer.sent_at:
        day = reader.day_of(offer.sent_at)
        yield Said(str(makers["sent"]).format(day=short_day(day)))
    if offer.withdrawn_at:
        day = reader.day_of(offer.withdrawn_at)
        yield Said(str(makers["withdrawn"]).format(day=short_day(day), name=name))
    if answer and answer.withdrawn_at:
        day = reader.day_of(answer.withdrawn_at)
        unsaid = str(readers["unsaid"]).format(day=short_day(day), name=name)
        yield Said(unsaid, answer.words.get("words", ""))
    elif answer:
        yield Said(str(readers[answer.choice]).format(name=name), answer.words.get("words", ""))
    if done_on := done_on_of(offer):
        yield Said(str(makers["done"]).format(day=short_day(done_on), name=name))
    if felt := last_felt(offer):
        yield Said(str(readers[felt.result]).format(name=name))


def form_for(offer: Offer, reader: User, answer: Answer | None) -> tuple[forms.Form | None, str]:
    """What may be said now, and the noun of it.

    For its maker nothing once it is done; for nobody anything once it is taken back.
    """
    if offer.withdrawn_at:
        return None, ""
    if offer.writer_id == reader.pk:
        if done_on_of(offer) or not offer.last_day(list(offer.answers.all()), reader):
            return None, ""
        return TellingForm(user=reader), "carrying_out"
    if done_on_of(offer):
        felt = last_felt(offer)
        return FeltForm(initial={"result": felt and felt.result}), "feeling"
    given = {}
    if answer and answer.stands:
        given = {"choice": answer.choice, "words": answer.words.get("words", "")}
    return AnswerForm(initial={"id": fresh_id(reader.pk), **given}), "answer"


def may_be_taken_back(offer: Offer, answer: Answer | None, *, is_own: bool) -> bool:
    if is_own:
        return bool(offer.sent_at and not offer.withdrawn_at and not done_on_of(offer))
    return bool(answer and answer.stands and answer.sent_at)


def done_on_of(offer: Offer) -> dt.date | None:
    carried = getattr(offer, "carrying_out", None)
    return carried.done_on if carried else None


def last_answer(offer: Offer) -> Answer | None:
    """Of an offer that was `told`."""
    answers = list(offer.answers.all())
    return answers[-1] if answers else None


def last_felt(offer: Offer) -> FeltResult | None:
    """Of an offer that was `told`."""
    results = list(offer.felt_results.all())
    return results[-1] if results else None
