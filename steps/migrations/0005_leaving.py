"""Leaving and erasing: what stays, what goes along, what goes."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import mend.sealed
from mend.policies import ME, beyond, wall

OWN = f"person_id = {ME}"

# Journeys go first: what hangs on them goes with them. What else was begun there can be read in the
# archive; its rows stay, so that to the other even its ids are as taken as before.
PART = beyond(
    "steps_part(place uuid, alone uuid)",
    returns="void",
    language="plpgsql",
    body=f"""
BEGIN
  IF NOT EXISTS (SELECT FROM accounts_membership
                 WHERE couple_id = place AND user_id = {ME} AND ended_at IS NOT NULL)
     OR (SELECT array_agg(user_id) FROM accounts_membership WHERE couple_id = alone)
       IS DISTINCT FROM ARRAY[{ME}]
  THEN RAISE insufficient_privilege USING MESSAGE = 'they have not left';
  END IF;
  UPDATE steps_journey journey SET couple_id = alone
  WHERE couple_id = place AND offender_id = {ME}
    AND NOT EXISTS (SELECT FROM steps_item item
                    WHERE item.journey_id = journey.id
                      AND (item.sent_at IS NOT NULL OR item.writer_id <> {ME}));
  UPDATE steps_draft SET couple_id = alone
  WHERE couple_id = place AND writer_id = {ME} AND journey_id IS NULL;
  UPDATE steps_draft SET goes_at = NULL, kept_at = NULL
  WHERE couple_id IN (place, alone) AND writer_id = {ME};
END
""",
)

# Answers of the one who was hurt leave the other; what was delivered stays with its reader.
ERASE = beyond(
    "steps_erase(moment timestamptz)",
    returns="void",
    body=f"""
UPDATE steps_item item SET withdrawn_at = moment
FROM steps_journey journey
WHERE item.writer_id = {ME} AND item.sent_at IS NOT NULL AND item.withdrawn_at IS NULL
  AND journey.id = item.journey_id AND journey.offender_id <> {ME};
DELETE FROM steps_copy copy
USING steps_version version, steps_item item, steps_journey journey
WHERE copy.version_id = version.id AND version.item_id = item.id
  AND journey.id = item.journey_id AND item.writer_id = {ME} AND journey.offender_id <> {ME};
DELETE FROM steps_copy WHERE person_id = {ME};
DELETE FROM steps_spacecopy copy USING steps_space space
WHERE space.id = copy.space_id AND space.taker_id = {ME}
  AND (space.ended_at IS NOT NULL OR copy.person_id <> {ME});
DELETE FROM steps_spacecopy copy USING steps_space space
WHERE space.id = copy.space_id AND space.taker_id <> {ME} AND copy.person_id = {ME};
DELETE FROM steps_draft WHERE writer_id = {ME};
DELETE FROM steps_reading WHERE reader_id = {ME};
DELETE FROM steps_clearing WHERE reader_id = {ME};
DELETE FROM steps_verdict WHERE writer_id = {ME} AND shared_at IS NULL;
DELETE FROM steps_limits WHERE reader_id = {ME};
DELETE FROM steps_attempt WHERE writer_id = {ME};
DELETE FROM steps_putaway WHERE person_id = {ME};
DELETE FROM steps_archive WHERE person_id = {ME};
""",
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_erasing"),
        ("steps", "0004_withdrawing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="Archive",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("left_on", models.DateField()),
                ("words", mend.sealed.WordsField(key="draft", person="person")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        wall("steps_archive", floor=(), select=OWN, insert=OWN),
        PART,
        ERASE,
    ]
