"""The zones in which somebody was before, so that no day moves."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_erasing")]
    operations = [migrations.AddField("user", "earlier_zones", models.JSONField(default=list))]
