"""`make run`: database, web and ticker as one tree of processes that starts and ends together."""

import errno
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence

from mend import database
from mend.home import CHECKOUT, CannotRun
from mend.postgres import signal_when_we_die

PATIENCE = 120  # seconds for new tables to be made and the web process to answer
GRACE = 2.6  # seconds for web and ticker to end; the database needs the rest of the five

type Children = dict[str, subprocess.Popen[bytes]]


class Ended(Exception):
    """A part of Mend has ended by itself."""


def main() -> None:
    make = os.getppid() if "MAKELEVEL" in os.environ else None
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    port = _port(os.environ.get("PORT", "8000"))
    with database.claimed():
        sockets = _listen(port)
        with database.running() as server:
            children = {"database": server}
            try:
                children["web"] = _serve(sockets)
                if _ready(port, children, stop):
                    children["ticker"] = _manage("tick", "--every", "2")
                    print(f"Mend is ready: http://localhost:{port}/", flush=True)
                    _watch(children, stop, make)
            finally:
                _end(children)


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise CannotRun(f"PORT={text} is not a port. Choose a number below 65536: make run PORT=8001")


def _listen(port: int) -> list[socket.socket]:
    """On both addresses of localhost, so that nobody else answers under one of them."""
    sockets = []
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            sockets.append(socket.create_server((address, port), family=family))
        except OSError as error:
            if family == socket.AF_INET6 and error.errno != errno.EADDRINUSE:
                continue  # a machine without IPv6
            reason = "is in use" if error.errno == errno.EADDRINUSE else f"fails: {error.strerror}"
            other = port + 1 if port < 65535 else 8000
            raise CannotRun(
                f"Port {port} {reason}. Choose another one: make run PORT={other}"
            ) from error
    return sockets


def _serve(sockets: list[socket.socket]) -> subprocess.Popen[bytes]:
    """The web process. It holds the sockets alone: when it ends, nobody listens any more."""
    numbers = [sock.fileno() for sock in sockets]
    web = _manage("serve", "--prepare", *map(str, numbers), keep=numbers)
    for sock in sockets:
        sock.close()
    return web


def _manage(*command: str, keep: Sequence[int] = ()) -> subprocess.Popen[bytes]:
    """A command of ours in a session of its own: Ctrl-C reaches only us, and we end it in order."""
    return subprocess.Popen(
        [sys.executable, "manage.py", *command],
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        pass_fds=keep,
        start_new_session=True,
        preexec_fn=signal_when_we_die(signal.SIGTERM),
    )


def _ready(port: int, children: Children, stop: threading.Event) -> bool:
    """Wait for the health page; False if we are asked to stop before."""
    deadline = time.monotonic() + PATIENCE
    while not stop.wait(0.05):
        _all_alive(children)
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", "/healthz", headers={"Host": "localhost"})
            if connection.getresponse().status == 200:
                return True
        except (OSError, http.client.HTTPException):
            pass
        if time.monotonic() > deadline:
            raise Ended("web")
    return False


def _watch(children: Children, stop: threading.Event, make: int | None) -> None:
    """Until we are asked to stop, or something has ended, or the `make` above us is gone."""
    while not stop.wait(0.3):
        _all_alive(children)
        if make not in {None, os.getppid()}:
            return


def _all_alive(children: Children) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            raise Ended(name)


def _end(children: Children) -> None:
    """End web and ticker together; the database goes last, by its own block."""
    ours = [child for name, child in children.items() if name != "database"]
    for child in ours:
        child.terminate()
    deadline = time.monotonic() + GRACE
    for child in ours:
        try:
            child.wait(max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


if __name__ == "__main__":
    try:
        main()
    except CannotRun as error:
        sys.exit(str(error))
    except database.AlreadyRunning:
        sys.exit("Mend is already running from this folder. Stop it first (Ctrl-C).")
    except Ended as error:
        sys.exit(f"Mend has stopped: its {error} ended. Start again with: make run")
