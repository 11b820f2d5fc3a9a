"""Every address, as everybody: what is not theirs is, in every byte, what was never there.

Pages and plain posts of one thing are asked past row-level security, so that the querysets answer
by themselves; what htmx sends, and whoever has left, meets both walls.
"""

import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoDbBlocker

from tests.access_table import ACCOUNT_IDS, ACCOUNTS, ROLES, TABLE, Row, fields_of
from tests.looking_on import past_wall_2
from tests.people import signed_in
from tests.world import World, part, whole_world

METHODS = ("get", "post")
REFUSED = ("in", "404", "405", "409", "422")
WAYS = (("get", {}), ("post", {}), ("post", {"HX-Request": "true"}))
# What is new in every answer: CSRF tokens, the ids of fresh forms, the address of a fresh note.
FRESH = re.compile(
    rb'csrfmiddlewaretoken" value="[^"]+|X-CSRFToken": "[^"]+|name="id" value="[^"]+'
    rb'|action="/writing/[^"]+"\s+hx-post="/writing/[^"]+"(?=\s+hx-trigger="input)'
    rb'|action="/writing/[^"]+"(?=>\s*<input[^>]+>\s*<input[^>]+ name="kind" value="note">)'
)
UNKNOWN = {str: "k" * 24, int: 9_999, uuid.UUID: uuid.UUID(int=2**100)}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), whole_world() as world:
        world.untouched = checksum()
        yield world


def addresses(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, str]]:
    """(route, name) of every address."""
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route, pattern.name or route
        else:
            yield from addresses(pattern, route)


def test_every_address_stands_in_the_table_and_every_row_has_an_address() -> None:
    known = {name: route for route, name in addresses(get_resolver())}
    accounts = {name for name, route in known.items() if route.startswith("accounts/")}
    assert set(known) - accounts == {row.name for row in TABLE}
    assert accounts == set(ACCOUNTS)


@pytest.mark.parametrize(("method", "headers"), WAYS, ids=["get", "post", "htmx"])
@pytest.mark.parametrize("row", TABLE, ids=str)
def test_everybody_gets_the_answer_of_the_table(
    world: World, row: Row, method: str, headers: dict[str, str]
) -> None:
    """What is refused, and every mere look, leaves all tables as they were.

    What is not theirs answers, in every byte, like what was never there.
    """
    asking = ("nobody", "other", "writer") if headers else ROLES  # a fragment, as its page
    expected = {role: row.codes(method)[role] for role in asking}
    got, touched, told_apart = {}, [], []
    looks = method == "get" and row.name != "leave"
    for role in asking:
        walls = past_wall_2 if row.args and not headers and role != "ex" else nullcontext
        with walls(), asked(world, row, role, method, headers=headers) as (answer, is_untouched):
            got[role] = shown(answer)
            if (looks or got[role] in REFUSED) and not is_untouched():
                touched.append(role)
        not_theirs = got[role] == "404" or (got[role] == "in" and role != "writer")
        if row.args and not_theirs:
            known = comparable(answer, row, world)
            with (
                walls(),
                asked(world, row, role, method, headers=headers, known=False) as (never, _),
            ):
                if comparable(never, row, world) != known:
                    told_apart.append(role)
    if headers:
        got, expected = answered(got), answered(expected)
    assert got == expected
    assert not touched
    assert not told_apart


def test_discarding_answers_alike_for_what_is_not_theirs_and_what_was_never_there(
    world: World,
) -> None:
    row = next(row for row in TABLE if row.name == "discarding")
    for role in ("stranger", "other", "ex"):
        with asked(world, row, role, "post") as (answer, _):
            known = comparable(answer, row, world)
        with asked(world, row, role, "post", known=False) as (answer, _):
            assert comparable(answer, row, world) == known


@pytest.mark.parametrize("name", ACCOUNTS)
def test_allauths_pages_answer_the_signed_in_and_the_signed_out(world: World, name: str) -> None:
    codes = []
    for client in (Client(), signed_in(world.cy)):
        for method in METHODS:
            with transaction.atomic():
                address = reverse(name, args=ACCOUNT_IDS.get(name))
                codes.append(shown(getattr(client, method)(address)))
                transaction.set_rollback(True)
    assert " ".join(codes) == ACCOUNTS[name]


@contextmanager
def asked(
    world: World, row: Row, role: str, method: str, *, headers: Any = None, known: bool = True
) -> Iterator[tuple[HttpResponse, Callable[[], bool]]]:
    """The answer, and whether all tables are as before; it is undone at the end."""
    people = {
        "nobody": "nobody",
        "stranger": "Cy",
        "other": "Ben",
        "writer": row.writer,
        "ex": "Ben",
    }
    args = row.arguments(world)
    with transaction.atomic():
        if role == "ex":
            part(world)
        before = written()

        def is_untouched() -> bool:
            return written() == before or (role != "ex" and checksum() == world.untouched)

        fields = fields_of(row, world, people[role]) if method == "post" else None
        address = reverse(row.name, args=args if known else [UNKNOWN[type(args[0])], *args[1:]])
        client = world.clients[people[role]]
        cookies = client.cookies.copy()
        answer = getattr(client, method)(address, fields, headers=headers)
        yield answer, is_untouched
        client.cookies = cookies
        transaction.set_rollback(True)


def shown(answer: HttpResponse) -> str:
    """Where a page leads to the sign-in page, htmx is told 401 and leaves the page as it is."""
    to_sign_in = answer.headers.get("Location", "").startswith(reverse("account_login"))
    is_in = answer.status_code == 401 or (answer.status_code == 302 and to_sign_in)
    return "in" if is_in else str(answer.status_code)


def answered(codes: dict[str, str]) -> dict[str, str]:
    """An action answers htmx with what changed, where it would send on otherwise."""
    return {role: "200" if code == "302" else code for role, code in codes.items()}


def written() -> int:
    """How many rows this transaction has written; also those that were undone since."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables"
        )
        return int(cursor.fetchone()[0])


def checksum() -> str:
    """Of every row of every table."""
    with connection.cursor() as cursor:
        cursor.execute(checksum_in_sql())
        return str(cursor.fetchone()[0])


@cache
def checksum_in_sql() -> str:
    each = " UNION ALL ".join(
        f"SELECT '{table}', md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t"
        for table in connection.introspection.table_names()
    )
    return f"SELECT md5(string_agg(s::text, '|' ORDER BY s::text)) FROM ({each}) s"


def comparable(answer: HttpResponse, row: Row, world: World) -> tuple[Any, ...]:
    """All of an answer but the asked id itself and what is new in each: CSRF, fresh ids, dates."""
    first = row.arguments(world)[0]
    asked = b"|".join(str(each).encode() for each in (UNKNOWN[type(first)], first))

    def plain(text: bytes) -> bytes:
        return re.sub(asked, b"<id>", FRESH.sub(b"", text))

    headers = {
        name: plain(value.encode()) for name, value in answer.headers.items() if name != "Date"
    }
    return answer.status_code, plain(answer.content), headers, sorted(answer.cookies)
