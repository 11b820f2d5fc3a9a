"""The writing page: one place to write, keep, share or tell anything."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, reselect, reswap, retarget

from mend.fragments import changed
from mend.identity import SignedInRequest
from mend.refusals import Unready
from steps.guide.numbers import how_long
from steps.sharing.aloud import to_say
from steps.sharing.demands import gives_up
from steps.sharing.drafts import Conflict, Draft
from steps.sharing.forms import TellingForm
from steps.sharing.hints import beside, threatens
from steps.sharing.items import Item
from steps.sharing.pages import blank_draft, card_of_draft, writing_page
from steps.sharing.room import room_of


def writing(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Write, and save what was typed, finished or not."""
    draft = Draft.objects.written_by(request.user).filter(pk=pk).first()
    if request.method == "POST":
        return save(request, draft or blank_draft(request.user, pk, request.POST), is_new=not draft)
    if draft is None and Item.objects.written_by(request.user).filter(pk=pk).exists():
        return redirect("card", pk=pk)
    return writing_page(request, draft or blank_draft(request.user, pk, request.GET))


def save(request: SignedInRequest, draft: Draft, *, is_new: bool) -> HttpResponse:
    """Answer with what is saved now, or hand back both texts when another tab was first."""
    words = draft.as_form().typed(request.POST)
    revision = request.POST.get("revision", "")
    try:
        if is_new:
            draft.words = words
            draft = draft.begin()
        else:
            draft.save_words(words, revision=int(revision) if revision.isdecimal() else 0)
    except Conflict as conflict:
        return writing_page(request, conflict.saved, typed=words, status=409)
    if "rearrange" in request.POST:
        writing = reverse("writing", args=[draft.pk])
        return writing_page(request, draft) if request.htmx else redirect(writing)
    if "look" in request.POST:
        preview_page = reverse("preview", args=[draft.pk])
        return HttpResponseClientRedirect(preview_page) if request.htmx else redirect(preview_page)
    back_to = reverse("writing", args=[draft.pk])
    context = {"draft": draft, "hints": beside(draft)}
    said = _("Saved, only for you.") if "keep" in request.POST else ""
    return changed(request, "sharing/typed.html", context, back_to=back_to, said=said)


@require_safe
def preview(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """As the other person will see it, and the ways it can go from here."""
    draft = Draft.objects.written_by(request.user).get(pk=pk)
    try:
        return render(request, "sharing/preview.html", preview_context(request, draft))
    except Unready as unready:
        return unfinished(request, draft, unready)


def preview_context(request: SignedInRequest, draft: Draft) -> dict[str, Any]:
    """Raises Unready."""
    sent = Item.objects.written_by(request.user).sent()
    return {
        "draft": draft,
        "card": card_of_draft(draft, draft.checked_form(), request.user),
        "partner": request.user.partner,
        "can_share": draft.may_leave(),
        "room": room_of(request),
        "gives_up": gives_up(draft.words),
        "threatens": threatens(draft),
        "can_tell": draft.slice.is_told and not draft.slice.is_private,
        "held_for": how_long(draft.slice.held_for),
        "aloud": to_say(draft),
        "is_first": not sent.exists(),
        "telling": TellingForm(user=request.user),
    }


def unfinished(request: SignedInRequest, draft: Draft, unready: Unready) -> HttpResponse:
    """The writing page with what is missing, in the place of the page that asked."""
    page = writing_page(request, draft, form=unready.form, status=422)
    return reswap(retarget(reselect(page, "#main"), "#main"), "outerHTML")


@require_safe
def printing(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Only the words, as a sheet of paper; finished or not."""
    draft = Draft.objects.written_by(request.user).get(pk=pk)
    card = card_of_draft(draft, draft.as_form(), request.user)
    return render(request, "sharing/print.html", {"draft": draft, "card": card})


@require_POST
def sharing(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Let it go, in two minutes."""
    draft = Draft.objects.written_by(request.user).filter(pk=pk).first()
    if draft is None:
        return already_known(request, pk)
    try:
        draft.share(by=request.user)
    except Unready as unready:
        return unfinished(request, draft, unready)
    was_told = draft.pk is None
    return already_known(request, pk) if was_told else held_answer(request, draft)


@require_POST
def taking_back(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """End the two minutes; nobody learns that there was anything."""
    draft = Draft.objects.written_by(request.user).filter(pk=pk).first()
    if draft is None:
        return already_known(request, pk)
    draft.take_back(by=request.user)
    return held_answer(request, draft)


def held_answer(request: SignedInRequest, draft: Draft) -> HttpResponse:
    """The ways it can go now, where they are shown; else its own page."""
    if request.htmx.current_url_abs_path == reverse("preview", args=[draft.pk]):
        return ways_answer(request, draft)
    back_to = reverse("writing", args=[draft.pk])
    return HttpResponseClientRedirect(back_to) if request.htmx else redirect(back_to)


def ways_answer(request: SignedInRequest, draft: Draft) -> HttpResponse:
    """The ways it can go now; the writing page where another tab left it unfinished."""
    try:
        return render(request, "sharing/preview.html#ways", preview_context(request, draft))
    except Unready as unready:
        return unfinished(request, draft, unready)


def already_known(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """A second press after it went: show what was sent. Raises DoesNotExist for anybody else's."""
    item = Item.objects.written_by(request.user).get(pk=pk)
    back_to = reverse("card", args=[item.pk])
    return HttpResponseClientRedirect(back_to) if request.htmx else redirect(back_to)


@require_POST
def telling(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Said or done in person on a day."""
    draft = Draft.objects.written_by(request.user).filter(pk=pk).first()
    if draft is None:
        return already_known(request, pk)
    form = TellingForm(request.POST, user=request.user)
    if not form.is_valid():
        return render(
            request, "sharing/telling.html", {"draft": draft, "telling": form}, status=422
        )
    try:
        draft.tell(on=form.cleaned_data["on"], by=request.user)
    except Unready as unready:
        return unfinished(request, draft, unready)
    return already_known(request, pk)


@require_POST
def discarding(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Throw it away; the answer carries the words once more, so that this can be undone."""
    draft = Draft.objects.written_by(request.user).filter(pk=pk).first()
    if draft is None:
        return redirect("today")
    draft.discard()
    context = {"draft": draft, "fields": hidden_fields(draft)}
    return render(request, "sharing/discarded.html", context)


def hidden_fields(draft: Draft) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, typed in draft.words.items()
        for value in (typed if isinstance(typed, list) else [typed])
    ]
