"""Ben takes space from Ann, who did the hurt; both through the model verbs and their pages."""

import re
import uuid
from typing import Any

from accounts.models import User
from mend.identity import acting_as
from mend.jobs import TICKS
from steps.space.models import Space
from tests.people import signed_in

PAGES = (
    "/today/", "/steps/5/", "/list/", "/offers/", "/record/", "/me/", "/settings/",
    "/settings/limits/", "/stop/", "/today/aside/", "/invitation/",
)  # fmt: skip
FRESH = re.compile(
    r'csrfmiddlewaretoken" value="[^"]+|X-CSRFToken": "[^"]+|name="id" value="[^"]+'
    r'|name="id" id="[^"]*" value="[^"]+|action="/writing/[^"]+"\s+hx-post="/writing/[^"]+"'
)


def takes(by: User, **changes: Any) -> Space:
    with acting_as(by):
        return Space.take(by=by, pk=uuid.uuid4(), **changes)


def ends(by: User) -> None:
    with acting_as(by):
        Space.end(by=by)


def tick() -> None:
    """All that the clock does."""
    from django.utils.module_loading import import_string

    for path in TICKS:
        import_string(path)()


def pages_of(user: User, *more: str) -> dict[str, str]:
    """Every page as it is for somebody, without what is new in each answer."""
    client = signed_in(user)
    return {page: FRESH.sub("", client.get(page).content.decode()) for page in (*PAGES, *more)}
