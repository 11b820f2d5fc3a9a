"""Taking along all that is one's own."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from accounts.sure import only_if_sure
from mend import clock
from mend.identity import SignedInRequest
from steps.leaving.packing import packed


@require_safe
def taking_along(request: SignedInRequest) -> HttpResponse:
    return render(request, "leaving/index.html", {"partner": request.user.partner})


@require_POST
@only_if_sure
def export(request: SignedInRequest) -> HttpResponse:
    """At once, and told to nobody. Its name says nothing."""
    name = f"copy-{clock.today(request.user.time_zone).isoformat()}.zip"
    return HttpResponse(
        packed(request.user),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
