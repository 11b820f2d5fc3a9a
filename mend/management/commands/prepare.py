import hashlib
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Before serving: the newest tables, and the static files in one folder."

    def handle(self, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        self._collect()

    def _collect(self) -> None:
        """Only if a static file has changed since: collecting takes longer than all the rest."""
        note, now = settings.STATIC_ROOT / "collected", _fingerprint()
        if note.exists() and note.read_text() == now:
            return
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        note.write_text(now)


def _fingerprint() -> str:
    """Changes with the path, size or time of any static file."""
    marks = []
    for finder in get_finders():
        for path, storage in finder.list(None):
            time, size = storage.get_modified_time(path), storage.size(path)
            marks.append(f"{storage.path(path)} {time} {size}")
    return hashlib.sha256("\n".join(sorted(marks)).encode()).hexdigest()
