"""Wall 2: what the database lets each person see and do, whatever a query asks for."""

from django.db import migrations

from mend.policies import EVERY_ROW, ME, beyond, exists, same_couple, target, wall

OWN = f"writer_id = {ME}"
READERS_OWN = f"reader_id = {ME}"


def item(column: str, condition: str = "true") -> str:
    """The item that `column` points at is one that I can read, and fits the condition."""
    return exists("steps_item item", f"item.id = {column} AND {condition}")


BY_ME, BY_OTHER = f"item.writer_id = {ME}", f"item.writer_id <> {ME}"
SENT = exists("steps_item item", "item.journey_id = steps_journey.id AND item.sent_at IS NOT NULL")
READER_IS_IN_COUPLE = exists(
    "accounts_membership member",
    "member.couple_id = steps_copy.couple_id AND member.user_id = steps_copy.person_id"
    " AND member.ended_at IS NULL",
)
VERSION_BY_ME = exists(
    "steps_version version JOIN steps_item item ON item.id = version.item_id",
    f"version.id = steps_copy.version_id AND {BY_ME}",
)

# A slice’s row has no couple of its own: it is what its item is.
SLICES = [
    wall(
        f"steps_{name}", floor=(),
        select=item("item_ptr_id"), insert=f"{item('item_ptr_id', BY_ME)}{more}", **changes,
    )
    for name, more, changes in (
        ("entry", "", {}),
        ("offer", "", {}),
        ("promise", "", {"update": item("item_ptr_id", BY_ME), "may_change": "ended_at"}),
        ("answer", f" AND {item('offer_id', BY_OTHER)}", {}),
        ("report", f" AND {item('promise_id', BY_ME)}", {}),
    )
]  # fmt: skip

WALLS = [
    wall(
        "steps_journey",
        select=f"offender_id = {ME} OR {SENT}",
        insert=f"offender_id = {ME}",
    ),
    wall("steps_draft", select=OWN, insert=OWN, update=OWN, delete=OWN),
    wall("steps_item", select=f"{OWN} OR sent_at IS NOT NULL", insert=OWN),
    *SLICES,
    wall(
        "steps_version",
        floor=["insert"],
        select=item("item_id"),
        insert=item("item_id", BY_ME),
    ),
    wall(
        "steps_copy",
        select=f"person_id = {ME}",
        insert=f"{VERSION_BY_ME} AND {READER_IS_IN_COUPLE}",
    ),
    wall(
        "steps_reading",
        select=READERS_OWN,
        insert=f"{READERS_OWN} AND {item('item_id')}",
        update=READERS_OWN,
        may_change="opened_at, left_at",
    ),
    wall("steps_tracking", select=OWN, insert=OWN),
    wall(
        "steps_verdict",
        select=f"{OWN} OR shared_at IS NOT NULL",
        insert=f"{OWN} AND {item('promise_id', BY_OTHER)}",
    ),
    wall(
        "steps_clearing",
        select=READERS_OWN,
        insert=f"{READERS_OWN} AND {item('promise_id', BY_OTHER)}",
        delete=READERS_OWN,
    ),
    wall(
        "steps_carryingout",
        floor=["insert"],
        select=item("offer_id"),
        insert=item("offer_id", BY_ME),
    ),
    wall("steps_feltresult", select=EVERY_ROW, insert=f"{OWN} AND {item('offer_id', BY_OTHER)}"),
    wall("steps_event", select=EVERY_ROW, insert=f"actor_id = {ME}"),
]

# Slices’ rows stand aside: an item’s own key holds its couple, and they have none.
SAME_COUPLE = [
    *(target(parent) for parent in ("steps_journey", "steps_item", "steps_version")),
    *(
        same_couple(f"steps_{child}", column, f"steps_{parent}")
        for child, column, parent in (
            ("item", "journey_id", "journey"),
            ("draft", "journey_id", "journey"),
            ("tracking", "journey_id", "journey"),
            ("version", "item_id", "item"),
            ("reading", "item_id", "item"),
            ("verdict", "promise_id", "item"),
            ("clearing", "promise_id", "item"),
            ("carryingout", "offer_id", "item"),
            ("feltresult", "offer_id", "item"),
            ("event", "item_id", "item"),
            ("event", "about_id", "item"),
            ("event", "version_id", "version"),
            ("copy", "version_id", "version"),
        )
    ),
]

DUE = beyond(
    "steps_due(moment timestamptz)",
    returns="TABLE (draft uuid, writer uuid)",
    body="SELECT id, writer_id FROM steps_draft WHERE goes_at <= moment ORDER BY goes_at",
)

TAKEN = beyond(
    "steps_taken(item uuid)",
    returns="boolean",
    body="SELECT EXISTS (SELECT FROM steps_item WHERE id = item)",
)

# Journeys go first: what hangs on them goes with them.
CARRY = beyond(
    "steps_carry(person uuid, alone uuid, joined uuid)",
    returns="void",
    language="plpgsql",
    body="""
DECLARE moving text;
BEGIN
  IF (SELECT array_agg(user_id) FROM accounts_membership WHERE couple_id = alone)
       IS DISTINCT FROM ARRAY[person]
     OR EXISTS (SELECT FROM accounts_membership WHERE couple_id = alone AND ended_at IS NULL)
     OR NOT EXISTS (SELECT FROM accounts_membership
                    WHERE couple_id = joined AND user_id = person AND ended_at IS NULL)
  THEN RAISE insufficient_privilege USING MESSAGE = 'they have not moved there';
  END IF;
  FOR moving IN
    SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND relname LIKE 'steps\\_%' AND attname = 'couple_id' AND NOT attisdropped
    ORDER BY relname <> 'steps_journey', relname
  LOOP
    EXECUTE format('UPDATE %I SET couple_id = $1 WHERE couple_id = $2', moving)
      USING joined, alone;
  END LOOP;
END
""",
)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_policies"), ("steps", "0001_initial")]
    operations = [*SAME_COUPLE, *WALLS, DUE, TAKEN, CARRY]
