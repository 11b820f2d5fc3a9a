"""A mark can be taken back: one more word that it may say."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("steps", "0006_what_stayed")]

    operations = [
        migrations.AlterField(
            model_name="verdict",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("kept", "Kept"),
                    ("broken", "Broken"),
                    ("excused", "Excused"),
                    ("unsaid", "Taken back"),
                ],
                max_length=8,
            ),
        ),
    ]
