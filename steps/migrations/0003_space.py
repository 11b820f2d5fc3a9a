"""Space, pauses and limits: their tables, and who may see and do what with them."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import mend.clock
import mend.sealed
from mend.policies import COUPLE, EVERY_ROW, ME, beyond, exists, same_couple, target, wall

OWN, READERS_OWN = f"writer_id = {ME}", f"reader_id = {ME}"
TAKER_IS_ME = exists(
    "steps_space space", f"space.id = steps_spacecopy.space_id AND space.taker_id = {ME}"
)
KNOWS_IN_COUPLE = exists(
    "accounts_membership member",
    "member.couple_id = steps_spacecopy.couple_id AND member.user_id = steps_spacecopy.person_id"
    " AND member.ended_at IS NULL",
)

WALLS = [
    wall(
        "steps_putaway",
        floor=(),
        select=f"person_id = {ME}",
        insert=f"person_id = {ME}",
        update=f"person_id = {ME}",
        may_change="ended_at",
    ),
    wall(
        "steps_space",
        select=EVERY_ROW,
        insert=f"taker_id = {ME}",
        update=f"taker_id = {ME}",
        may_change="ended_at",
    ),
    wall(
        "steps_spacecopy",
        select=f"person_id = {ME}",
        insert=f"{TAKER_IS_ME} AND {KNOWS_IN_COUPLE}",
    ),
    wall("steps_attempt", select=OWN, insert=OWN),
    wall("steps_pause", select=EVERY_ROW, insert=OWN, update=OWN, may_change="ends_on"),
    wall("steps_limits", select=READERS_OWN, insert=READERS_OWN, update=READERS_OWN),
    wall("steps_reopening", select=EVERY_ROW, insert=READERS_OWN),
]

SAME_COUPLE = [
    target("steps_space"),
    same_couple("steps_spacecopy", "space_id", "steps_space"),
]

# A report that was kept back becomes a sent one, by its writer; nothing else of an item changes.
LET_GO = migrations.RunSQL(
    "GRANT UPDATE (sent_at, told_on) ON steps_item TO mend_app;"
    " CREATE POLICY only_update ON steps_item AS RESTRICTIVE FOR UPDATE TO mend_app"
    f" USING (couple_id = {COUPLE});"
    " CREATE POLICY may_update ON steps_item AS PERMISSIVE FOR UPDATE TO mend_app"
    f" USING ({OWN} AND kind = 'report' AND sent_at IS NULL) WITH CHECK ({OWN})",
    "DROP POLICY may_update ON steps_item; DROP POLICY only_update ON steps_item;"
    " REVOKE UPDATE ON steps_item FROM mend_app",
)

# The day of a space ends it, also where only its taker knows that day: it stands in their copy.
LASTS = """
steps_space space JOIN steps_spacecopy taken
  ON taken.space_id = space.id AND taken.person_id = space.taker_id
WHERE space.ended_at IS NULL AND (taken.ends_at IS NULL OR taken.ends_at > moment)
"""

ROOM = beyond(
    "steps_room(moment timestamptz)",
    returns="TABLE (kind text, id uuid, until date, allows_card boolean)",
    body=f"""
SELECT CASE WHEN space.taker_id = {ME} THEN 'mine' ELSE 'theirs' END, space.id,
       (SELECT known.until FROM steps_spacecopy known
        WHERE known.space_id = space.id AND known.person_id = {ME}),
       space.allows_card
FROM {LASTS} AND space.couple_id = {COUPLE}
UNION ALL
SELECT 'away', away.id, NULL, false FROM steps_putaway away
WHERE away.person_id = {ME} AND away.ended_at IS NULL
""",
)

LIMITS = beyond(
    "steps_limits_of_other()",
    returns="TABLE (letters smallint, others smallint, waiting smallint)",
    body=f"""
SELECT letters, others, waiting FROM steps_limits
WHERE couple_id = {COUPLE} AND reader_id <> {ME}
""",
)

# Only for who takes space, and only back to where nobody but its writer knows of it.
HOLD_NO_LONGER = beyond(
    "steps_hold_no_longer()",
    returns="void",
    body=f"""
UPDATE steps_draft SET goes_at = NULL
WHERE couple_id = {COUPLE} AND writer_id <> {ME} AND goes_at IS NOT NULL
  AND EXISTS (SELECT FROM steps_space space
              WHERE space.couple_id = {COUPLE} AND space.taker_id = {ME}
                AND space.ended_at IS NULL)
""",
)

LAPSED = beyond(
    "steps_lapsed(moment timestamptz)",
    returns="TABLE (taker uuid, ends_at timestamptz)",
    body="""
SELECT space.taker_id, taken.ends_at
FROM steps_space space
JOIN steps_spacecopy taken ON taken.space_id = space.id AND taken.person_id = space.taker_id
JOIN accounts_membership member ON member.couple_id = space.couple_id
  AND member.user_id = space.taker_id AND member.ended_at IS NULL
WHERE space.ended_at IS NULL AND taken.ends_at <= moment
""",
)

KEPT_BACK = beyond(
    "steps_kept_back(moment timestamptz)",
    returns="TABLE (writer uuid)",
    body=f"""
SELECT DISTINCT item.writer_id
FROM steps_item item
JOIN steps_report report ON report.item_ptr_id = item.id
JOIN steps_item promise ON promise.id = report.promise_id AND promise.sent_at IS NOT NULL
JOIN accounts_membership mine ON mine.couple_id = item.couple_id
  AND mine.user_id = item.writer_id AND mine.ended_at IS NULL
JOIN accounts_membership other ON other.couple_id = item.couple_id
  AND other.user_id <> item.writer_id AND other.ended_at IS NULL
WHERE item.kind = 'report' AND item.sent_at IS NULL
  AND NOT EXISTS (SELECT FROM {LASTS} AND space.couple_id = item.couple_id
                    AND space.taker_id <> item.writer_id)
""",
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_policies"),
        ("steps", "0002_policies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField(default=mend.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name="Limits",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("letters", models.SmallIntegerField(default=1)),
                ("others", models.SmallIntegerField(default=3)),
                ("waiting", models.SmallIntegerField(default=3)),
                (
                    "aside",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16), default=list
                    ),
                ),
                (
                    "closed",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16), default=list
                    ),
                ),
                ("chosen_at", models.DateTimeField(default=mend.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name="Pause",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="PutAway",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("put_at", models.DateTimeField(default=mend.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Reopening",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=16)),
                ("opened_at", models.DateTimeField(default=mend.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name="Space",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("allows_card", models.BooleanField(default=False)),
                ("began_at", models.DateTimeField(default=mend.clock.now)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="SpaceCopy",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("until", models.DateField(null=True)),
                ("ends_at", models.DateTimeField(null=True)),
                ("words", mend.sealed.WordsField(key="copy", person="person")),
            ],
        ),
        migrations.AddField(
            model_name="draft",
            name="kept_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(
                models.F("couple"),
                models.F("writer"),
                condition=models.Q(("kind", "report"), ("sent_at", None)),
                name="report_kept_back",
            ),
        ),
        migrations.AddField(
            model_name="attempt",
            name="couple",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="accounts.couple"
            ),
        ),
        migrations.AddField(
            model_name="attempt",
            name="writer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="limits",
            name="couple",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="accounts.couple"
            ),
        ),
        migrations.AddField(
            model_name="limits",
            name="reader",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pause",
            name="couple",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="accounts.couple"
            ),
        ),
        migrations.AddField(
            model_name="pause",
            name="writer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="putaway",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reopening",
            name="couple",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="accounts.couple"
            ),
        ),
        migrations.AddField(
            model_name="reopening",
            name="reader",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="space",
            name="couple",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="accounts.couple"
            ),
        ),
        migrations.AddField(
            model_name="space",
            name="taker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="spacecopy",
            name="couple",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="accounts.couple"
            ),
        ),
        migrations.AddField(
            model_name="spacecopy",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="spacecopy",
            name="space",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="steps.space"
            ),
        ),
        migrations.AddConstraint(
            model_name="limits",
            constraint=models.UniqueConstraint(
                models.F("couple"), models.F("reader"), name="limits_of_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="putaway",
            constraint=models.UniqueConstraint(
                models.F("person"), condition=models.Q(("ended_at", None)), name="put_away_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="space",
            constraint=models.UniqueConstraint(
                models.F("couple"),
                models.F("taker"),
                condition=models.Q(("ended_at", None)),
                name="one_space_each",
            ),
        ),
        migrations.AddConstraint(
            model_name="spacecopy",
            constraint=models.UniqueConstraint(
                models.F("space"), models.F("person"), name="one_space_copy_each"
            ),
        ),
        *SAME_COUPLE,
        *WALLS,
        LET_GO,
        ROOM,
        LIMITS,
        HOLD_NO_LONGER,
        LAPSED,
        KEPT_BACK,
    ]
