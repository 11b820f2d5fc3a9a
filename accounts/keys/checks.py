"""Nobody serves without the keys that open everybody's keys."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import ProgrammingError
from psycopg.errors import UndefinedFunction

from accounts.keys.rotation import missing


@register(Tags.database)
def keys_are_at_hand(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Without one of them some people could read nothing, and would find failures instead."""
    if "default" not in (databases or ()):
        return []
    try:
        unknown = sorted(missing())
    except ProgrammingError as error:
        if isinstance(error.__cause__, UndefinedFunction):
            return []  # no tables yet, so nothing is wrapped
        raise
    return [
        Error(
            f"MEND_KEYS lacks {name!r}, which wraps the keys of some people.",
            hint="Put it back; it can go once manage.py rotate_keys is done.",
            id="accounts.E001",
        )
        for name in unknown
    ]
