"""Offers of repair: what was offered, what was answered, what was done, and how it was."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mend.fragments import changed
from mend.fresh import issued
from mend.identity import SignedInRequest
from mend.refusals import Refused
from steps.amends.forms import AnswerForm, FeltForm
from steps.amends.models import Offer
from steps.amends.sheets import sheet_for, sheets_of
from steps.evidence import states
from steps.journey.own import own_journey
from steps.journey.plate import plate
from steps.sharing.forms import TellingForm
from steps.sharing.room import room_of


@require_safe
def offers(request: SignedInRequest) -> HttpResponse:
    """What I offer, and what the other offers me."""
    return render(request, "amends/index.html", page_context(request))


@require_POST
def answer(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Yes, another idea, not now, no thanks; changeable at any time."""
    offer = Offer.objects.sent_to(request.user).get(pk=pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return unfinished(request, offer, form)
    said = form.cleaned_data
    new = issued(said["id"], to=request.user.pk)
    offer.respond(said["choice"], by=request.user, words=said["words"], pk=new)
    return answered(request, offer, said=_("Your answer is sent. You can change it."))


@require_POST
def answer_end(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Take back all that one answered."""
    offer = Offer.objects.sent_to(request.user).get(pk=pk)
    offer.unsay(by=request.user)
    return answered(request, offer, said=_("Taken back. Your words are yours alone again."))


@require_POST
def carrying_out(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """It was done on a day."""
    offer = Offer.objects.written_by(request.user).get(pk=pk)
    form = TellingForm(request.POST, user=request.user)
    if not form.is_valid():
        return unfinished(request, offer, form)
    journey = own_journey(request)
    was = states(journey) if journey else {}
    try:
        offer.carry_out(on=form.cleaned_data["on"], by=request.user)
    except Refused as refusal:
        if not request.htmx:
            raise
        context = {
            "sheet": sheet_for(request.user, offer),
            "partner": request.user.partner,
            "said": refusal.sentence,
        }
        return render(request, "amends/answered.html", context, status=409)
    drawn = plate(states(journey), was=was) if journey else None
    return answered(request, offer, said=_("Noted as done."), plate=drawn)


@require_POST
def feeling(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """It helped, a little, it did not."""
    offer = Offer.objects.sent_to(request.user).get(pk=pk)
    form = FeltForm(request.POST)
    if not form.is_valid():
        return unfinished(request, offer, form)
    offer.feel(form.cleaned_data["result"], by=request.user)
    return answered(request, offer, said=_("What you said is sent. You can change it."))


def answered(request: SignedInRequest, offer: Offer, *, said: str, **context: Any) -> HttpResponse:
    """The offer's sheet as it is now, and where it stands."""
    context |= {"sheet": sheet_for(request.user, offer), "partner": request.user.partner}
    back_to = f"{reverse('offers')}#offer-{offer.pk}"
    return changed(request, "amends/answered.html", context, back_to=back_to, said=said)


def unfinished(request: SignedInRequest, offer: Offer, form: forms.Form) -> HttpResponse:
    """The form as it was typed, with what is missing; without htmx on the whole page."""
    if request.htmx:
        context = {
            "sheet": sheet_for(request.user, offer, unfinished=form),
            "partner": request.user.partner,
        }
        return render(request, "amends/answered.html", context, status=422)
    context = page_context(request, unfinished={offer.pk: form})
    return render(request, "amends/index.html", context, status=422)


def page_context(request: SignedInRequest, **typed: Any) -> dict[str, Any]:
    journey, partner = own_journey(request), request.user.partner
    sheets = sheets_of(request.user, **typed)
    return {
        "partner": partner,
        "room": room_of(request),
        "title": _("What %(name)s offers") % {"name": partner.first_name}
        if partner
        else _("Offers"),
        "made": [sheet for sheet in sheets if sheet.is_own],
        "given": [sheet for sheet in sheets if not sheet.is_own],
        "plate": plate(states(journey)) if journey else None,
    }
