"""The base of our querysets."""

from typing import Any

from django.conf import settings
from django.db import models


class Rows[Row: models.Model](models.QuerySet[Row]):
    """What is not asked for is fetched for all peers at once; in tests it is an error."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._fetch_mode = settings.FETCH_MODE
