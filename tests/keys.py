"""Whose keys a test uses: outside of requests and of `acting_as` it looks on, and opens all words.

Within a request nobody's keys are there until the product itself says who is acting.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import ANY
from uuid import UUID

from django.core.signals import request_finished, request_started

from accounts.models import CopyKey, DraftKey
from mend import keyring
from mend.keyring import Ring, Wrapped


class Everybody:
    """Somebody who is each of us."""

    pk = ANY

    def wrapped_keys(self) -> Iterator[tuple[str, UUID, Wrapped]]:
        for name, kind in (("draft", DraftKey), ("copy", CopyKey)):
            for key in kind.objects.all():
                yield name, key.user_id, Wrapped(key.kek, bytes(key.wrapped))


EVERYBODYS = Ring(Everybody())


def at_hand(**kwargs: Any) -> None:
    if threading.current_thread() is threading.main_thread():
        keyring._held.set(EVERYBODYS)


def away(**kwargs: Any) -> None:
    keyring._held.set(None)


def look_on() -> None:
    """From now on."""
    at_hand()
    request_started.connect(away)
    request_finished.connect(at_hand)


@contextmanager
def nobody_acts() -> Iterator[None]:
    """As it is in a command that forgot to say who is acting."""
    token = keyring._held.set(None)
    try:
        yield
    finally:
        keyring._held.reset(token)
