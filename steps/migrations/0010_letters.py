"""Letters, the answers to them, and “I felt pushed”; a place for letters that come only after."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from mend.policies import ME, exists, wall

BY_ME, BY_OTHER = f"item.writer_id = {ME}", f"item.writer_id <> {ME}"


def item(column: str, condition: str = "true") -> str:
    """The item that `column` points at is one that I can read, and fits the condition."""
    return exists("steps_item item", f"item.id = {column} AND {condition}")


SEEN, MINE = item("item_ptr_id"), item("item_ptr_id", BY_ME)

# Which parts its writer finds in a letter may be said anew; nothing else of it changes.
WALLS = [
    wall(
        "steps_letter", floor=(),
        select=SEEN, insert=MINE, update=MINE, may_change="says, places",
    ),
    wall(
        "steps_letterreply", floor=(),
        select=SEEN, insert=f"{MINE} AND {item('letter_id', BY_OTHER)}",
    ),
    wall("steps_pushed", floor=(), select=SEEN, insert=MINE),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("steps", "0009_account_and_impact")]
    operations = [
        migrations.CreateModel(
            name="Letter",
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
                (
                    "says",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("doing", "It was my doing"),
                                ("repair", "How I will put it right"),
                                ("harm", "What it did to you"),
                                ("regret", "Regret"),
                                ("happened", "What happened"),
                                ("change", "What will be different"),
                            ],
                            max_length=8,
                        ),
                        default=list,
                    ),
                ),
                (
                    "places",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), default=list
                    ),
                ),
            ],
            bases=("steps.item",),
        ),
        migrations.CreateModel(
            name="Pushed",
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
            ],
            bases=("steps.item",),
        ),
        migrations.CreateModel(
            name="LetterReply",
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
                    "choice",
                    models.CharField(
                        choices=[
                            ("received", "Received"),
                            ("more", "There is one more thing I need to read"),
                            ("aside", "Set aside"),
                        ],
                        max_length=8,
                    ),
                ),
                ("number", models.SmallIntegerField()),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="steps.letter",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("letter"), models.F("number"), name="letter_reply_number"
                    )
                ],
            },
            bases=("steps.item",),
        ),
        migrations.AddField(
            model_name="limits",
            name="after",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=16), default=list
            ),
        ),
        *WALLS,
    ]
