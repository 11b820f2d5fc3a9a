"""Beginning: alone, with nobody told."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mend.fresh import fresh_id, issued
from mend.identity import SignedInRequest
from steps.guide.steps import step
from steps.journey.forms import BeginForm
from steps.journey.models import Journey
from steps.sharing.drafts import Conflict, Draft
from steps.sharing.pages import writing_page


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: SignedInRequest) -> HttpResponse:
    """One question, one box; the answer is the first draft at step 1."""
    if request.method != "POST" and Journey.of(request.user):
        return redirect("today")
    asks_twice = Journey.objects.visible_to(request.user).exclude(offender=request.user).exists()
    form = BeginForm(
        request.POST if request.method == "POST" else None,
        asks_twice=asks_twice,
        initial={"id": fresh_id(request.user.pk)},
    )
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "journey/begin.html", {"form": form}, status=status)
    words = {step(1).questions[0].key: form.cleaned_data["words"]}
    pk = issued(form.cleaned_data["id"], to=request.user.pk)
    try:
        with transaction.atomic():
            Draft(
                pk=pk, couple=request.user.couple, writer=request.user,
                journey=Journey.begin(by=request.user), kind="account", step=1, words=words,
            ).begin()  # fmt: skip
    except Conflict as conflict:
        return writing_page(request, conflict.saved, typed=words, status=409)
    messages.success(request, _("Saved, only for you. You have begun, and nobody was told."))
    return redirect("today")
