"""Wall 2 before everybody's keys. Nobody changes one but the owner, who wraps them anew."""

from django.db import migrations

from mend.policies import COUPLE, ME, exists, wall

MINE = f"user_id = {ME}"
# Signing up is done by nobody yet; a second key for somebody is refused by its own key.
MINE_OR_FIRST = f"coalesce({MINE}, true)"
IN_MY_COUPLE = exists(
    "accounts_membership member",
    f"member.user_id = accounts_copykey.user_id AND member.couple_id = {COUPLE}"
    " AND member.ended_at IS NULL",
)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [
        wall("accounts_draftkey", floor=(), select=MINE, insert=MINE_OR_FIRST),
        wall(
            "accounts_copykey",
            floor=(),
            select=f"{MINE} OR {IN_MY_COUPLE}",
            insert=MINE_OR_FIRST,
        ),
    ]
