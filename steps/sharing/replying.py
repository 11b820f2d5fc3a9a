"""Replies on the page of a card: what was said to it, and the form to say something."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import User
from mend.days import short_day
from mend.fragments import changed
from mend.fresh import fresh_id, issued
from mend.identity import SignedInRequest
from steps.sharing.items import CARDS, Item, with_words
from steps.sharing.kinds import KINDS
from steps.sharing.pages import Said
from steps.sharing.replies import Reply
from steps.sharing.reply_forms import ReplyForm
from steps.sharing.reply_words import SAYINGS, UNSAID
from steps.sharing.room import room_of


@require_POST
def reply(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """One of a few words, and what one likes to add; changeable at any time."""
    card = card_for(request.user, pk)
    form = ReplyForm(request.POST, choices=KINDS[card.kind].replies)
    if not form.is_valid():
        context = replies_of(request, card, form=form) | {"item": card}
        page = "replies_reader.html" if request.htmx else "reply_page.html"
        return render(request, f"sharing/{page}", context, status=422)
    said = form.cleaned_data
    new = issued(said["id"], to=request.user.pk)
    Reply.give(said["choice"], to=card, by=request.user, words=said["words"], pk=new)
    return answered(request, card, _("Your answer is sent. You can change it."))


@require_POST
def reply_end(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Take back all that one said to a card."""
    card = card_for(request.user, pk)
    Reply.unsay(to=card, by=request.user)
    return answered(request, card, _("Taken back. Your words are yours alone again."))


def card_for(reader: User, pk: uuid.UUID) -> Item:
    """A card of the other's to which one may say something; raises DoesNotExist."""
    open_to_replies = [name for name in CARDS if KINDS[name].replies]
    return Item.objects.sent_to(reader).get(pk=pk, kind__in=open_to_replies)


def answered(request: SignedInRequest, card: Item, said: str) -> HttpResponse:
    context = replies_of(request, card) | {"item": card}
    back_to = f"{reverse('card', args=[card.pk])}#replies"
    return changed(request, "sharing/replied.html", context, back_to=back_to, said=said)


def replies_of(
    request: SignedInRequest, card: Item, *, form: forms.Form | None = None
) -> dict[str, Any]:
    """For the page of a card: `replies`, for its reader the form and whether they can take back."""
    choices = KINDS[card.kind].replies
    if not choices or card.sent_at is None:
        return {}
    reader, is_own = request.user, card.writer_id == request.user.pk
    given = list(Reply.objects.visible_to(reader).filter(card=card).order_by("number"))
    shown = with_words(standing(given), reader)
    context: dict[str, Any] = {
        "replies": [said_of(row, reader) for row in shown],
        "partner": reader.partner,
    }
    if is_own:
        return context
    fresh = ReplyForm(choices=choices, initial={"id": fresh_id(reader.pk)})
    may_reply = not (card.withdrawn_at or room_of(request).theirs)
    return context | {
        "reply_form": (form or fresh) if may_reply else None,
        "adds": SAYINGS[choices[0]].adds,
        "may_unsay": any(row.sent_at and not row.withdrawn_at for row in shown),
    }


def standing(given: list[Reply]) -> list[Reply]:
    """All that adds something; of what changes an answer the newest alone."""
    adding = [row for row in given if SAYINGS[row.choice].adds]
    return adding or given[-1:]


def said_of(row: Reply, reader: User) -> Said:
    saying = UNSAID if row.withdrawn_at else SAYINGS[row.choice]
    sentence = saying.own if row.writer_id == reader.pk else saying.theirs
    day = reader.day_of(row.withdrawn_at or row.made_at)
    name = reader.partner.first_name if reader.partner else _("The other person")
    text = str(sentence).format(name=name, day=short_day(day))
    return Said(text, row.words.get("words", ""))
