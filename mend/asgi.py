"""The one application: Django in a pool of threads, beside which live streams can run."""

import asyncio
import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from a2wsgi import WSGIMiddleware
from django.conf import settings

from mend.wsgi import application as django

THREADS = int(os.environ.get("WEB_THREADS", "10"))
PATIENCE = 60  # seconds for a body to arrive

type Message = MutableMapping[str, Any]
type Receive = Callable[[], Awaitable[Message]]
type Send = Callable[[Message], Awaitable[None]]

threads = WSGIMiddleware(django, workers=THREADS)


async def application(scope: Any, receive: Receive, send: Send) -> None:
    """A request takes a thread when its body is here, so that slow senders cannot take them all."""
    if scope["type"] == "http" and 0 < _announced(scope) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        receive = await _arrived(receive)
    await threads(scope, receive, send)


def _announced(scope: Any) -> int:
    """The length that the request's headers promise, in bytes; 0 without a promise."""
    return int(dict(scope["headers"]).get(b"content-length", b"0"))


async def _arrived(receive: Receive) -> Receive:
    """The body in one message; a short one if the sender stopped, which Django will refuse."""
    body, message = bytearray(), {"more_body": True}
    try:
        async with asyncio.timeout(PATIENCE):
            while message.get("more_body"):
                message = await receive()
                body += message.get("body", b"")
    except TimeoutError:
        pass
    messages = [{"type": "http.request", "body": bytes(body), "more_body": False}]

    async def replay() -> Message:
        return messages.pop() if messages else await receive()

    return replay
