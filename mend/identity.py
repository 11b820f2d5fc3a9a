"""Who is acting: a user and the couple of their one active membership, told to the database.

Row-level security reads both settings; they last as long as the transaction.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from mend import keyring

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from accounts.models import User

READ = "SELECT current_setting('mend.user', true), current_setting('mend.couple', true)"
SET = "SELECT set_config('mend.user', %s, true), set_config('mend.couple', %s, true)"


class SignedInRequest(HttpRequest):
    """What a view is given that only signed-in people reach."""

    user: "User"
    htmx: "HtmxDetails"


@contextmanager
def acting_as(user: "User") -> Iterator[None]:
    """One transaction in which the database knows `user`, who uses their keys.

    Puts the former identity back.
    """
    nested = connection.in_atomic_block
    with connection.cursor() as cursor:
        if nested:
            cursor.execute(READ)
            former = cursor.fetchone()
        with keyring.held_by(user), transaction.atomic():
            cursor.execute(SET, [str(user.pk), str(user.membership.couple_id)])
            yield
        if nested:
            cursor.execute(SET, [setting or "" for setting in former])


class IdentityMiddleware:
    """Every signed-in request outside allauth's pages is one transaction with an identity.

    What is refused or fails is rolled back, but for a refusal that `stands`; the answer leaves only
    after the commit.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_allauths(request) or not request.user.is_authenticated:
            return self.get_response(request)
        with acting_as(request.user):
            response = self.get_response(request)
            if response.status_code >= 400 and not getattr(response, "stands", False):
                transaction.set_rollback(True)
        return response


def is_allauths(request: HttpRequest) -> bool:
    """Its pages have no identity: the attempts that it counts outlast a refusal."""
    return request.path.startswith("/accounts/")
