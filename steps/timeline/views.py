"""The record: what the two of a couple were given, the same for both."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mend.identity import SignedInRequest
from steps.timeline.checking import findings_of
from steps.timeline.forms import PartForm
from steps.timeline.models import Event
from steps.timeline.pages import Part, page_of
from steps.timeline.telling import entries_of


@require_safe
def record(request: SignedInRequest) -> HttpResponse:
    """A page of it; for htmx only the entries that go on below, or the part that was narrowed."""
    form = PartForm(request.GET)
    if not form.is_valid():
        raise Http404
    part = Part(**{name: value for name, value in form.cleaned_data.items() if value})
    goes_on = bool(request.htmx and part.before)
    template = "timeline/index.html#record" if request.htmx else "timeline/index.html"
    context = {
        "page": page_of(request.user, part, goes_on=goes_on),
        "partner": request.user.partner,
    }
    return render(request, "timeline/entries.html" if goes_on else template, context)


@require_safe
def record_entry(request: SignedInRequest, seq: int) -> HttpResponse:
    """One entry, at an address that stays."""
    event = Event.objects.visible_to(request.user).as_told().get(seq=seq)
    (entry,) = entries_of([event], request.user)
    context = {"entry": entry, "page_url": f"{Part(before=seq + 1).url}#entry-{seq}"}
    return render(request, "timeline/entry_page.html", context)


@require_safe
def record_check(request: SignedInRequest) -> HttpResponse:
    """Whether it is as it was written; the same for both, but for their own copies."""
    return render(request, "timeline/check.html", {"findings": findings_of(request.user)})
