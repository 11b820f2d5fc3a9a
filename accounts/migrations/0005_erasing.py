"""Erasing an account: when it is to be, and the end of its keys."""

from django.db import migrations, models

import accounts.names
from mend.policies import ME, beyond

FORGET = beyond(
    "accounts_forget_keys()",
    returns="void",
    body=f"""
DELETE FROM accounts_draftkey WHERE user_id = {ME};
DELETE FROM accounts_copykey WHERE user_id = {ME};
""",
)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_keks")]
    operations = [
        migrations.AddField("user", "erases_at", models.DateTimeField(null=True)),
        migrations.AddField("user", "erased_at", models.DateTimeField(null=True)),
        migrations.AlterField(
            "user",
            "first_name",
            accounts.names.NameField(
                max_length=40,
                validators=[accounts.names.plain_name],
                verbose_name="First name",
            ),
        ),
        FORGET,
    ]
