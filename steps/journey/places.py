"""The four places of each person's navigation."""

from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from mend.identity import SignedInRequest, acting_as, is_allauths
from steps.journey.own import own_journey
from steps.sharing.room import room_of


@dataclass(frozen=True)
class Place:
    """A link of the navigation."""

    name: str
    url: str
    current: bool


def places(request: HttpRequest) -> dict[str, Any]:
    """Given to every template lazily, so that fragments, which need no navigation, ask nothing.

    Signed out there are none.
    """
    if not getattr(request, "user", AnonymousUser()).is_authenticated:
        return {}
    return {"places": SimpleLazyObject(lambda: places_of(cast("SignedInRequest", request)))}


def places_of(request: SignedInRequest) -> list[Place]:
    """Today, Steps or My page, Promises, Timeline; none while they are put away.

    The second place is Steps for who has begun a journey and My page for everybody else.
    """
    with acting_as(request.user) if is_allauths(request) else nullcontext():
        if room_of(request).is_away:
            return []
        begun = own_journey(request) is not None
    second = (_("Steps"), reverse("steps")) if begun else (_("My page"), reverse("mypage"))
    four = [
        (_("Today"), reverse("today")),
        second,
        (_("Promises"), reverse("list")),
        (_("Timeline"), reverse("record")),
    ]
    return [Place(name, url, request.path.startswith(url)) for name, url in four]
