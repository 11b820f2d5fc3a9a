"""Statements that are built once and given their values each time they are asked.

Django takes longer to build a large statement than PostgreSQL to answer it.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Expression, Field, QuerySet


class Given(Expression):
    """Stands in a queryset for a value that comes with each question."""

    def __init__(self, name: str, field: "Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)


class Prepared:
    """What `build` asks for, with every `Given` in it left open."""

    def __init__(self, build: Callable[[], QuerySet[Any, Any]]) -> None:
        self.build = build

    @cached_property
    def statement(self) -> tuple[str, tuple[Any, ...]]:
        return self.build().query.sql_with_params()

    def rows(self, **values: Any) -> list[tuple[Any, ...]]:
        """The rows for these `values`, one of each name that is `Given`."""
        sql, params = self.statement
        with connection.cursor() as cursor:
            cursor.execute(sql, [values[p.name] if isinstance(p, Given) else p for p in params])
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found
