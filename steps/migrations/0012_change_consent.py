"""Other terms for a promise, what is said to it and to them, and who may see and do what."""

from typing import Any

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from mend.policies import ME, exists, wall


def item(column: str, condition: str = "true") -> str:
    """The item that `column` points at is one that I can read, and fits the condition."""
    return exists("steps_item item", f"item.id = {column} AND {condition}")


BY_ME, BY_OTHER = f"item.writer_id = {ME}", f"item.writer_id <> {ME}"
MINE, ANSWERED = item("item_ptr_id", BY_ME), item("coalesce(change_id, promise_id)", BY_OTHER)

# A slice’s row has no couple of its own: it is what its item is. Nobody answers their own words.
WALLS = [
    wall(
        "steps_change", floor=(),
        select=item("item_ptr_id"), insert=f"{MINE} AND {item('promise_id')}",
    ),
    wall(
        "steps_consent", floor=(),
        select=item("item_ptr_id"), insert=f"{MINE} AND {item('promise_id')} AND {ANSWERED}",
    ),
]  # fmt: skip


def pointer() -> Any:
    return models.OneToOneField(
        on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True,
        related_name="+", serialize=False, to="steps.item",
    )  # fmt: skip


def to_promise() -> Any:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="steps.promise"
    )


class Migration(migrations.Migration):
    dependencies = [("steps", "0011_lessons_plans_ownership")]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("item_ptr", pointer()),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("once", "Once, by a date"),
                            ("daily", "Every day"),
                            ("weekly", "Every week, on days"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), default=list
                    ),
                ),
                ("ends_on", models.DateField()),
                ("promise", to_promise()),
            ],
            bases=("steps.item",),
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("item_ptr", pointer()),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            ("accept", "Accept it"),
                            ("stands", "Let it stand"),
                            ("decline", "Decline it"),
                            ("yes", "Yes"),
                            ("no", "No"),
                        ],
                        max_length=8,
                    ),
                ),
                ("number", models.SmallIntegerField()),
                ("from_on", models.DateField(null=True)),
                ("first_on", models.DateField(null=True)),
                (
                    "change",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="steps.change",
                    ),
                ),
                ("promise", to_promise()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("promise"), models.F("number"), name="consent_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("choice__in", ("yes", "decline")), ("from_on__isnull", False)
                            ),
                            models.Q(
                                ("choice__in", ("accept", "stands", "no")),
                                ("from_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="consent_from",
                    ),
                ],
            },
            bases=("steps.item",),
        ),
        *WALLS,
    ]
