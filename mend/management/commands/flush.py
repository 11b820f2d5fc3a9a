from typing import Any

from django.core.management.commands import flush

from mend.roles import as_owner


class Command(flush.Command):
    """Only the owner may empty tables; the role that serves cannot truncate."""

    def handle(self, **options: Any) -> None:
        with as_owner():
            super().handle(**options)
