"""My page: for oneself, alone or with somebody."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mend.identity import SignedInRequest
from steps.guide.opening import KEEP
from steps.mypage.forms import NoteForm
from steps.sharing.drafts import Draft


@require_safe
def mypage(request: SignedInRequest) -> HttpResponse:
    """One question, and every note that was kept, newest first."""
    notes = Draft.objects.written_by(request.user).filter(kind="note").order_by("-saved_at")
    context = {
        "opening": KEEP,
        "form": NoteForm(step=0),
        "fresh": uuid.uuid4(),
        "notes": list(notes),
    }
    return render(request, "mypage/index.html", context)
