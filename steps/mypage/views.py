"""My page: for oneself, alone or with somebody."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import User
from mend.fresh import fresh_id
from mend.identity import SignedInRequest
from steps.guide.opening import KEEP
from steps.mypage.forms import NoteForm
from steps.sharing.drafts import Draft
from steps.sharing.items import Item, with_words

PATIENCE = 7  # where one writes down what to do when it comes


@require_safe
def mypage(request: SignedInRequest) -> HttpResponse:
    """One question, and every note that was kept, newest first."""
    notes = Draft.objects.written_by(request.user).filter(kind="note").order_by("-saved_at")
    context = {
        "opening": KEEP,
        "form": NoteForm(step=0),
        "fresh": fresh_id(request.user.pk),
        "notes": list(notes),
    }
    return render(request, "mypage/index.html", context)


@require_safe
def now(request: SignedInRequest) -> HttpResponse:
    """To write what one would otherwise send at once: it goes nowhere, kept only if asked."""
    plans = [words for words in written_at(PATIENCE, request.user) if words.get("plan")]
    context = {
        "when": plans[0].get("when", "") if plans else "",
        "plan": plans[0]["plan"] if plans else "",
        "person": plans[0].get("person", "") if plans else "",
        "form": NoteForm(step=0),
        "fresh": fresh_id(request.user.pk),
    }
    return render(request, "mypage/now.html", context)


def written_at(step: int, user: User) -> list[dict[str, Any]]:
    """One's own words at a step: first what is being written, then what was told, newest first."""
    drafts = Draft.objects.written_by(user).at_step(step)
    told = with_words(Item.objects.written_by(user).at_step(step), user)
    return [draft.words for draft in drafts] + [item.words for item in told]
