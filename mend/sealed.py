"""Words at rest: a binary column that opens to a dictionary of texts on access.

Sealed in `pre_save`, where the row's own ids are known, and opened by the descriptor, both with the
keys of whoever is acting. Never filtered on, never read without their row.
"""

import json
from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from mend import keyring


class Sealed:
    """Bytes as they lie in the database; shows nothing of themselves."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw


class WordsDescriptor:
    """Opens the words of one row when they are first read."""

    def __init__(self, field: "WordsField") -> None:
        self.field, self.name = field, field.attname

    def __get__(self, row: models.Model | None, owner: type[models.Model]) -> Any:
        if row is None:
            return self
        if self.name not in row.__dict__:
            row.refresh_from_db(fields=[self.name])
        value = row.__dict__[self.name]
        if isinstance(value, Sealed):
            words = keyring.ring().open(value.raw, self.field.place(row))
            value = row.__dict__[self.name] = json.loads(words)
        return value

    def __set__(self, row: models.Model, value: Any) -> None:
        row.__dict__[self.name] = value


class WordsField(models.BinaryField):  # type: ignore[type-arg]
    """A dictionary of words that only its row can open.

    `key` names which of a person's keys seals it, `person` the column that says whose.
    """

    descriptor_class = WordsDescriptor

    def __init__(self, *args: Any, key: str, person: str, **kwargs: Any) -> None:
        self.key, self.person = key, person
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"key": self.key, "person": self.person}

    def place(self, row: models.Model) -> keyring.Place:
        """What the seal is bound to; who renames a table or column has to seal its words anew."""
        label = f"{row._meta.db_table}.{self.column}"
        return keyring.Place(self.key, getattr(row, f"{self.person}_id"), label, row.pk)

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed:
        words = json.dumps(getattr(model_instance, self.attname), ensure_ascii=False).encode()
        return Sealed(keyring.ring().seal(words, self.place(model_instance)))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is not None and not isinstance(value, Sealed):
            raise FieldError("words are saved with their row, never by update()")
        return super().get_db_prep_value(value and value.raw, connection, prepared)

    def from_db_value(self, value: bytes | None, expression: Any, connection: Any) -> Sealed | None:
        return None if value is None else Sealed(bytes(value))

    def get_lookup(self, lookup_name: str) -> None:
        raise FieldError("words are never filtered on")

    def get_transform(self, lookup_name: str) -> None:
        raise FieldError("words are never filtered on")
