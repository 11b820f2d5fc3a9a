"""Putting a miss right, starting again after a gap, and the weeks as a pattern."""

import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mend import clock
from mend.fresh import fresh_id, issued
from mend.identity import SignedInRequest
from mend.refusals import Refused
from steps.promises.answers import answer_day, date_or_none
from steps.promises.forms import GapForm, RepairForm
from steps.promises.gaps import Gap
from steps.promises.models import Promise
from steps.promises.pattern import pattern_of
from steps.promises.picture import picture_of
from steps.promises.repairs import Repair
from steps.sharing.room import room_of


@require_POST
def repair(request: SignedInRequest, pk: uuid.UUID, due_on: dt.date) -> HttpResponse:
    """What its writer does to put a missed day right."""
    promise = Promise.objects.written_by(request.user).get(pk=pk)
    form = RepairForm(request.POST)

    def verb() -> str:
        Repair.write(
            form.cleaned_data["repair"], promise=promise, due_on=due_on, by=request.user,
            pk=issued(form.cleaned_data["id"], to=request.user.pk),
        )  # fmt: skip
        return _("Kept beside your report.")

    day = (promise, due_on)
    return answer_day(request, day, "promises/repair.html", verb, form=form, named="repair_form")


@require_safe
def pattern(request: SignedInRequest) -> HttpResponse:
    """One’s own weeks, and a way to start again where a gap lies behind."""
    return render(request, "promises/pattern.html", own_weeks(request))


@require_safe
def pattern_theirs(request: SignedInRequest) -> HttpResponse:
    """The same weeks for the one to whom it was promised, if they look."""
    return render(request, "promises/pattern_theirs.html", weeks_of(request, own=False))


def own_weeks(request: SignedInRequest, *, form: GapForm | None = None) -> dict[str, Any]:
    context = weeks_of(request, own=True)
    gap = context["pattern"].gap_behind(clock.today(request.user.time_zone))
    fresh = fresh_form(request, may_share=bool(gap and gap.is_known))
    return context | {"gap": gap, "gap_form": form or fresh, "back": "pattern"}


def weeks_of(request: SignedInRequest, *, own: bool) -> dict[str, Any]:
    before = date_or_none(request.GET.get("before", ""))
    found = pattern_of(request.user, own=own, before=before)
    return {
        "pattern": found,
        "picture": picture_of(found),
        "partner": request.user.partner,
        "room": room_of(request),
    }


def fresh_form(request: SignedInRequest, *, may_share: bool) -> GapForm:
    """A line can be shared where the other knows of the promise that it is about."""
    may_share = may_share and request.user.partner is not None
    return GapForm(may_share=may_share, initial={"id": fresh_id(request.user.pk)})


@require_POST
def gap(request: SignedInRequest) -> HttpResponse:
    """Start from today; what lies before is left as it is."""
    form = GapForm(request.POST, may_share=True)
    if not form.is_valid():
        context = own_weeks(request, form=form)
        return render(request, "promises/pattern.html", context, status=422)
    said = form.cleaned_data
    try:
        written = Gap.leave_behind(
            by=request.user, line=said["line"], is_shared=said["is_shared"],
            pk=issued(said["id"], to=request.user.pk),
        )  # fmt: skip
    except Refused as refused:  # with the line, so that it is not lost
        form.add_error(None, refused.sentence)
        context = own_weeks(request, form=form)
        return render(request, "promises/pattern.html", context, status=409)
    messages.success(request, said_of(written))
    return redirect("pattern" if request.POST.get("back") == "pattern" else "today")


def said_of(gap: Gap) -> str:
    if not gap.has_line:
        return _("You start from today. What lies before is left as it is.")
    if gap.sent_at:
        return _("Shared. It stands in the timeline, and with your weeks.")
    if gap.kept_back_at:
        return _("Kept. It goes once the space is over.")
    return _("Kept, only for you.")
