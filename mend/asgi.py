"""The one application: Django in a pool of threads, beside which live streams can run."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import Any

from a2wsgi import WSGIMiddleware
from django.conf import settings

from mend import wsgi

THREADS = int(os.environ.get("WEB_THREADS", "10"))
PATIENCE = 60  # seconds for a body to arrive

type Receive = Callable[[], Awaitable[Any]]
type Send = Callable[[Any], Awaitable[None]]

django: Any = wsgi.application
threads: Any = WSGIMiddleware(django, workers=THREADS)


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
    body, more = bytearray(), True
    try:
        async with asyncio.timeout(PATIENCE):
            while more:
                message = await receive()
                body += message.get("body", b"")
                more = message.get("more_body", False)
    except TimeoutError:
        pass
    messages = [{"type": "http.request", "body": bytes(body), "more_body": False}]

    async def replay() -> Any:
        return messages.pop() if messages else await receive()

    return replay
