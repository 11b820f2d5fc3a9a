"""Which keys from outside the database are needed, by their ids; a start asks, acting for nobody."""

from django.db import migrations

from mend.policies import beyond


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_devices_and_factors")]
    operations = [
        beyond(
            "accounts_keks()",
            returns="TABLE (kek varchar)",
            body="SELECT kek FROM accounts_draftkey UNION SELECT kek FROM accounts_copykey",
        ),
    ]
