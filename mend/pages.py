"""The pages that everybody may read, signed in or not."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.generic import TemplateView


@login_not_required
def landing(request: HttpRequest) -> HttpResponse:
    """Three doors; who is signed in goes on to today."""
    if request.user.is_authenticated:
        return redirect("today")
    return render(request, "landing.html")


def too_often(request: HttpRequest) -> HttpResponse:
    """429. No limit that answers so counts for longer than five minutes."""
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = "300"
    return response


def open_page(template: str) -> Callable[..., HttpResponse]:
    page: Callable[..., HttpResponse] = TemplateView.as_view(template_name=template)
    return login_not_required(page)


urlpatterns = [
    path("", landing, name="landing"),
    path("help/", open_page("help.html"), name="help"),
    path("help/example/", open_page("example.html"), name="example"),
]
