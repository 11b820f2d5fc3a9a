"""Who makes tables, who serves, and who may not."""

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction
from django.test import override_settings

from mend.checks import refuse_powerful_role
from mend.roles import as_owner, faults_of_role

pytestmark = pytest.mark.django_db(transaction=True)


def whoami() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return str(cursor.fetchone()[0])


def test_pages_are_served_by_a_role_that_can_neither_make_nor_empty_tables() -> None:
    assert whoami() == "mend_app"
    assert faults_of_role() == []
    for forbidden in ("CREATE TABLE mine (id int)", "TRUNCATE accounts_user CASCADE"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(forbidden)


def test_the_owner_comes_for_a_block_and_goes_again() -> None:
    with as_owner():
        assert whoami() == "mend_owner"
        assert faults_of_role() == ["owns tables"]
    assert whoami() == "mend_app"


def test_migrate_acts_as_the_owner_and_leaves_the_serving_role_behind() -> None:
    call_command("migrate", verbosity=0)
    assert whoami() == "mend_app"


def test_a_role_above_the_walls_is_found_before_it_serves() -> None:
    superuser = {"USER": "postgres", "PASSWORD": ""}
    with override_settings(DATABASE_OWNER=superuser), as_owner():
        assert faults_of_role() == [
            "is a superuser",
            "bypasses row-level security",
            "owns tables",
        ]
        found = run_checks(tags=["database"], databases=["default"])
        assert "mend.E001" in {message.id for message in found}
        with pytest.raises(ImproperlyConfigured, match="bootstrap_roles"):
            refuse_powerful_role()


def test_the_serving_role_passes_the_check() -> None:
    refuse_powerful_role()
    assert run_checks(tags=["database"]) == []
