"""What is kept: for later, while the other takes space; and phrases, whatever a hint asks."""

import uuid

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from mend.fragments import changed
from mend.identity import SignedInRequest
from steps.sharing.drafts import Conflict, Draft
from steps.sharing.hints import beside, decided
from steps.sharing.views import held_answer


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
