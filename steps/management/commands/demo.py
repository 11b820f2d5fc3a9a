"""`make demo`: a believable story of five weeks, and the two sign-ins."""

import secrets
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.models import User
from steps.demo.story import play


class Command(BaseCommand):
    help = "Fill the database with a made-up story, through the verbs that people use."

    def handle(self, *args: Any, **options: Any) -> None:
        if User.objects.filter(email="ada@example.org").exists():
            raise CommandError("The story is there already: ada@example.org and sam@example.org.")
        password = "-".join(secrets.token_hex(2) for _part in range(4))
        with transaction.atomic():
            play(password=password)
        self.stdout.write("A story of five weeks is ready. Sign in as either of the two:")
        self.stdout.write(f"  Ada, who did the hurt:  ada@example.org  {password}")
        self.stdout.write(f"  Sam, who was hurt:      sam@example.org  {password}")
