"""Chains, lessons, plans and ownership cards, what is said to them, and who may see and do what."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import mend.clock
from mend.policies import ME, beyond, exists, same_couple, wall

OWN = f"writer_id = {ME}"


def item(column: str, condition: str = "true") -> str:
    """The item that `column` points at is one that I can read, and fits the condition."""
    return exists("steps_item item", f"item.id = {column} AND {condition}")


BY_ME, BY_OTHER = f"item.writer_id = {ME}", f"item.writer_id <> {ME}"
KINDS = ("chain", "lesson", "plan", "ownership", "disclosure", "signal")

# A slice’s row has no couple of its own: it is what its item is.
WALLS = [
    *(
        wall(
            f"steps_{name}", floor=(),
            select=item("item_ptr_id"), insert=item("item_ptr_id", BY_ME),
        )
        for name in KINDS
    ),
    wall(
        "steps_reply", floor=(),
        select=item("item_ptr_id"),
        insert=f"{item('item_ptr_id', BY_ME)} AND {item('card_id', BY_OTHER)}",
    ),
    wall("steps_tie", select=OWN, insert=f"{OWN} AND {item('tied_to_id', BY_ME)}", delete=OWN),
    wall("steps_cardlook", select=OWN, insert=f"{OWN} AND {item('ownership_id', BY_ME)}"),
]  # fmt: skip

SAME_COUPLE = [
    same_couple("steps_tie", "tied_to_id", "steps_item"),
    same_couple("steps_cardlook", "ownership_id", "steps_item"),
]

# Nothing of the fixed card is taken back: it is one word that was allowed.
REWRITE = """
DO $do$ BEGIN EXECUTE replace(
  pg_get_functiondef('steps_withdraw(uuid, timestamptz)'::regprocedure), $a${}$a$, $b${}$b$
); END $do$
"""
BEFORE, NOW = "kind NOT IN ('promise', 'report')", "kind NOT IN ('promise', 'report', 'signal')"
WITHDRAW = migrations.RunSQL(REWRITE.format(BEFORE, NOW), REWRITE.format(NOW, BEFORE))

# What was told while the other took space becomes a sent thing as a report does, by its writer.
LET_GO = migrations.RunSQL(
    f"ALTER POLICY may_update ON steps_item USING ({OWN} AND sent_at IS NULL"
    " AND (kind = 'report' OR kept_back_at IS NOT NULL))",
    f"ALTER POLICY may_update ON steps_item USING ({OWN} AND kind = 'report' AND sent_at IS NULL)",
)

# The day of a space ends it, also where only its taker knows that day (0003_space).
TOLD_IN_SPACE = beyond(
    "steps_told_in_space(moment timestamptz)",
    returns="TABLE (writer uuid)",
    body="""
SELECT DISTINCT item.writer_id
FROM steps_item item
JOIN steps_disclosure told ON told.item_ptr_id = item.id AND told.kept_back_in = item.couple_id
JOIN accounts_membership mine ON mine.couple_id = item.couple_id
  AND mine.user_id = item.writer_id AND mine.ended_at IS NULL
JOIN accounts_membership other ON other.couple_id = item.couple_id
  AND other.user_id <> item.writer_id AND other.ended_at IS NULL
WHERE item.kept_back_at IS NOT NULL AND item.sent_at IS NULL
  AND NOT EXISTS (
    SELECT FROM steps_space space JOIN steps_spacecopy taken
      ON taken.space_id = space.id AND taken.person_id = space.taker_id
    WHERE space.ended_at IS NULL AND (taken.ends_at IS NULL OR taken.ends_at > moment)
      AND space.couple_id = item.couple_id AND space.taker_id <> item.writer_id)
""",
)

# Of who erases themselves: ties and second looks, in whichever couple.
FORGET = beyond(
    "steps_forget_private()",
    returns="void",
    body=f"""
DELETE FROM steps_tie WHERE writer_id = {ME};
DELETE FROM steps_cardlook WHERE writer_id = {ME};
""",
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_earlier_zones"),
        ("steps", "0010_letters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Chain",
            fields=[
                (
                    "item_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="steps.item",
                    ),
                ),
            ],
            bases=("steps.item",),
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                (
                    "item_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="steps.item",
                    ),
                ),
                ("kept_back_in", models.UUIDField(null=True)),
            ],
            bases=("steps.item",),
        ),
        migrations.CreateModel(
            name="Lesson",
            fields=[
                (
                    "item_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="steps.item",
                    ),
                ),
            ],
            bases=("steps.item",),
        ),
        migrations.CreateModel(
            name="Ownership",
            fields=[
                (
                    "item_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="steps.item",
                    ),
                ),
                (
                    "within",
                    models.CharField(
                        choices=[
                            ("hour", "Within an hour"),
                            ("day", "The same day"),
                            ("next", "Within a day"),
                            ("two", "Within two days"),
                            ("week", "Within a week"),
                        ],
                        max_length=8,
                    ),
                ),
            ],
            bases=("steps.item",),
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "item_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="steps.item",
                    ),
                ),
            ],
            bases=("steps.item",),
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "item_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="steps.item",
                    ),
                ),
                ("choice", models.CharField(max_length=16)),
                ("number", models.SmallIntegerField()),
            ],
            bases=("steps.item",),
        ),
        migrations.CreateModel(
            name="CardLook",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("looked_at", models.DateTimeField(default=mend.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name="Signal",
            fields=[
                (
                    "item_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="steps.item",
                    ),
                ),
            ],
            bases=("steps.item",),
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("chain", models.UUIDField()),
                ("point", models.CharField(max_length=16)),
                ("tied_at", models.DateTimeField(default=mend.clock.now)),
            ],
        ),
        migrations.AddField(
            model_name="item",
            name="kept_back_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(
                models.F("couple"),
                models.F("writer"),
                condition=models.Q(("kept_back_at__isnull", False), ("sent_at", None)),
                name="told_in_space",
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="card",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="steps.item"
            ),
        ),
        migrations.AddField(
            model_name="cardlook",
            name="couple",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="accounts.couple"
            ),
        ),
        migrations.AddField(
            model_name="cardlook",
            name="ownership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="looks",
                to="steps.ownership",
            ),
        ),
        migrations.AddField(
            model_name="cardlook",
            name="writer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="signal",
            name="during",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="steps.space"
            ),
        ),
        migrations.AddField(
            model_name="tie",
            name="couple",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="accounts.couple"
            ),
        ),
        migrations.AddField(
            model_name="tie",
            name="tied_to",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="steps.item"
            ),
        ),
        migrations.AddField(
            model_name="tie",
            name="writer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=models.UniqueConstraint(
                models.F("card"), models.F("number"), name="reply_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="cardlook",
            constraint=models.UniqueConstraint(models.F("ownership"), name="one_card_look"),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.UniqueConstraint(models.F("during"), name="one_signal_a_space"),
        ),
        migrations.AddConstraint(
            model_name="tie",
            constraint=models.UniqueConstraint(
                models.F("couple"),
                models.F("writer"),
                models.F("chain"),
                models.F("point"),
                name="one_tie_each",
            ),
        ),
        *SAME_COUPLE,
        *WALLS,
        WITHDRAW,
        LET_GO,
        TOLD_IN_SPACE,
        FORGET,
    ]
