"""What puts a missed day right, and starting again after a gap; who may see and do what with it."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from mend.policies import ME, beyond, exists, wall

BEFORE = import_module("steps.migrations.0003_space")
LASTS, KEPT_BACK_BEFORE = BEFORE.LASTS, BEFORE.KEPT_BACK
OWN, BY_ME = f"writer_id = {ME}", f"item.writer_id = {ME}"


def item(column: str, condition: str = "true") -> str:
    """The item that `column` points at is one that I can read, and fits the condition."""
    return exists("steps_item item", f"item.id = {column} AND {condition}")


WALLS = [
    wall(
        f"steps_{name}", floor=(),
        select=item("item_ptr_id"),
        insert=f"{item('item_ptr_id', BY_ME)} AND {item('promise_id', BY_ME)}",
    )
    for name in ("repair", "gap")
]  # fmt: skip

# Neither is taken back: one is never changed, the other was one line.
REWRITE = """
DO $do$ BEGIN EXECUTE replace(
  pg_get_functiondef('steps_withdraw(uuid, timestamptz)'::regprocedure), $a${}$a$, $b${}$b$
); END $do$
"""
FEWER, MORE = "kind NOT IN ('promise'", "kind NOT IN ('repair', 'gap', 'promise'"
WITHDRAW = migrations.RunSQL(REWRITE.format(FEWER, MORE), REWRITE.format(MORE, FEWER))

# A repair that was kept back becomes a sent one as its report does, by its writer.
CHANGE = (
    "ALTER POLICY may_update ON steps_item USING ({} AND sent_at IS NULL"
    " AND ({} OR kept_back_at IS NOT NULL))"
)
LET_GO = migrations.RunSQL(
    CHANGE.format(OWN, "kind IN ('report', 'repair')"), CHANGE.format(OWN, "kind = 'report'")
)

WAITING = """
SELECT item.couple_id, item.writer_id, said.promise_id
FROM steps_item item JOIN steps_{0} said ON said.item_ptr_id = item.id
WHERE item.sent_at IS NULL AND {1}
"""
KEPT_BACK = beyond(
    "steps_kept_back(moment timestamptz)",
    returns="TABLE (writer uuid)",
    body=f"""
SELECT DISTINCT waits.writer_id
FROM ({WAITING.format("report", "item.kind = 'report'")}
      UNION ALL {WAITING.format("repair", "item.kind = 'repair'")}
      UNION ALL {WAITING.format("gap", "item.kept_back_at IS NOT NULL")}) waits
JOIN steps_item promise ON promise.id = waits.promise_id AND promise.sent_at IS NOT NULL
JOIN accounts_membership mine ON mine.couple_id = waits.couple_id
  AND mine.user_id = waits.writer_id AND mine.ended_at IS NULL
JOIN accounts_membership other ON other.couple_id = waits.couple_id
  AND other.user_id <> waits.writer_id AND other.ended_at IS NULL
WHERE NOT EXISTS (SELECT FROM {LASTS} AND space.couple_id = waits.couple_id
                    AND space.taker_id <> waits.writer_id)
""",
)

POINTER = models.OneToOneField(
    on_delete=django.db.models.deletion.CASCADE,
    parent_link=True,
    primary_key=True,
    related_name="+",
    serialize=False,
    to="steps.item",
)


class Migration(migrations.Migration):
    dependencies = [("steps", "0012_change_consent")]

    operations = [
        migrations.CreateModel(
            name="Gap",
            fields=[
                ("item_ptr", POINTER),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                ("has_line", models.BooleanField()),
            ],
            bases=("steps.item",),
        ),
        migrations.CreateModel(
            name="Repair",
            fields=[("item_ptr", POINTER.clone()), ("due_on", models.DateField())],
            bases=("steps.item",),
        ),
        migrations.RemoveIndex(model_name="item", name="report_kept_back"),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(
                models.F("couple"),
                models.F("writer"),
                condition=Q(kind__in=["report", "repair"], sent_at=None),
                name="report_kept_back",
            ),
        ),
        migrations.AddField(
            model_name="gap",
            name="promise",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="gaps",
                to="steps.promise",
            ),
        ),
        migrations.AddField(
            model_name="repair",
            name="promise",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="repairs",
                to="steps.promise",
            ),
        ),
        migrations.AddConstraint(
            model_name="gap",
            constraint=models.UniqueConstraint(
                models.F("promise"),
                models.F("first_on"),
                models.F("has_line"),
                name="one_line_a_gap",
            ),
        ),
        migrations.AddConstraint(
            model_name="repair",
            constraint=models.UniqueConstraint(
                models.F("promise"), models.F("due_on"), name="one_repair"
            ),
        ),
        *WALLS,
        WITHDRAW,
        LET_GO,
        migrations.RunSQL(KEPT_BACK_BEFORE.reverse_sql, KEPT_BACK_BEFORE.sql),
        KEPT_BACK,
    ]
