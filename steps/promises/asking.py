"""What is said to a promise: yes, no, other terms for it; each about one promise."""

import uuid
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from mend.fragments import changed
from mend.fresh import fresh_id, issued
from mend.identity import SignedInRequest
from mend.refusals import Refused, Unready
from steps.promises.answers import promise_context
from steps.promises.change_forms import WishForm
from steps.promises.changes import Change, as_it_stands, with_words_of
from steps.promises.consents import ANSWERS, WORDS, Consent
from steps.promises.known import is_closed, known_to
from steps.promises.models import Promise


@require_POST
def change(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """A page on which its maker writes how it could read; nothing is asked by that yet."""
    promise = Promise.objects.written_by(request.user).get(pk=pk)
    draft = Change.begin(promise=promise, by=request.user)
    writing = reverse("writing", args=[draft.pk])
    return HttpResponseClientRedirect(writing) if request.htmx else redirect(writing)


def wish(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The other asks how it could read instead."""
    promise = known_to(request.user).exclude(writer=request.user).get(pk=pk)
    if is_closed(promise, request.user):
        return redirect("card", pk=pk)
    if request.method == "POST":
        return wished(request, promise)
    filled = as_it_stands(with_words_of(promise, request.user))
    initial = filled | {"id": fresh_id(request.user.pk)}
    return wish_page(request, promise, WishForm(step=promise.step, initial=initial))


def wished(request: SignedInRequest, promise: Promise) -> HttpResponse:
    typed = request.POST.copy()
    typed["promise_id"], typed["rhythm"] = str(promise.pk), promise.rhythm
    form = WishForm(typed, step=promise.step)
    if not form.is_valid():
        return wish_page(request, promise, form)
    new = issued(form.cleaned_data["id"], to=request.user.pk)
    try:
        with transaction.atomic():
            Change.wish(form, promise=promise, by=request.user, pk=new)
    except Unready:
        return wish_page(request, promise, form)
    except Refused as refused:  # with the words, so that none is lost
        form.add_error(None, refused.sentence)
        return wish_page(request, promise, form, status=409)
    return answered(request, promise, _("You asked. Nothing changes unless it is agreed to."))


def wish_page(
    request: SignedInRequest, promise: Promise, form: WishForm, *, status: int = 422
) -> HttpResponse:
    context = promise_context(request, promise) | {"form": form}
    return render(request, "promises/wish.html", context, status=status if form.errors else 200)


@require_POST
def wish_end(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Take back what one asked for and was not agreed to."""
    promise = Promise.objects.sent_to(request.user).get(pk=pk)
    Change.unwish(promise=promise, by=request.user)
    return answered(request, promise, _("Taken back. Your words are yours alone again."))


@require_POST
def consent(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Accept it, let it stand, decline it; by the one it was made to."""
    promise = Promise.objects.sent_to(request.user).get(pk=pk)
    choice = one_of(ANSWERS, request.POST.get("choice", ""))
    Consent.give(choice, promise=promise, by=request.user)
    said = {
        "accept": _("Accepted. You can change this while the promise is open."),
        "stands": _("It stands without a word from you."),
        "decline": _("Declined. None of its days will come any more."),
    }
    return answered(request, promise, said[choice])


@require_POST
def change_consent(request: SignedInRequest, pk: uuid.UUID, change: uuid.UUID) -> HttpResponse:
    """Yes or no to what the other asks for."""
    promise = Promise.objects.visible_to(request.user).get(pk=pk)
    asked = Change.objects.sent_to(request.user).get(pk=change, promise=promise)
    choice = one_of(WORDS, request.POST.get("choice", ""))
    said = Consent.settle(choice, change=asked, promise=promise, by=request.user)
    yes = _("Agreed. It reads so from the next day on.")
    return answered(request, promise, yes if said.choice == "yes" else _("It stays as it is."))


def one_of(choices: Any, typed: str) -> str:
    """A word that nobody was offered is no address of ours."""
    if typed not in dict(choices):
        raise Promise.DoesNotExist
    return typed


def answered(request: SignedInRequest, promise: Promise, said: str) -> HttpResponse:
    """The promise as it stands now."""
    known = known_to(request.user).get(pk=promise.pk)
    back_to = reverse("promise", args=[promise.pk])
    context = promise_context(request, known) if request.htmx else {}
    return changed(request, "promises/consented.html", context, back_to=back_to, said=said)
