"""The four places of each person's navigation."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from steps.journey.models import Journey


@dataclass(frozen=True)
class Place:
    """A link of the navigation."""

    name: str
    url: str
    current: bool


def places(request: HttpRequest) -> dict[str, Any]:
    """Given to every template as a callable, so that fragments that need no navigation ask nothing."""
    return {"places": lambda: places_of(request)}


def places_of(request: HttpRequest) -> list[Place]:
    """Today, Steps or My page, Promises, Timeline; nothing for who is signed out.

    The second place is Steps for who has begun a journey and My page for everybody else.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    begun = Journey.of(user) is not None
    second = (_("Steps"), reverse("steps")) if begun else (_("My page"), reverse("mypage"))
    four = [
        (_("Today"), reverse("today")),
        second,
        (_("Promises"), reverse("list")),
        (_("Timeline"), reverse("record")),
    ]
    return [Place(name, url, request.path.startswith(url)) for name, url in four]
