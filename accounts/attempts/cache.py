"""Django's cache, in which allauth counts attempts, as rows that nothing pushes out.

Django's own cache in the database makes room by dropping rows that still count, and reads with
pickle, so that who writes a row there runs code here.
"""

from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

from accounts.attempts.models import Attempt

LONGEST = 24 * 60 * 60  # seconds, for what is noted without an end


class AttemptCache(BaseCache):
    """Holds what JSON can say. Times are in seconds."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return Attempt.find(self.make_and_validate_key(key, version=version), default)

    def set(
        self,
        key: Any,
        value: Any,
        timeout: Any = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        name = self.make_and_validate_key(key, version=version)
        Attempt.put(name, value, seconds=self.seconds(timeout))

    def add(
        self,
        key: Any,
        value: Any,
        timeout: Any = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        name = self.make_and_validate_key(key, version=version)
        return Attempt.put(name, value, seconds=self.seconds(timeout), only_if_free=True)

    def delete(self, key: Any, version: int | None = None) -> bool:
        return Attempt.take_away(self.make_and_validate_key(key, version=version))

    def clear(self) -> None:
        Attempt.take_all_away()

    def seconds(self, timeout: Any) -> float:
        given = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return LONGEST if given is None else float(given)
