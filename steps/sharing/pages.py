"""What the writing page and a card are given to show."""

import uuid
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.forms import Form
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render

from accounts.models import User
from mend.fresh import issued
from mend.identity import SignedInRequest
from steps.guide import steps as guide
from steps.guide.step import Step
from steps.journey.models import Journey
from steps.sharing.drafts import Draft
from steps.sharing.forms import DraftForm
from steps.sharing.hints import beside
from steps.sharing.items import Item
from steps.sharing.kinds import KINDS, Kind


@dataclass(frozen=True)
class Card:
    """One thing as its reader sees it: `answers` are (label, text), `facts` too."""

    label: str
    step: Step | None
    facts: list[tuple[str, str]]
    answers: list[tuple[str, str]]
    minutes: int
    above: str = ""
    facts_first: bool = False


class Said(NamedTuple):
    """What followed a thing: a sentence, and the words that came with it."""

    sentence: str
    words: str = ""


def blank_draft(writer: User, pk: uuid.UUID, place: QueryDict) -> Draft:
    """A draft that is not saved yet, for the place its address names; no such place: 404."""
    kind = KINDS.get(place.get("kind", ""))
    if kind is None:
        raise Http404
    pk = issued(pk, to=writer.pk)
    draft = Draft(pk=pk, writer=writer, couple=writer.couple, kind=kind.name, revision=0)
    draft.words = {}
    if kind.item or kind.at_step:
        draft.journey = (Journey.of_other if kind.by_other else Journey.of)(writer)
        draft.step = step_or_404(place.get("step", ""), kind)
        if draft.journey is None:
            raise Http404
    return draft


def step_or_404(number: str, kind: Kind) -> int:
    """A step at which this kind is written."""
    try:
        step = guide.step(int(number))
    except (LookupError, ValueError) as error:
        raise Http404 from error
    if step.practice != kind.practice:
        raise Http404
    return step.number


def writing_page(
    request: SignedInRequest,
    draft: Draft,
    *,
    form: Form | None = None,
    typed: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The writing page, or only its state for an autosave that lost against another tab.

    `form` is one with mistakes to show; `typed` is the text that lost and is handed back.
    """
    step = guide.step(draft.step) if draft.step else None
    lost = draft.slice.form(step=draft.step or 0, initial=typed) if typed else None
    context = {
        "draft": draft,
        "step": step,
        "form": lost or form or draft.as_form(),
        "saved": card_of_draft(draft, draft.as_form(), request.user) if typed else None,
        "partner": request.user.partner,
        "hints": beside(draft),
    }
    is_autosave = bool(typed and request.htmx and "rearrange" not in request.POST)
    template = "sharing/writing.html#conflict" if is_autosave else "sharing/writing.html"
    return render(request, template, context, status=status)


def card_of_draft(draft: Draft, form: DraftForm, reader: User) -> Card:
    """What is written so far; with its facts once the form is complete."""
    facts = []
    if draft.slice.item and form.is_bound:
        facts = draft.slice.item(writer=reader, **form.cleaned_facts()).told_facts()
    return Card(
        label=str(draft.slice.label),
        step=guide.step(draft.step) if draft.step else None,
        facts=facts,
        answers=draft.slice.form.told(draft.step or 0, draft.words),
        minutes=1,
        above=str(draft.slice.above),
        facts_first=draft.slice.facts_first,
    )


def card_of_item(item: Item) -> Card:
    """A thing that was made known, with the reader's copy of its words."""
    kind = KINDS[item.kind]
    return Card(
        label=str(kind.label),
        step=guide.step(item.step),
        facts=item.told_facts(),
        answers=kind.form.told(item.step, item.words),
        minutes=item.minutes,
        above=str(kind.above),
        facts_first=kind.facts_first,
    )
