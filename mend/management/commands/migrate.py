from typing import Any

from django.core.management.commands import migrate

from mend.roles import as_owner


class Command(migrate.Command):
    """Tables are made by their owner, never by the role that serves."""

    def handle(self, *args: Any, **options: Any) -> None:
        with as_owner():
            super().handle(*args, **options)
