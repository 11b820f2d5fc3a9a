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

LIMIT = 5  # seconds, for a second start and for a stop


class Mend:
    """One `python -m mend.run`."""

    def __init__(self, folder: Path, port: int) -> None:
        self.port = port
        self.began = time.monotonic()
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
        """Its processes: database, web and ticker."""
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

    code, said = mend.ended(signal.SIGTERM)
    assert (code, said) == (0, "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_in_time_also_with_open_connections(mend: Mend, number: signal.Signals) -> None:
    assert time.monotonic() - mend.began < 2 * LIMIT
    family = mend.family()
    assert set(family) == {"database", "web", "ticker"}
    with socket.create_connection(("127.0.0.1", mend.port)) as half:
        half.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n1")
        with socket.create_connection(("127.0.0.1", mend.port)):
            before = time.monotonic()
            code, said = mend.ended(number)
    assert time.monotonic() - before < LIMIT
    assert (code, said) == (0, "")
    assert not any(process.is_running() for process in family.values())


def test_after_kill_9_of_everything_it_starts_again(folder: Path) -> None:
    port = free_port()
    with started(folder, port) as mend:
        mend.process.kill()
        family = mend.family().values() if mend.process.poll() is None else ()
        for process in family:
            process.kill()
        mend.process.wait()
    with started(folder, port) as again:
        assert again.get("/healthz").status == 200


@pytest.mark.parametrize("part", ["database", "web"])
def test_when_a_part_dies_the_rest_ends_and_says_so(mend: Mend, part: str) -> None:
    family = mend.family()
    family[part].kill()
    code, said = mend.ended()
    assert code == 1
    assert said == f"Mend has stopped: its {part} ended. Start again with: make run\n"
    assert not any(process.is_running() for process in family.values())


def test_a_second_start_and_a_taken_port_are_each_one_clear_line(mend: Mend, folder: Path) -> None:
    second = Mend(folder, free_port())
    assert second.ended() == (
        1,
        "Mend is already running from this folder. Stop it first (Ctrl-C).\n",
    )
    other = folder.with_name(f"{folder.name}-other")
    taken = Mend(other, mend.port)
    code, said = taken.ended()
    shutil.rmtree(other)
    assert code == 1
    assert said.count("\n") == 1
    assert f"make run PORT={mend.port + 1}" in said


@pytest.mark.parametrize("port", ["0", "many", "70000"])
def test_a_port_that_is_none_is_said(port: str, folder: Path) -> None:
    code, said = Mend(folder, port).ended()  # type: ignore[arg-type]
    assert code == 1
    assert f"PORT={port} is not a port" in said
