"""What is due today."""

from typing import Any

from accounts.models import User


def due_today(user: User) -> list[Any]:
    return []
