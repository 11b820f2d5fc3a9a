"""The base of our querysets."""

from typing import Any, Self

from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models

from mend.sealed import WordsField


class Rows[Row: models.Model](models.QuerySet[Row]):
    """What is not asked for is fetched for all peers at once; in tests it is an error."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._fetch_mode = settings.FETCH_MODE

    def _values(self, *fields: Any, **expressions: Any) -> Self:
        """For values() and values_list(): words are only read together with their row."""
        rows: Self = super()._values(*fields, **expressions)  # type: ignore[misc]
        if any(
            isinstance(getattr(column, "target", None), WordsField) for column in rows.query.select
        ):
            raise FieldError("words are opened by their row, never by values()")
        return rows
