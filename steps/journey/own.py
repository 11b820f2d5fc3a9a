"""The journey of the person who asks, looked up once a request."""

from mend.identity import SignedInRequest
from steps.journey.models import Journey


def own_journey(request: SignedInRequest) -> Journey | None:
    """What the signed-in person has begun, if anything."""
    if "own_journey" not in request.__dict__:
        request.__dict__["own_journey"] = Journey.of(request.user)
    journey: Journey | None = request.__dict__["own_journey"]
    return journey
