"""Promises week by week, what is said of their days, and how they are kept track of."""

import datetime as dt
import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mend.fresh import issued
from mend.identity import SignedInRequest
from steps.promises.answers import (
    answer_day,
    answer_page,
    date_or_none,
    list_context,
    page_of,
    promise_context,
)
from steps.promises.forms import PauseForm, ReportForm, TrackingForm, VerdictForm
from steps.promises.known import is_closed, known_to
from steps.promises.models import Promise
from steps.promises.pauses import Pause
from steps.promises.tracking import Clearing, Tracking, Verdict
from steps.sharing.shelf import Reading
from steps.thresholds import A_WEEK


@require_safe
def promises(request: SignedInRequest) -> HttpResponse:
    """The open ones, each for the one who made it or for its reader, then those that are over."""
    return render(request, "promises/list.html", list_context(request))


@require_safe
def promise(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """One promise, from its newest week on or from before a date on."""
    found = known_to(request.user).get(pk=pk)
    if is_closed(found, request.user):
        return redirect("card", pk=pk)
    context = promise_context(request, found, before=date_or_none(request.GET.get("before", "")))
    template = f"{context['index']}#weeks" if request.htmx else "promises/one.html"
    return render(request, template, context)


@require_POST
def report(request: SignedInRequest, pk: uuid.UUID, due_on: dt.date) -> HttpResponse:
    """What its writer says of one day, or says better later."""
    promise = Promise.objects.written_by(request.user).get(pk=pk)
    form = ReportForm(request.POST)

    def verb() -> str:
        said = promise.report(
            form.cleaned_data["outcome"], due_on=due_on, by=request.user,
            note=form.cleaned_data["note"], pk=issued(form.cleaned_data["id"], to=request.user.pk),
        )  # fmt: skip
        if said.outcome == "missed":
            return _("Reported: missed. On the list you can say how you put it right.")
        return _("Reported: %(word)s.") % {"word": said.get_outcome_display().lower()}

    return answer_day(request, (promise, due_on), "promises/report.html", verb, form=form)


@require_POST
def verdict(request: SignedInRequest, pk: uuid.UUID, due_on: dt.date) -> HttpResponse:
    """What the other person says of one day, in one word."""
    promise = Promise.objects.sent_to(request.user).get(pk=pk)
    form = VerdictForm(request.POST)

    def verb() -> str:
        said = Verdict.give(
            form.cleaned_data["outcome"], promise=promise, due_on=due_on, by=request.user
        )
        marked = {"word": said.get_outcome_display().lower()}
        if said.outcome == "unsaid":
            return _("Taken back. What you marked before stays readable.")
        if said.shared_at:
            return _("Marked for you both: %(word)s.") % marked
        return _("Marked, only for you: %(word)s.") % marked

    return answer_day(request, (promise, due_on), "promises/verdict.html", verb, form=form)


@require_POST
def agreement(request: SignedInRequest, pk: uuid.UUID, due_on: dt.date) -> HttpResponse:
    """A whole week, which begins on `due_on`, as it was reported when the page was shown."""
    promise = known_to(request.user).exclude(writer=request.user).get(pk=pk)
    before = due_on + A_WEEK
    [week] = promise_context(request, promise, before=before)["sheet"].weeks[:1] or [None]
    if week is None or week.starts_on != due_on:
        raise Promise.DoesNotExist
    seen = request.POST.getlist("day")
    days = [day.due_on for day in week.agreeable if day.due_on.isoformat() in seen]
    Verdict.agree(days, promise=promise, by=request.user)
    context = promise_context(request, promise, before=before)
    said = _("Marked as it was reported.")
    context |= {"week": context["sheet"].weeks[0], "back": page_of(request)}
    return answer_page(request, "promises/agreement.html", context, said)


@require_POST
def clearing(request: SignedInRequest, pk: uuid.UUID, due_on: dt.date) -> HttpResponse:
    """Off the list; nobody is told."""
    promise = Promise.objects.sent_to(request.user).get(pk=pk)

    def verb() -> str:
        Clearing.clear(promise=promise, due_on=due_on, by=request.user)
        return _("Cleared from your list. Nobody is told.")

    return answer_day(request, (promise, due_on), "promises/clearing.html", verb)


@require_POST
def clearing_end(request: SignedInRequest, pk: uuid.UUID, due_on: dt.date) -> HttpResponse:
    """Back on the list; nobody is told."""
    promise = Promise.objects.sent_to(request.user).get(pk=pk)

    def verb() -> str:
        Clearing.put_back(promise=promise, due_on=due_on, by=request.user)
        return _("It is back on your list.")

    return answer_day(request, (promise, due_on), "promises/clearing.html", verb)


@require_POST
def promise_away(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Off the reader's own pages; nobody is told."""
    Reading.put_away(Promise.objects.sent_to(request.user).get(pk=pk), by=request.user)
    return answer_list(request, _("Put away. Nobody is told, and it is still here below."))


@require_POST
def promise_away_end(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Back on them; nobody is told."""
    Reading.bring_back(Promise.objects.sent_to(request.user).get(pk=pk), by=request.user)
    return answer_list(request, _("It is back on your list."))


@require_POST
def ending(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """End it early, in the open."""
    Promise.objects.written_by(request.user).get(pk=pk).end(by=request.user)
    ended = known_to(request.user).get(pk=pk)
    said = _("Ended early.")
    return answer_page(request, "promises/ending.html", promise_context(request, ended), said)


@require_POST
def pause(request: SignedInRequest) -> HttpResponse:
    """From tomorrow on no promise of mine falls due, for 14 days at most."""
    form = PauseForm(request.POST)
    if not form.is_valid():
        context = list_context(request) | {"pause_form": form}
        template = "promises/index.html" if request.htmx else "promises/list.html"
        return render(request, template, context, status=422)
    Pause.begin(until=form.cleaned_data["until"], by=request.user)
    context = list_context(request)
    said = _("Paused. No day that has come is changed by it.")
    return answer_page(request, "promises/paused.html", context, said)


@require_POST
def pause_end(request: SignedInRequest) -> HttpResponse:
    Pause.end(by=request.user)
    said = _("The pause ends today.")
    return answer_page(request, "promises/paused.html", list_context(request), said)


@require_POST
def tracking(request: SignedInRequest) -> HttpResponse:
    """Together, only for me, or not at all: for all promises of the other person."""
    promise = Promise.objects.sent_to(request.user).order_by("-made_at").first()
    if promise is None:
        raise Promise.DoesNotExist
    form = TrackingForm(request.POST)
    if not form.is_valid():
        template = "promises/index_reader.html" if request.htmx else "promises/list.html"
        return render(request, template, list_context(request) | {"form": form}, status=422)
    Tracking.choose(form.cleaned_data["choice"], promise=promise, by=request.user)
    return answer_list(request, _("Kept. You can change this whenever you like; nobody is told."))


def answer_list(request: SignedInRequest, said: str) -> HttpResponse:
    """All that is promised to the reader."""
    return answer_page(request, "promises/tracking.html", list_context(request), said)
