"""The addresses of every slice."""

from django.urls import include, path

from steps.today import today

SLICES = [
    "guide", "journey", "sharing", "mypage", "entries", "acknowledging", "impact", "letters",
    "amends", "lessons", "patience", "ownership", "promises", "space", "timeline",
    "leaving",
]  # fmt: skip

urlpatterns = [
    path("today/", today, name="today"),
    *(path("", include(f"steps.{name}.urls")) for name in SLICES),
]
