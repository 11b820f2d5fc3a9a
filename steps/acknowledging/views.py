"""What was done, as it was said; what the other answers, if they like; and what was added."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mend.fragments import changed
from mend.identity import SignedInRequest
from steps.acknowledging.forms import ReplyForm
from steps.acknowledging.models import Account
from steps.acknowledging.sheets import Unfinished, sheet_for, sheets_of
from steps.journey.own import own_journey
from steps.sharing.room import room_of


@require_safe
def account(request: SignedInRequest) -> HttpResponse:
    """What I said that I did, and what the other said."""
    return render(request, "acknowledging/index.html", page_context(request))


@require_POST
def reply(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """It matches, something is missing, no details please; changeable."""
    said = Account.objects.sent_to(request.user).get(pk=pk)
    form = ReplyForm(request.POST, may_miss=True)
    if not form.is_valid():
        return unfinished(request, said, form)
    said.reply(form.cleaned_data["choice"], by=request.user)
    return answered(request, said, said_line=_("Your answer is sent. You can change it."))


@require_POST
def reply_end(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Take back what one answered."""
    said = Account.objects.sent_to(request.user).get(pk=pk)
    said.unsay(by=request.user)
    return answered(request, said, said_line=_("Your answer is taken back."))


@require_POST
def nothing_more(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Answer for good that something is missing."""
    said = Account.objects.written_by(request.user).get(pk=pk)
    said.say_nothing_more(by=request.user)
    return answered(request, said, said_line=_("Sent: there is nothing more."))


def answered(request: SignedInRequest, said: Account, *, said_line: str) -> HttpResponse:
    """The sheet as it is now."""
    sheet = sheet_for(request.user, said)
    context = {"sheet": sheet, "partner": request.user.partner, "room": room_of(request)}
    back_to = f"{reverse('account')}#account-{said.pk}"
    template = "acknowledging/answered.html"
    return changed(request, template, context, back_to=back_to, said=said_line)


def unfinished(request: SignedInRequest, said: Account, form: ReplyForm) -> HttpResponse:
    """The form as it was; without htmx on the whole page."""
    if request.htmx:
        sheet = sheet_for(request.user, said, unfinished=form)
        context = {"sheet": sheet, "partner": request.user.partner, "room": room_of(request)}
        return render(request, "acknowledging/answered.html", context, status=422)
    context = page_context(request, {said.pk: form})
    return render(request, "acknowledging/index.html", context, status=422)


def page_context(request: SignedInRequest, typed: Unfinished | None = None) -> dict[str, Any]:
    sheets = sheets_of(request.user, unfinished=typed)
    return {
        "partner": request.user.partner,
        "room": room_of(request),
        "has_begun": own_journey(request) is not None,
        "made": [sheet for sheet in sheets if sheet.is_own],
        "given": [sheet for sheet in sheets if not sheet.is_own],
    }
