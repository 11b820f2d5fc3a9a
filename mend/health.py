"""The health page, for the start and for whoever watches over a server."""

from functools import cache

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.urls import path

from mend.roles import faults_of_role


@login_not_required
def healthz(request: HttpRequest) -> HttpResponse:
    """200 if the database answers to a harmless role and is migrated, else 503. No details."""
    try:
        well = not faults_of_role() and known_migrations() <= applied_migrations()
    except DatabaseError:
        well = False
    return HttpResponse("ok\n" if well else "not ready\n", "text/plain", 200 if well else 503)


@cache
def known_migrations() -> set[tuple[str, str]]:
    """(app, name) of every migration in the code, which stays the same while we run."""
    return set(MigrationLoader(None).disk_migrations)


def applied_migrations() -> set[tuple[str, str]]:
    """(app, name) of every migration that the database has seen."""
    return set(MigrationRecorder(connection).migration_qs.values_list("app", "name"))


urlpatterns = [path("healthz", healthz, name="healthz")]
