"""Checks of what only a running database can tell."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register, run_checks
from django.core.exceptions import ImproperlyConfigured

from mend.roles import APP, faults_of_role


@register(Tags.database)
def role_is_harmless(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """The role that serves must stand before the walls (row-level security), not above them."""
    if "default" not in (databases or ()):
        return []
    return [
        Error(
            f"The database role of DATABASE_URL {fault}, so it could read past its limits.",
            hint=f"Serve as {APP}; manage.py bootstrap_roles prints how to make it.",
            id="mend.E001",
        )
        for fault in faults_of_role()
    ]


def refuse_unsafe_start() -> None:
    """Raise ImproperlyConfigured if a check of the database says that we must not serve."""
    for message in run_checks(tags=[Tags.database], databases=["default"]):
        if message.is_serious():
            raise ImproperlyConfigured(f"{message.msg} {message.hint or ''}")
