import socket
from typing import Any

import h11
import uvicorn
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from uvicorn.protocols.http.h11_impl import H11Protocol

GRACE = 2  # seconds; open event streams must not hold the stop


class Command(BaseCommand):
    help = "Serve on sockets that are already open, given by their numbers."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("sockets", nargs="+", type=int)
        parser.add_argument("--prepare", action="store_true", help="make tables and files first")

    def handle(self, *, sockets: list[int], prepare: bool, **options: Any) -> None:
        if prepare:
            call_command("prepare")
        config = uvicorn.Config(
            "mend.asgi:application",
            http=ClosedHalfway,
            access_log=False,
            log_config=None,  # settings.LOGGING says it
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE,
        )
        uvicorn.Server(config).run([socket.socket(fileno=number) for number in sockets])


class ClosedHalfway(H11Protocol):
    """Who stops sending in the middle of a request still hears that it was refused (400)."""

    def eof_received(self) -> None:
        if self.conn.states == {h11.CLIENT: h11.SEND_BODY, h11.SERVER: h11.SEND_RESPONSE}:
            self.conn.receive_data(b"")
            self.handle_events()
