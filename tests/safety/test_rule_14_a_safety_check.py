"""Rule 14: a safety check, alone and unstored.

Broken on purpose, each for itself: the answers were put into the session, logged, and sent by GET,
in accounts/safety/views.py and templates/safety/check.html. Each time a test failed.
"""

import logging
from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from accounts.safety.forms import OWN, SIGNS
from tests.test_access import checksum
from tests.test_canary import seen_by
from tests.world import World, whole_world

CHECK = "/help/check/"
HTMX = {"HX-Request": "true"}
EVERY = [name for name, _ in SIGNS]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), whole_world() as world:
        yield world


def answered(client: Client, *signs: str, **options: object) -> str:
    answer = client.post(CHECK, {"signs": signs}, **options)  # type: ignore[arg-type]
    assert answer.status_code == 200
    assert not answer.cookies.keys() - {"csrftoken"}
    return answer.content.decode()


@pytest.mark.parametrize("name", ["nobody", "Ann", "Ben", "Cy"])
def test_anybody_can_ask_themselves_and_nothing_is_kept(world: World, name: str) -> None:
    client, before = world.clients[name], checksum()
    assert "Is this a safe place for you?" in client.get(CHECK).content.decode()
    for headers in ({}, HTMX):
        assert "What you ticked is serious" in answered(client, *EVERY, headers=headers)
    assert checksum() == before


def test_no_log_and_no_address_tells_of_it(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    page = answered(world.clients["Ben"], "afraid", "watched")
    assert not [word for word in ("afraid", "watched", "signs") if word in caplog.text]
    form = page.split("<form", 1)[1].split(">")[0]
    assert 'method="post"' in form
    assert "hx-push-url" not in page


def test_the_other_sees_the_same_bytes_with_and_without_it(world: World) -> None:
    before = seen_by(world, "Ann")
    for headers in ({}, HTMX):
        answered(world.clients["Ben"], *EVERY, headers=headers)
    assert seen_by(world, "Ann") == before


@pytest.mark.parametrize(
    ("signs", "sentences"),
    [
        ([], ["None of this fits you today"]),
        (["afraid"], ["What you ticked is serious", "People to talk to", "Leave this page"]),
        (["report"], ["What you ticked is serious"]),
        (["watched"], ["use another one that they never hold"]),
        ([OWN], ["begin with a person, not with a page"]),
    ],
)
def test_what_is_ticked_changes_this_page_alone(
    world: World, signs: list[str], sentences: list[str]
) -> None:
    page = answered(world.clients["nobody"], *signs)
    assert not [sentence for sentence in sentences if sentence not in page]
    assert ("What you ticked is serious" in page) == bool({*signs} - {OWN})
    fresh = world.clients["nobody"].get(CHECK).content.decode()
    assert "checked" not in fresh
    assert "What you ticked" not in fresh


def test_an_answer_that_is_none_is_asked_again(world: World) -> None:
    for headers in ({}, HTMX):
        answer = world.clients["nobody"].post(CHECK, {"signs": ["forged"]}, headers=headers)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "What is true for you?" in page
        assert "None of this fits you today" not in page, "nobody is told that all is well"
        assert "What you ticked is serious" not in page
