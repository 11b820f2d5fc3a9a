from typing import Any

from django.core.management.base import BaseCommand

from mend.roles import APP, OWNER, ROLES_SQL


class Command(BaseCommand):
    help = "Print the SQL that makes the two roles; a superuser runs it once in Mend's database."
    requires_system_checks = []

    def handle(self, **options: Any) -> None:
        self.stdout.write("-- psql --dbname mend --file -   (as a superuser, in the new database)")
        self.stdout.write(ROLES_SQL.strip())
        self.stdout.write(f"GRANT CREATE ON SCHEMA public TO {OWNER};")
        self.stdout.write(f"-- Then give both a password: \\password {OWNER} and \\password {APP}")
