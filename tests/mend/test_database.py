"""The embedded server: it starts on whatever a crash left behind, and leaves nothing."""

import os
import resource
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


def short_path() -> Path:
    """Under /tmp and not in pytest's folder, which the database's account could not enter."""
    return Path(f"/tmp/mend-test-{os.getpid()}-{time.monotonic_ns()}")


@pytest.fixture
def new_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Nothing in it."""
    folder = short_path()
    monkeypatch.setenv("MEND_HOME", str(folder))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        folder = short_path()
        patch.setenv("MEND_HOME", str(folder))
        with database.claimed(), database.running(durable=False):
            pass
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def old_home(made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A server has run here before."""
    monkeypatch.setenv("MEND_HOME", str(made))
    return made


def answers(role: str = "mend_app") -> bool:
    with psycopg.connect(
        host=str(postgres.socket_folder()), user=role, dbname="mend"
    ) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)


def test_it_starts_answers_and_ends_and_starts_again(old_home: Path) -> None:
    for _time in ("first", "again"):
        with database.claimed(), database.running(durable=False) as server:
            assert answers()
            log = (old_home / "postgres" / "postgresql.conf").read_text()
            assert "listen_addresses = ''" in log
        assert server.poll() == 0


def test_only_one_process_may_keep_it(old_home: Path) -> None:
    with (
        database.claimed(),
        pytest.raises(database.AlreadyRunning),
        database.claimed(),
    ):
        pass


def test_a_server_that_outlived_its_parent_is_ended_first(old_home: Path) -> None:
    with (
        database.claimed(),
        database.running(durable=False) as orphan,
        database.running(durable=False),
    ):
        assert orphan.wait(1) == 0
        assert answers()


def test_after_kill_9_of_the_server_the_next_start_recovers(old_home: Path) -> None:
    with database.claimed():
        with database.running(durable=False) as server:
            server.kill()
            server.wait()
        assert (old_home / "postgres" / "postmaster.pid").exists()
        with database.running(durable=False):
            assert answers()


def test_a_process_that_got_the_old_servers_number_is_left_alone(old_home: Path) -> None:
    stranger = subprocess.Popen(["sleep", "60"])
    for paper in (old_home / "postgres/postmaster.pid", old_home / "socket/.s.PGSQL.5432.lock"):
        paper.write_text(f"{stranger.pid}\n{old_home / 'postgres'}\n")
    try:
        with database.claimed(), database.running(durable=False):
            assert answers()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_data_that_was_only_half_made_is_made_anew(new_home: Path) -> None:
    with database.claimed():
        (new_home / "unfinished").touch()
        (new_home / "postgres" / "base").mkdir(parents=True)
        (new_home / "postgres" / "PG_VERSION").write_text("18\n")
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


def test_a_server_that_does_not_listen_is_ended_all_the_same() -> None:
    deaf = subprocess.Popen(["sh", "-c", "trap '' INT; echo; sleep 60"], stdout=subprocess.PIPE)
    assert deaf.stdout
    deaf.stdout.readline()
    postgres.stop(deaf)
    assert deaf.returncode in (-signal.SIGQUIT, -signal.SIGKILL)


def test_the_programs_are_copied_whole_and_the_first_copy_stays(tmp_path: Path) -> None:
    source = tmp_path / "package"
    (source / "bin").mkdir(parents=True)
    (source / "bin" / "initdb").write_text("first")
    (source / "include").mkdir()
    source.with_name("package.libs").mkdir()
    copy = tmp_path / "for" / "all"
    for text in ("first", "second"):
        (source / "bin" / "initdb").write_text(text)
        postgres.copy_programs(source, copy)
    assert (copy / "package" / "bin" / "initdb").read_text() == "first"
    assert sorted(path.name for path in copy.rglob("*")) == [
        "bin",
        "initdb",
        "package",
        "package.libs",
    ]
    assert [path.name for path in copy.parent.iterdir()] == ["all"]


def test_a_folder_that_somebody_else_prepared_is_refused(new_home: Path) -> None:
    new_home.mkdir()
    (new_home / "outbox").mkdir()
    (new_home / "elsewhere").mkdir()
    (new_home / "socket").symlink_to(new_home / "elsewhere")
    with pytest.raises(CannotRun, match="belongs to somebody else"), database.claimed():
        postgres.start(durable=False)


def test_data_that_cannot_be_made_is_said_with_the_reason(new_home: Path) -> None:
    """The first file of the database's is larger than files may be here."""
    size = 1_000_000
    done = subprocess.run(
        [*COMMAND, "keep", "--", "true"],
        cwd=settings.BASE_DIR,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"The database could not be made in {new_home}/postgres.\n")


def test_a_broken_database_is_said_with_the_place_of_its_log(
    old_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.5)
    control = old_home / "postgres/global/pg_control"
    kept = control.rename(control.with_name("kept"))
    with (
        pytest.raises(CannotRun, match=r"does not start. See .*postgres\.log"),
        database.claimed(),
        database.running(),
    ):
        pass
    kept.rename(control)


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


def listen() -> None:
    """What is started in the background has Ctrl-C ignored; here it is listened to."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_when_the_command_is_interrupted(number: signal.Signals) -> None:
    script = "trap 'exit 3' INT TERM; echo $MEND_HOME; while :; do sleep 0.1; done"
    process = subprocess.Popen(
        [*COMMAND, "exec", "--", "sh", "-c", script],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=listen,
    )
    assert process.stdout
    folder = process.stdout.readline().strip()
    family = psutil.Process(process.pid).children(recursive=True)
    assert any(child.name() == "postgres" for child in family)
    os.killpg(process.pid, number)
    assert process.wait(20) == 3
    assert not Path(folder).exists()
    assert not any(child.is_running() for child in family)


def test_a_command_can_keep_this_checkouts_own_server(old_home: Path) -> None:
    assert database.main("keep", "--", "test", "-S", str(old_home / "socket/.s.PGSQL.5432")) == 0
    with database.claimed():
        assert database.main("keep", "--", "false") == 1
