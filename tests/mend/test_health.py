"""The health page tells whether Mend can serve, and nothing else."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from mend.roles import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_is_well_for_anybody(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response.headers["Cache-Control"] == "no-store"


def test_it_asks_the_database_twice_only(client: Client, django_assert_num_queries) -> None:
    client.get("/healthz")
    with django_assert_num_queries(2):
        client.get("/healthz")


def test_it_is_not_ready_while_a_migration_is_missing(client: Client) -> None:
    last = MigrationRecorder(connection).migration_qs.latest("pk")
    app, name = last.app, last.name
    last.delete()
    try:
        assert client.get("/healthz").status_code == 503
    finally:
        MigrationRecorder(connection).record_applied(app, name)
    assert client.get("/healthz").status_code == 200


def test_it_is_not_ready_as_the_owner(client: Client) -> None:
    with as_owner():
        assert client.get("/healthz").status_code == 503


def test_it_is_not_ready_without_a_database(client: Client) -> None:
    before = connection.settings_dict["HOST"]
    connection.close()
    connection.settings_dict["HOST"] = "/nowhere"
    try:
        response = client.get("/healthz")
    finally:
        connection.settings_dict["HOST"] = before
    assert (response.status_code, response.content) == (503, b"not ready\n")
