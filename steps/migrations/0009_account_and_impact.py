"""Steps 1 and 2: accounts and what is replied, guesses and maps, and who may do what with them."""

import uuid
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import mend.clock
from mend.policies import EVERY_ROW, ME, exists, same_couple, wall

OWN = f"writer_id = {ME}"


def item(column: str, condition: str = "true") -> str:
    """The item that `column` points at is one that I can read, and fits the condition."""
    return exists("steps_item item", f"item.id = {column} AND {condition}")


BY_ME, BY_OTHER = f"item.writer_id = {ME}", f"item.writer_id <> {ME}"
# The other answers; that there is nothing more is for the writer of the account to say.
FITS = f"({BY_ME}) = (steps_accountreply.choice = 'nothing_more')"

WALLS = [
    *(
        wall(
            f"steps_{name}",
            floor=(),
            select=item("item_ptr_id"),
            insert=item("item_ptr_id", BY_ME),
        )
        for name in ("account", "guess", "map")
    ),
    wall("steps_accountreply", select=EVERY_ROW, insert=f"{OWN} AND {item('account_id', FITS)}"),
    wall("steps_correction", select=EVERY_ROW, insert=f"{OWN} AND {item('guess_id', BY_OTHER)}"),
    wall("steps_secondlook", select=OWN, insert=f"{OWN} AND {item('guess_id', BY_ME)}"),
]

SAME_COUPLE = [
    same_couple("steps_accountreply", "account_id", "steps_item"),
    same_couple("steps_correction", "guess_id", "steps_item"),
    same_couple("steps_secondlook", "guess_id", "steps_item"),
]

# Whatever was sent can be taken back, but for what is ended or corrected instead.
REWRITE = """
DO $do$ BEGIN EXECUTE replace(
  pg_get_functiondef('steps_withdraw(uuid, timestamptz)'::regprocedure), $a${}$a$, $b${}$b$
); END $do$
"""
NAMED, ALL_BUT = "kind IN ('entry', 'offer', 'answer')", "kind NOT IN ('promise', 'report')"
WITHDRAW = migrations.RunSQL(REWRITE.format(NAMED, ALL_BUT), REWRITE.format(ALL_BUT, NAMED))


def ident() -> Any:
    return models.UUIDField(
        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
    )  # fmt: skip


def pointer() -> Any:
    return models.OneToOneField(
        on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True,
        related_name="+", serialize=False, to="steps.item",
    )  # fmt: skip


def to(model: str, **options: Any) -> Any:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **options)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_earlier_zones"),
        ("steps", "0008_reread"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("item_ptr", pointer()),
                ("number", models.SmallIntegerField(default=1)),
                ("says_all", models.BooleanField(default=False)),
            ],
            bases=("steps.item",),
        ),
        migrations.CreateModel(
            name="Guess", fields=[("item_ptr", pointer())], bases=("steps.item",)
        ),
        migrations.CreateModel(name="Map", fields=[("item_ptr", pointer())], bases=("steps.item",)),
        migrations.CreateModel(
            name="AccountReply",
            fields=[
                ("id", ident()),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            (one, one)
                            for one in (
                                "matches",
                                "missing",
                                "no_details",
                                "taken_back",
                                "nothing_more",
                            )
                        ],
                        max_length=16,
                    ),
                ),
                ("number", models.SmallIntegerField()),
                ("said_at", models.DateTimeField(default=mend.clock.now)),
                ("account", to("steps.account", related_name="replies")),
                ("couple", to("accounts.couple")),
                ("writer", to(settings.AUTH_USER_MODEL, related_name="+")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("account"), models.F("number"), name="account_reply_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", ident()),
                ("said", models.JSONField()),
                ("number", models.SmallIntegerField()),
                ("said_at", models.DateTimeField(default=mend.clock.now)),
                ("couple", to("accounts.couple")),
                ("writer", to(settings.AUTH_USER_MODEL, related_name="+")),
                ("guess", to("steps.guess", related_name="corrections")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("guess"), models.F("number"), name="correction_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SecondLook",
            fields=[
                ("id", ident()),
                ("looked_at", models.DateTimeField(default=mend.clock.now)),
                ("couple", to("accounts.couple")),
                ("guess", to("steps.guess", related_name="second_looks")),
                ("writer", to(settings.AUTH_USER_MODEL, related_name="+")),
            ],
            options={
                "constraints": [models.UniqueConstraint(models.F("guess"), name="one_second_look")],
            },
        ),
        *SAME_COUPLE,
        *WALLS,
        WITHDRAW,
    ]
