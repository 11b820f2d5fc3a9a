"""The letter desk, and what may be answered to a letter."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mend.fragments import changed
from mend.fresh import fresh_id, issued
from mend.identity import SignedInRequest
from steps.evidence import states
from steps.journey.own import own_journey
from steps.journey.plate import plate
from steps.letters.forms import LetterForm, MarksForm, ReplyForm, StandForm
from steps.letters.models import STEP, Letter
from steps.letters.parts import PARTS
from steps.letters.sheets import sheet_for, sheets_of
from steps.sharing.drafts import Draft
from steps.sharing.heard import guess_of
from steps.sharing.items import with_words
from steps.sharing.room import room_of


@require_safe
def desk(request: SignedInRequest) -> HttpResponse:
    """My note, my letters, and what the other wrote to me."""
    return render(request, "letters/index.html", page_context(request))


@require_POST
def parts(request: SignedInRequest) -> HttpResponse:
    """The parts beside a letter, with its sentences as they are typed now; nothing is kept."""
    typed = {name: request.POST.get(name, "") for name in ("letter", *PARTS)}
    return render(
        request, "letters/part_fields.html", {"form": LetterForm(step=STEP, initial=typed)}
    )


@require_POST
def marks(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Which sentence says which part of it, for its writer."""
    letter = Letter.objects.written_by(request.user).get(pk=pk)
    with_words([letter], request.user)
    form = MarksForm(request.POST, text=letter.words.get("letter", ""))
    form.is_valid()  # whatever was not a sentence of it is none
    journey = own_journey(request)
    was = states(journey) if journey else {}
    letter.mark(**form.marked(), by=request.user)
    drawn = plate(states(journey), was=was) if journey else None
    return answered(request, letter, said=_("Marked, only for you."), plate=drawn)


@require_POST
def reply(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Received, one more thing, set aside; changeable at any time."""
    letter = Letter.objects.sent_to(request.user).get(pk=pk)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return unfinished(request, letter, form)
    said = form.cleaned_data
    new = issued(said["id"], to=request.user.pk)
    letter.respond(said["choice"], by=request.user, words=said["words"], pk=new)
    return answered(request, letter, said=_("Your answer is sent. You can change it."))


@require_POST
def reply_end(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Take back all that one answered."""
    letter = Letter.objects.sent_to(request.user).get(pk=pk)
    letter.unsay(by=request.user)
    return answered(request, letter, said=_("Taken back. Your words are yours alone again."))


def answered(
    request: SignedInRequest, letter: Letter, *, said: str, **context: Any
) -> HttpResponse:
    """The sheet of the letter as it is now."""
    context |= {"sheet": sheet_for(request.user, letter), "partner": request.user.partner}
    back_to = f"{reverse('desk')}#letter-{letter.pk}"
    return changed(request, "letters/answered.html", context, back_to=back_to, said=said)


def unfinished(request: SignedInRequest, letter: Letter, form: forms.Form) -> HttpResponse:
    """The form as it was typed, with what is missing; without htmx on the whole page."""
    if request.htmx:
        sheet = sheet_for(request.user, letter, unfinished=form)
        context = {"sheet": sheet, "partner": request.user.partner}
        return render(request, "letters/answered.html", context, status=422)
    context = page_context(request, unfinished={letter.pk: form})
    return render(request, "letters/index.html", context, status=422)


def page_context(request: SignedInRequest, **typed: Any) -> dict[str, Any]:
    journey, user = own_journey(request), request.user
    sheets = sheets_of(user, **typed)
    context = {
        "partner": user.partner,
        "room": room_of(request),
        "journey": journey,
        "made": [sheet for sheet in sheets if sheet.is_own],
        "given": [sheet for sheet in sheets if not sheet.is_own],
    }
    return context | (desk_context(request) if journey else {})


def desk_context(request: SignedInRequest) -> dict[str, Any]:
    """What only its writer has on the desk."""
    journey, user = own_journey(request), request.user
    drafts = list(Draft.objects.written_by(user).filter(kind__in=("stand", "letter")).newest())
    guess = guess_of(user) if user.partner else None
    return {
        "plate": plate(states(journey)) if journey else None,
        "notes": [draft for draft in drafts if draft.kind == "stand"],
        "drafts": [draft for draft in drafts if draft.kind == "letter"],
        "form": StandForm(step=STEP),
        "fresh": fresh_id(user.pk),
        "guess": guess,
        "goes_from": user.day_of(guess.goes_from) if guess and guess.goes_from else None,
        "parts": list(PARTS.values()),
    }
