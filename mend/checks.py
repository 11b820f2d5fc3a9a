"""Checks of what only a running database can tell."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
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


def refuse_powerful_role() -> None:
    """Raise ImproperlyConfigured if the role must not serve."""
    for message in role_is_harmless(databases=["default"]):
        raise ImproperlyConfigured(f"{message.msg} {message.hint}")
