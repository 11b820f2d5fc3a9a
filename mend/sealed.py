"""Words at rest: a binary column that opens to a dictionary of texts on access.

There is no cipher yet; the column's form is what one needs: sealed in `pre_save`, where the row's
own ids are known, opened by the descriptor, never filtered on, and opaque in `values()`.
"""

import json
from typing import Any

from django.core.exceptions import FieldError
from django.db import models


class Sealed:
    """Bytes as they came from the database; shows nothing of themselves."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw


class WordsDescriptor:
    """Opens the words of one row when they are first read."""

    def __init__(self, field: "models.Field[Any, Any]") -> None:
        self.name = field.attname

    def __get__(self, row: models.Model | None, owner: type[models.Model]) -> Any:
        if row is None:
            return self
        if self.name not in row.__dict__:
            row.refresh_from_db(fields=[self.name])
        value = row.__dict__[self.name]
        if isinstance(value, Sealed):
            value = row.__dict__[self.name] = json.loads(value.raw)
        return value

    def __set__(self, row: models.Model, value: Any) -> None:
        row.__dict__[self.name] = value


class WordsField(models.BinaryField):  # type: ignore[type-arg]
    """A dictionary of words that only its row can open."""

    descriptor_class = WordsDescriptor

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes:
        return json.dumps(getattr(model_instance, self.attname), ensure_ascii=False).encode()

    def from_db_value(self, value: bytes | None, expression: Any, connection: Any) -> Sealed | None:
        return None if value is None else Sealed(bytes(value))

    def get_lookup(self, lookup_name: str) -> None:
        raise FieldError("words are never filtered on")

    def get_transform(self, lookup_name: str) -> None:
        raise FieldError("words are never filtered on")
