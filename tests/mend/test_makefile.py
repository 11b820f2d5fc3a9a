"""make finds a Python by asking each one, and says what to install if there is none."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

SHIM = "#!/bin/sh\necho 'pyenv: command not found' >&2\nexit 127\n"
OLD = "#!/bin/sh\nexit 1\n"
# Answers the question for its version, and notes what it is then asked to make.
FITTING = '#!/bin/sh\ncase "$1" in -c) exit 0;; *) echo "$0 $@" > "$NOTE";; esac\n'


def make(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which("make")
    assert program
    return subprocess.run(
        [program, *arguments],
        cwd=settings.BASE_DIR,
        env={name: text for name, text in os.environ.items() if "MAKE" not in name} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A PATH on which pythons can be put."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def put(path: Path, name: str, script: str) -> None:
    (path / name).write_text(script)
    (path / name).chmod(0o755)


def make_venv(path: Path) -> subprocess.CompletedProcess[str]:
    venv = path.parent / "venv"
    note = str(path.parent / "note")
    return make(f"VENV={venv}", f"{venv}/bin/python", PATH=str(path), NOTE=note)


def test_a_shim_that_fails_and_an_old_python_are_passed_over(path: Path) -> None:
    put(path, "python3.14", SHIM)
    put(path, "python3.13", OLD)
    put(path, "python3", FITTING)
    assert make_venv(path).returncode == 0
    asked = (path.parent / "note").read_text().split()
    assert asked[0].endswith("python3")
    assert asked[1:3] == ["-m", "venv"]


def test_without_a_fitting_python_one_line_says_what_to_install(path: Path) -> None:
    put(path, "python3.14", SHIM)
    put(path, "python3", OLD)
    made = make_venv(path)
    assert made.returncode != 0
    assert made.stdout == ""
    first, *rest = made.stderr.splitlines()
    assert "Mend needs Python 3.12 or newer" in first
    assert all(line.startswith("make") for line in rest)


def test_help_lists_the_commands() -> None:
    listed = make("help").stdout
    for command in ("run", "test", "soak", "hints", "demo", "lock"):
        assert f"make {command}" in listed
