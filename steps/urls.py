"""The addresses of every slice."""

from django.urls import include, path

SLICES = ["guide", "journey", "sharing", "mypage", "entries", "amends", "promises", "timeline"]

urlpatterns = [path("", include(f"steps.{name}.urls")) for name in SLICES]
