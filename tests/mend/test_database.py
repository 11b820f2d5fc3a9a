"""The embedded server: it starts on whatever a crash left behind, and leaves nothing."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
from django.conf import settings

from mend import database, postgres
from mend.home import CannotRun, home

COMMAND = [sys.executable, "-m", "mend.database"]


@pytest.fixture
def new_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Under /tmp and not in pytest's folder, which the database's account could not enter."""
    folder = Path(f"/tmp/mend-test-{os.getpid()}-{time.monotonic_ns()}")
    monkeypatch.setenv("MEND_HOME", str(folder))
    yield folder
    shutil.rmtree(folder)


def answers(role: str = "mend_app") -> bool:
    with psycopg.connect(
        host=str(postgres.socket_folder()), user=role, dbname="mend"
    ) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)


def test_it_starts_answers_and_ends_and_starts_again(new_home: Path) -> None:
    for _time in ("first", "again"):
        with database.claimed(), database.running(durable=False) as server:
            assert answers()
            log = (new_home / "postgres" / "postgresql.conf").read_text()
            assert "listen_addresses = ''" in log
        assert server.poll() == 0


def test_only_one_process_may_keep_it(new_home: Path) -> None:
    with (
        database.claimed(),
        pytest.raises(database.AlreadyRunning),
        database.claimed(),
    ):
        pass


def test_a_server_that_outlived_its_parent_is_ended_first(new_home: Path) -> None:
    with database.claimed(), database.running(durable=False) as orphan:
        with database.running(durable=False):
            assert orphan.wait(1) == 0
            assert answers()


def test_after_kill_9_of_the_server_the_next_start_recovers(new_home: Path) -> None:
    with database.claimed():
        with database.running(durable=False) as server:
            server.kill()
            server.wait()
        assert (new_home / "postgres" / "postmaster.pid").exists()
        with database.running(durable=False):
            assert answers()


def test_a_process_that_got_the_old_servers_number_is_left_alone(new_home: Path) -> None:
    with database.claimed(), database.running(durable=False):
        pass
    stranger = subprocess.Popen(["sleep", "60"])
    for paper in (new_home / "postgres/postmaster.pid", new_home / "socket/.s.PGSQL.5432.lock"):
        paper.write_text(f"{stranger.pid}\n{new_home / 'postgres'}\n")
    try:
        with database.claimed(), database.running(durable=False):
            assert answers()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_data_that_was_only_half_made_is_made_anew(new_home: Path) -> None:
    with database.claimed(), database.running(durable=False):
        pass
    (new_home / "unfinished").touch()
    (new_home / "postgres" / "global" / "pg_control").unlink()
    with database.claimed(), database.running(durable=False):
        assert answers()


def test_a_path_too_long_for_a_socket_moves_only_the_socket(
    new_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_home.mkdir(mode=0o755)
    deep = new_home / ("d" * 60) / ("e" * 60)
    deep.parent.mkdir(mode=0o755)
    monkeypatch.setenv("MEND_HOME", str(deep))
    sockets = postgres.socket_folder()
    assert len(str(sockets)) < 60
    with database.claimed(), database.running(durable=False):
        assert answers()
        assert sockets.stat().st_mode & 0o077 == 0
    shutil.rmtree(sockets)


def test_a_folder_that_somebody_else_prepared_is_refused(new_home: Path) -> None:
    new_home.mkdir()
    (new_home / "outbox").mkdir()
    (new_home / "elsewhere").mkdir()
    (new_home / "socket").symlink_to(new_home / "elsewhere")
    with pytest.raises(CannotRun, match="belongs to somebody else"), database.claimed():
        postgres.start(durable=False)


def test_data_that_cannot_be_made_is_said_with_the_reason(new_home: Path) -> None:
    with database.claimed():
        pass
    new_home.chmod(0o700)
    (new_home / "postgres").mkdir(mode=0o700)
    (new_home / "unfinished").touch()
    shutil.rmtree(new_home / "postgres")
    (new_home / "postgres").symlink_to("/nonexistent")
    with pytest.raises((CannotRun, FileExistsError)), database.claimed():
        postgres.start(durable=False)


def test_a_command_runs_beside_a_throw_away_server_of_its_own() -> None:
    script = "echo $MEND_HOME; exit 7"
    done = subprocess.run(
        [*COMMAND, "exec", "--", "sh", "-c", script],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 7
    assert done.stdout.strip() != str(home())
    assert not Path(done.stdout.strip()).exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_when_the_command_is_interrupted(number: signal.Signals) -> None:
    script = "trap 'exit 3' INT TERM; echo $MEND_HOME; while :; do sleep 0.1; done"
    process = subprocess.Popen(
        [*COMMAND, "exec", "--", "sh", "-c", script],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    folder = process.stdout.readline().strip()
    family = psutil.Process(process.pid).children(recursive=True)
    assert any(child.name() == "postgres" for child in family)
    os.killpg(process.pid, number)
    assert process.wait(5) == 3
    assert not Path(folder).exists()
    assert not any(child.is_running() for child in family)


def test_a_command_can_keep_this_checkouts_own_server(new_home: Path) -> None:
    assert database.main("keep", "--", "true") == 0
    assert (new_home / "postgres" / "PG_VERSION").exists()
    with database.claimed():
        assert database.main("keep", "--", "false") == 1
