"""How a view answers an action."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render


def changed(
    request: HttpRequest, template: str, context: dict[str, Any], *, back_to: str, said: str = ""
) -> HttpResponse:
    """The fragments that changed for htmx, a redirect to the page that shows them otherwise.

    `said` is one sentence for both: the template's to put, or a message of that page.
    """
    if request.headers.get("HX-Request"):
        return render(request, template, {"said": said} | context)
    if said:
        messages.success(request, said)
    return redirect(back_to)
