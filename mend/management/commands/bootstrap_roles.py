from typing import Any

from django.core.management.base import BaseCommand

from mend.roles import APP, BACKUP, BACKUP_SQL, OWNER, ROLES_SQL


class Command(BaseCommand):
    help = "Print the SQL that makes the three roles; a superuser runs it once in Mend's database."
    requires_system_checks = []

    def handle(self, **options: Any) -> None:
        self.stdout.write("-- psql --dbname mend --file -   (as a superuser, in the new database)")
        self.stdout.write(ROLES_SQL.strip())
        self.stdout.write(BACKUP_SQL.strip())
        self.stdout.write(f"GRANT CREATE ON SCHEMA public TO {OWNER};")
        self.stdout.write(f"-- Then give each a password: \\password {OWNER}, {APP}, {BACKUP}")
