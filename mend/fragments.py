"""How a view answers an action."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render


def changed(
    request: HttpRequest, template: str, context: dict[str, Any], *, back_to: str
) -> HttpResponse:
    """The fragments that changed for htmx, a redirect to the page that shows them otherwise."""
    if request.headers.get("HX-Request"):
        return render(request, template, context)
    return redirect(back_to)
