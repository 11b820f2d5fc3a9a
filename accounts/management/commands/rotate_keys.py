from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.keys.rotation import missing, outdated, rotate
from mend.keyring import CannotOpen, first_kek
from mend.roles import as_owner


class Command(BaseCommand):
    help = "Wrap everybody's keys by the first of MEND_KEYS; online, and safe to stop and repeat."

    def handle(self, **options: Any) -> None:
        with as_owner():
            if unknown := missing():
                raise CommandError(
                    f"MEND_KEYS lacks {', '.join(sorted(unknown))}: what it wrapped cannot be "
                    "opened. Nothing was changed."
                )
            try:
                self._rotate()
            except CannotOpen as error:
                raise CommandError(str(error)) from error

    def _rotate(self) -> None:
        """Until nothing is left, also of what was made meanwhile."""
        done = 0
        while left := outdated():
            for number in rotate():
                done += number
                self.stdout.write(f"{done} of {max(done, left)}")
        self.stdout.write(f"All keys are wrapped by {first_kek()}.")
