"""Who makes tables, who serves, and who may not."""

from collections.abc import Iterator

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import InternalError, ProgrammingError, connection, transaction
from django.test import override_settings

from accounts.models import User
from mend.checks import refuse_unsafe_start
from mend.identity import acting_as
from mend.roles import BACKUP, BACKUP_SQL, as_owner, faults_of_role
from steps.sharing.drafts import Draft
from tests.looking_on import as_superuser, served
from tests.writing import write

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _served() -> Iterator[None]:
    with served():
        yield


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
            refuse_unsafe_start()


def test_the_serving_role_passes_the_check() -> None:
    refuse_unsafe_start()
    assert run_checks(tags=["database"]) == []


def test_a_backup_reads_past_the_wall_writes_nothing_and_may_not_serve(ann: User) -> None:
    as_superuser(BACKUP_SQL)
    with acting_as(ann):
        write(ann)
    with override_settings(DATABASE_OWNER={"USER": BACKUP, "PASSWORD": ""}), as_owner():
        assert faults_of_role() == ["bypasses row-level security"]
        assert Draft.objects.exists()
        with pytest.raises(InternalError, match="read-only"):
            Draft.objects.all().delete()
    assert not Draft.objects.exists(), "who serves finds nothing without an identity"
