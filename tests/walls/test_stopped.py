"""Wall 3: who takes the folder of a stopped server away, and not its keys, reads no words."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from steps.demo import words

SENTENCE = 20  # characters; shorter ones are names of choices


def test_the_files_of_a_stopped_server_hold_no_word() -> None:
    """Tables, indexes, the log of changes and the server's own log; an address is in the clear."""
    with tempfile.TemporaryDirectory(prefix="mend-") as folder:
        stored = stored_in(Path(folder))
    assert b"ada@example.org" in stored
    told = set(sentences(vars(words)))
    assert len(told) > 20
    assert {sentence for sentence in told if sentence.encode() in stored} == set()


def stored_in(folder: Path) -> bytes:
    """All files after the made-up story was told and the server has stopped."""
    for command in ("migrate --verbosity 0", "demo"):
        subprocess.run(
            [sys.executable, "-m", "mend.database", "keep", "--",
             sys.executable, "manage.py", *command.split()],
            cwd=settings.BASE_DIR,
            env=os.environ | {"MEND_HOME": str(folder)},
            stdout=subprocess.DEVNULL,
            check=True,
        )  # fmt: skip
    assert not (folder / "postgres" / "postmaster.pid").exists()
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any("pg_wal" in path.parts for path in files)
    return b"\0".join(path.read_bytes() for path in files)


def sentences(told: Any) -> Iterator[str]:
    """Whatever is written in the made-up story, however deep."""
    if isinstance(told, str) and len(told) >= SENTENCE:
        yield told
    elif isinstance(told, dict):
        for name, value in told.items():
            if not str(name).startswith("__"):
                yield from sentences(value)
    elif isinstance(told, list | tuple):
        for value in told:
            yield from sentences(value)
