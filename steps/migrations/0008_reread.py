"""That what went had no firm hint undecided: a fact in its writer's own copy, for nobody else."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("steps", "0007_marks_taken_back")]

    operations = [
        migrations.AddField("copy", "is_reread", models.BooleanField(default=False)),
        migrations.AddIndex(
            "copy",
            models.Index("couple", "person", condition=Q(is_reread=True), name="copy_reread"),
        ),
    ]
