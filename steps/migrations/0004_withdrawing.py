"""Taking back what was sent: a date on the item, and no copy left of what may be unsaid."""

from django.db import migrations, models

from mend.policies import COUPLE, ME, beyond

# The words of whoever is not the offender of the journey are taken away from the other.
WITHDRAW = beyond(
    "steps_withdraw(thing uuid, moment timestamptz)",
    returns="boolean",
    language="plpgsql",
    body=f"""
BEGIN
  UPDATE steps_item SET withdrawn_at = moment
  WHERE id = thing AND writer_id = {ME} AND couple_id = {COUPLE}
    AND kind IN ('entry', 'offer', 'answer') AND sent_at IS NOT NULL AND withdrawn_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM steps_copy copy
  USING steps_version version, steps_item item, steps_journey journey
  WHERE copy.version_id = version.id AND version.item_id = item.id AND item.id = thing
    AND journey.id = item.journey_id AND journey.offender_id <> item.writer_id
    AND copy.person_id <> item.writer_id;
  RETURN true;
END
""",
)


class Migration(migrations.Migration):
    dependencies = [("steps", "0003_space")]
    operations = [
        migrations.AddField(
            model_name="item",
            name="withdrawn_at",
            field=models.DateTimeField(null=True),
        ),
        WITHDRAW,
    ]
