"""make run, tried as it is: the real processes, on a free port, with data of their own."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from django.conf import settings

LIMIT = 5  # seconds for a stop


class Mend:
    """One `python -m mend.run`."""

    def __init__(self, folder: Path, port: int | str) -> None:
        self.port = port
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mend.run"],
            cwd=settings.BASE_DIR,
            env=os.environ | {"MEND_HOME": str(folder), "PORT": str(port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ready(self) -> str:
        """Its first line, when it has said it."""
        assert self.process.stdout
        return self.process.stdout.readline()

    def family(self) -> dict[str, psutil.Process]:
        """Its processes by name: database, web and ticker."""
        names = {"postgres": "database", "serve": "web", "tick": "ticker"}
        children = psutil.Process(self.process.pid).children()
        commands = {child: " ".join(child.cmdline()) for child in children}
        return {
            name: child
            for child, command in commands.items()
            for word, name in names.items()
            if f" {word} " in f"{command} " or f"/{word} " in command
        }

    def ended(self, number: signal.Signals | None = None) -> tuple[int, str]:
        """Its exit code and what it still said."""
        if number:
            self.process.send_signal(number)
        rest, complaint = self.process.communicate(timeout=20)
        return self.process.returncode, rest + complaint

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={"Host": f"localhost:{self.port}"} | headers)
        return connection.getresponse()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def started(folder: Path, port: int) -> Iterator[Mend]:
    mend = Mend(folder, port)
    try:
        line = mend.ready()
        assert line == f"Mend is ready: http://localhost:{port}/\n", mend.ended()
        yield mend
    finally:
        mend.process.kill()
        mend.process.wait()


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """One folder for all the starts here, so that only the first one makes everything."""
    path = Path(f"/tmp/mend-run-{os.getpid()}")
    yield path
    shutil.rmtree(path)


@pytest.fixture
def mend(folder: Path) -> Iterator[Mend]:
    with started(folder, free_port()) as running:
        yield running


@contextmanager
def open_connections(mend: Mend) -> Iterator[None]:
    """One that has said nothing, and one that has sent half of a form."""
    with (
        socket.create_connection(("127.0.0.1", mend.port)),
        socket.create_connection(("127.0.0.1", mend.port)) as half,
    ):
        half.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n1")
        yield


def test_it_serves_pages_files_and_mails_and_refuses_a_cut_body(mend: Mend) -> None:
    assert mend.get("/healthz").status == 200
    assert mend.get("/outbox/").status == 200
    assert mend.get("/outbox/", **{"X-Forwarded-For": "127.0.0.1"}).status == 404

    page = mend.get("/").read().decode()
    style = page.split('rel="stylesheet" href="')[1].split('"')[0]
    file = mend.get(style)
    assert file.status == 200
    assert "immutable" in file.headers["Cache-Control"]

    with socket.create_connection(("127.0.0.1", mend.port), timeout=10) as line:
        line.sendall(b"POST /accounts/login/ HTTP/1.1\r\nHost: localhost\r\n")
        line.sendall(b"Content-Type: application/x-www-form-urlencoded\r\n")
        line.sendall(b"Content-Length: 1000\r\n\r\nlogin=ann@")
        line.shutdown(socket.SHUT_WR)
        assert line.recv(1000).startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_in_time_also_with_open_connections(mend: Mend, number: signal.Signals) -> None:
    family = mend.family()
    assert set(family) == {"database", "web", "ticker"}
    with open_connections(mend):
        before = time.monotonic()
        assert mend.ended(number) == (0, "")
    assert time.monotonic() - before < LIMIT
    assert not any(process.is_running() for process in family.values())


def test_after_kill_9_of_everything_it_starts_again(folder: Path) -> None:
    port = free_port()
    with started(folder, port) as mend:
        for process in (mend.process, *mend.family().values()):
            process.kill()
    with started(folder, port) as again:
        assert again.get("/healthz").status == 200
        family = again.family()
        again.process.kill()
        for process in family.values():
            process.wait(LIMIT)


@pytest.mark.parametrize("part", ["database", "web"])
def test_when_a_part_dies_the_rest_ends_and_says_so(mend: Mend, part: str) -> None:
    family = mend.family()
    family[part].kill()
    assert mend.ended() == (
        1,
        f"Mend has stopped: its {part} ended. Start again with: make run\n",
    )
    assert not any(process.is_running() for process in family.values())


def test_it_does_not_outlive_the_make_that_began_it(folder: Path) -> None:
    script = f"{sys.executable} -m mend.run & echo $!; wait"
    port = free_port()
    make = subprocess.Popen(
        ["sh", "-c", script],
        cwd=settings.BASE_DIR,
        env=os.environ | {"MEND_HOME": str(folder), "PORT": str(port), "MAKELEVEL": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert make.stdout
    mend = psutil.Process(int(make.stdout.readline()))
    assert "Mend is ready" in make.stdout.readline()
    make.kill()
    make.wait()
    mend.wait(2 * LIMIT)


def test_a_second_start_from_the_same_folder_is_refused(mend: Mend, folder: Path) -> None:
    second = Mend(folder, free_port())
    assert second.ended() == (
        1,
        "Mend is already running from this folder. Stop it first (Ctrl-C).\n",
    )


def test_a_port_that_somebody_else_uses_is_said(folder: Path) -> None:
    port = free_port()
    with socket.create_server(("127.0.0.1", port)):
        assert Mend(folder, port).ended() == (
            1,
            f"Port {port} is in use. Choose another one: make run PORT={port + 1}\n",
        )


@pytest.mark.parametrize("port", ["0", "many", "70000"])
def test_a_port_that_is_none_is_said(port: str, folder: Path) -> None:
    code, said = Mend(folder, port).ended()
    assert code == 1
    assert said == (f"PORT={port} is not a port. Choose a number below 65536: make run PORT=8001\n")
