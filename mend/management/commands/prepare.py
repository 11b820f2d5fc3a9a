from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Before serving: the newest tables, and the static files in one folder."

    def handle(self, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        settings.STATIC_ROOT.mkdir(exist_ok=True)
        call_command("collectstatic", verbosity=0, interactive=False)
