"""What is kept: for later, in the other’s space; phrases, whatever a hint asks; what was said."""

import uuid
from contextlib import suppress

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from mend.fragments import changed
from mend.identity import SignedInRequest
from steps.sharing.aloud import said
from steps.sharing.drafts import Conflict, Draft
from steps.sharing.hints import beside, decided
from steps.sharing.views import held_answer, ways_answer


@require_POST
def keeping(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Keep it for when the other's space is over; nothing goes of itself then."""
    draft = Draft.objects.written_by(request.user).get(pk=pk)
    draft.keep(by=request.user)
    return held_answer(request, draft)


@require_POST
def keeping_end(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    draft = Draft.objects.written_by(request.user).get(pk=pk)
    draft.keep_no_longer(by=request.user)
    return held_answer(request, draft)


@require_POST
def phrase(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Its writer lets the phrase stand. What they changed meanwhile in another tab is not lost."""
    draft = Draft.objects.written_by(request.user).get(pk=pk)
    try:
        draft.save_words(decided(draft, request.POST.get("mark", "")), revision=draft.revision)
    except Conflict as conflict:
        draft = conflict.saved
    context = {"draft": draft, "hints": beside(draft)}
    back_to = reverse("writing", args=[draft.pk])
    return changed(request, "sharing/phrase.html", context, back_to=back_to)


@require_POST
def aloud(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Its writer said the sentence that the page showed; another one asks anew."""
    draft = Draft.objects.written_by(request.user).get(pk=pk)
    words = said(draft, request.POST.get("said", ""))
    with suppress(Conflict):  # on its way by now, or written anew: the page shows it as it is
        draft.save_words(words, revision=draft.revision)
    if not request.htmx:
        return redirect("preview", pk=draft.pk)
    fresh = Draft.objects.written_by(request.user).get(pk=pk)
    return ways_answer(request, fresh)
