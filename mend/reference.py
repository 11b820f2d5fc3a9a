"""What is being done now, under a random reference: for logs, and for who reports a failure."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.core.signals import request_finished
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string

BYTES = 4  # short enough to be read out; only failures are ever looked for by it


@dataclass(frozen=True)
class Doing:
    """A request or a job. Its reference is made here; one that comes with a request is ignored."""

    request: HttpRequest | None = None
    job: str | None = None
    reference: str = field(default_factory=lambda: secrets.token_hex(BYTES))

    @property
    def route(self) -> str | None:
        """The name of the address, never the address: that holds ids."""
        match = self.request and self.request.resolver_match
        return match.view_name if match else None


_now: ContextVar[Doing | None] = ContextVar("doing", default=None)


def now() -> Doing | None:
    return _now.get()


@contextmanager
def doing(job: str) -> Iterator[None]:
    """Within the block this job is being done."""
    token = _now.set(Doing(job=job))
    try:
        yield
    finally:
        _now.reset(token)


class ReferenceMiddleware:
    """Until its answer has gone out: Django logs some failures after the last middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        _now.set(Doing(request=request))
        return self.get_response(request)


@receiver(request_finished)
def _end(**kwargs: Any) -> None:
    _now.set(None)


def failed(request: HttpRequest) -> HttpResponse:
    """The page for a failure of ours. It asks the database nothing: that may be what failed.

    The reference stands on this page alone; as a header it would make equal answers differ.
    """
    known = now()
    page = render_to_string("500.html", {"reference": known and known.reference})
    return HttpResponseServerError(page)
