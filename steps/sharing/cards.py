"""Cards: what was made known, closed until its reader opens it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from mend.fragments import changed
from mend.identity import SignedInRequest
from steps.sharing.items import CARDS, Item, with_words
from steps.sharing.kinds import KINDS
from steps.sharing.pages import card_of_item
from steps.sharing.replying import replies_of
from steps.sharing.shelf import Reading, shelf, with_opened
from steps.sharing.withdrawing import may_be_withdrawn, withdraw


@require_safe
def card(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The words, or the closed card for a reader who has not opened it."""
    return render(request, "sharing/card_page.html", card_context(request, pk))


@require_POST
def opening(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Read it. Nobody is told."""
    Reading.open(Item.objects.sent_to(request.user).get(pk=pk, kind__in=CARDS), by=request.user)
    context = card_context(request, pk) | quiet_line(request)
    return changed(request, "sharing/opened.html", context, back_to=reverse("card", args=[pk]))


@require_POST
def leaving(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Leave it unread. Nobody is told, and it stays in the timeline."""
    item = Item.objects.sent_to(request.user).get(pk=pk, kind__in=CARDS)
    Reading.leave(item, by=request.user)
    context = {"item": item} | quiet_line(request)
    return changed(request, "sharing/left.html", context, back_to=reverse("today"))


@require_POST
def withdrawing(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a card of one’s own back, in the open."""
    withdraw(item_of(pk, request.user), by=request.user)
    context = card_context(request, pk)
    return changed(request, "sharing/own.html", context, back_to=reverse("card", args=[pk]))


def quiet_line(request: SignedInRequest) -> dict[str, object]:
    """How much waits on the shelf, where the page that asks says so: on today."""
    is_today = request.htmx.current_url_abs_path == reverse("today")
    return {"is_today": is_today, "waiting": shelf(request.user).count() if is_today else 0}


def card_context(request: SignedInRequest, pk: uuid.UUID) -> dict[str, object]:
    reader = request.user
    item = item_of(pk, reader)
    with_words(with_opened([item], reader), reader)
    is_own = item.writer_id == reader.pk
    return {
        "item": item,
        "is_own": is_own,
        "sent_on": item.sent_at and reader.day_of(item.sent_at),
        "withdrawn_on": item.withdrawn_at and reader.day_of(item.withdrawn_at),
        "partner": reader.partner,
        "by_other": KINDS[item.kind].by_other,
        "can_withdraw": is_own and may_be_withdrawn(item),
        "card": None if item.is_closed else card_of_item(item),
        **({} if item.is_closed else replies_of(request, item)),
    }


def item_of(pk: uuid.UUID, reader: User) -> Item:
    """With the facts of its kind; raises DoesNotExist for what is not there for this reader."""
    plain = Item.objects.visible_to(reader).filter(kind__in=CARDS).get(pk=pk)
    kind = KINDS[plain.kind].item
    assert kind is not None, "cards are of kinds that can leave"
    item: Item = kind.objects.visible_to(reader).select_related("writer").get(pk=pk)
    return item
