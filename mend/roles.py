"""The database roles: mend_owner owns the tables and migrates, mend_app serves.

mend_backup reads everything and writes nothing; only servers other than the embedded one have it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connections

OWNER, APP, BACKUP = "mend_owner", "mend_app", "mend_backup"

# Said once per database, before the first table; saying it again changes nothing.
ROLES_SQL = f"""
DO $$
DECLARE new_role text;
BEGIN
  FOREACH new_role IN ARRAY ARRAY['{OWNER}', '{APP}'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = new_role) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', new_role);
    END IF;
  END LOOP;
END $$;
ALTER ROLE {OWNER} NOSUPERUSER NOBYPASSRLS;
ALTER ROLE {APP} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER}
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT USAGE, SELECT ON SEQUENCES TO {APP};
"""

# For pg_dump, which needs whole tables.
BACKUP_SQL = f"""
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{BACKUP}') THEN
    CREATE ROLE {BACKUP} LOGIN;
  END IF;
END $$;
ALTER ROLE {BACKUP} NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS;
ALTER ROLE {BACKUP} SET default_transaction_read_only = on;
GRANT pg_read_all_data TO {BACKUP};
"""

FAULTS_SQL = """
SELECT rolsuper, rolbypassrls,
       EXISTS (SELECT FROM pg_class
               WHERE relnamespace = 'public'::regnamespace AND pg_has_role(relowner, 'USAGE'))
FROM pg_roles WHERE rolname = current_user
"""


@contextmanager
def as_owner() -> Iterator[None]:
    """Within the block the default connection belongs to the owner. Not inside a transaction."""
    connection = connections["default"]
    before = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(settings.DATABASE_OWNER)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update({key: before[key] for key in settings.DATABASE_OWNER})


def faults_of_role() -> list[str]:
    """Why the role of the default connection must not serve; empty when it may."""
    with connections["default"].cursor() as cursor:
        cursor.execute(FAULTS_SQL)
        superuser, bypasses, owner = cursor.fetchone()
    return [
        fault
        for fault, found in (
            ("is a superuser", superuser),
            ("bypasses row-level security", bypasses),
            ("owns tables", owner),
        )
        if found
    ]
