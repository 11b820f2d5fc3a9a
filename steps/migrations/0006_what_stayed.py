"""What could not go says so to its writer; the moment of an entry is hidden by a salt."""

from importlib import import_module

from django.db import migrations, models

import steps.timeline.models
from mend.policies import COUPLE, ME, beyond

BEFORE = import_module("steps.migrations.0003_space").HOLD_NO_LONGER

HOLD_NO_LONGER = beyond(
    "steps_hold_no_longer()",
    returns="void",
    body=f"""
UPDATE steps_draft SET goes_at = NULL, stayed_at = space.began_at
FROM steps_space space
WHERE space.couple_id = {COUPLE} AND space.taker_id = {ME} AND space.ended_at IS NULL
  AND steps_draft.couple_id = {COUPLE} AND steps_draft.writer_id <> {ME}
  AND steps_draft.goes_at IS NOT NULL
""",
)


class Migration(migrations.Migration):
    dependencies = [("steps", "0005_leaving")]

    operations = [
        migrations.AddField("draft", "stayed_at", models.DateTimeField(null=True)),
        migrations.AddField("event", "salt", models.BinaryField(default=b"", max_length=16)),
        migrations.AlterField(
            "event",
            "salt",
            models.BinaryField(default=steps.timeline.models.new_salt, max_length=16),
        ),
        migrations.RunSQL(BEFORE.reverse_sql, BEFORE.sql),
        HOLD_NO_LONGER,
    ]
