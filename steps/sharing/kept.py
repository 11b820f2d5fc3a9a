"""While the other takes space: what is kept for later."""

import uuid

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from mend.identity import SignedInRequest
from steps.sharing.drafts import Draft
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
