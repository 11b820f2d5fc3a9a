from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mend.roles import as_owner
from steps.timeline.models import Event, first_fault


class Command(BaseCommand):
    help = "Say whether the record of every couple is as it was written, or where it is not."

    def handle(self, **options: Any) -> None:
        with as_owner():
            couples = list(Event.objects.order_by().values_list("couple", flat=True).distinct())
            faults = {pk: first_fault(Event.objects.filter(couple=pk)) for pk in couples}
        broken = [f"Couple {pk}: entry {place}" for pk, place in faults.items() if place]
        if broken:
            raise CommandError("Missing, or not as it was written:\n" + "\n".join(broken))
        self.stdout.write(f"Intact. Couples with a record: {len(couples)}.")
