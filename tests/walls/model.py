"""What wall 2 lets somebody do, said once more in Python, row by row."""

import json
import uuid
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import connection

type Row = dict[str, Any]

TABLES = (
    "journey", "draft", "item", "entry", "offer", "promise", "answer", "report", "version", "copy",
    "reading", "tracking", "verdict", "clearing", "carryingout", "feltresult", "event",
    "putaway", "space", "spacecopy", "attempt", "pause", "limits", "reopening",
    "archive", "draftkey", "copykey", "account", "guess", "map", "accountreply", "correction",
    "secondlook", "letter", "letterreply", "pushed", "chain", "lesson", "plan", "ownership",
    "disclosure", "signal", "reply", "tie", "cardlook", "repair", "gap", "change", "consent",
)  # fmt: skip
OF_BOTH = ("feltresult", "event", "space", "pause", "reopening", "accountreply", "correction")
KEYS = ("draftkey", "copykey")
PERSON = {
    "journey": "offender_id", "draft": "writer_id", "item": "writer_id", "copy": "person_id",
    "reading": "reader_id", "tracking": "writer_id", "verdict": "writer_id",
    "clearing": "reader_id", "feltresult": "writer_id", "event": "actor_id",
    "putaway": "person_id", "space": "taker_id", "spacecopy": "person_id", "attempt": "writer_id",
    "pause": "writer_id", "limits": "reader_id", "reopening": "reader_id",
    "archive": "person_id", "accountreply": "writer_id", "correction": "writer_id",
    "secondlook": "writer_id", "tie": "writer_id", "cardlook": "writer_id",
    "draftkey": "user_id", "copykey": "user_id",
}  # fmt: skip
# What may be changed at all, and how to change every row without looking at it.
CHANGES = {
    "draft": "revision = 99",
    "letter": "says = '{doing}', places = '{1}'",
    "promise": "ended_at = '2026-11-22T12:00Z'",
    "item": "sent_at = '2026-11-22T12:00Z', told_on = NULL",
    "putaway": "ended_at = '2026-11-22T12:00Z'",
    "space": "ended_at = '2026-11-22T12:00Z'",
    "pause": "ends_on = '2026-11-22'",
    "limits": "letters = 0",
    "reading": "left_at = '2026-11-22T12:00Z'",
}
DELETES = ("draft", "clearing", "tie")


@dataclass(frozen=True)
class Me:
    """An identity; the couple may be one that the person does not belong to."""

    name: str
    user: uuid.UUID | None
    couple: uuid.UUID | None


class Wall:
    """All rows as their owner sees them, and who may do what with them."""

    def __init__(self) -> None:
        self.rows = {table: rows_of(table) for table in TABLES}
        self.items = {row["id"]: row for row in self.rows["item"]}
        self.spaces = {row["id"]: row for row in self.rows["space"]}
        self.versions = {row["id"]: row for row in self.rows["version"]}
        self.sent_in = {row["journey_id"] for row in self.items.values() if row["sent_at"]}
        self.members: dict[str, set[str]] = defaultdict(set)
        for row in rows_of("membership"):
            if row["ended_at"] is None:
                self.members[row["couple_id"]].add(row["user_id"])

    def reads(self, table: str, row: Row, me: Me) -> bool:
        if "couple_id" in row and row["couple_id"] != str(me.couple):
            return False
        if table in OF_BOTH:
            return True
        if table == "item":
            return self.readable(row["id"], me)
        mine = table in PERSON and row[PERSON[table]] == str(me.user)
        if table == "copykey":
            return mine or row["user_id"] in self.members[str(me.couple)]
        if table == "journey":
            return mine or row["id"] in self.sent_in
        if table == "verdict":
            return mine or row["shared_at"] is not None
        return mine if table in PERSON else self.readable(self.about(table, row), me)

    def inserts(self, table: str, row: Row, me: Me) -> bool:
        if "couple_id" in row and row["couple_id"] != str(me.couple):
            return False
        if table == "copy":
            item = self.versions[row["version_id"]]["item_id"]
            return self.by(item, me) and row["person_id"] in self.members[row["couple_id"]]
        if table == "spacecopy":
            space = self.spaces[row["space_id"]]
            takes = self.reads("space", space, me) and space["taker_id"] == str(me.user)
            return takes and row["person_id"] in self.members[row["couple_id"]]
        if table in KEYS and me.user is None:
            return True
        if table in PERSON and row[PERSON[table]] != str(me.user):
            return False
        if table == "accountreply":
            says = self.by if row["choice"] == "nothing_more" else self.by_other
            return says(self.about(table, row), me)
        if table in ("verdict", "clearing", "feltresult", "correction"):
            return self.by_other(self.about(table, row), me)
        if table == "reading":
            return self.readable(row["item_id"], me)
        if table in ("secondlook", "tie", "cardlook"):
            return self.by(self.about(table, row), me)
        if table in PERSON:
            return True
        extra = table != "answer" or self.by_other(row["offer_id"], me)
        extra &= table != "letterreply" or self.by_other(row["letter_id"], me)
        extra &= table != "reply" or self.by_other(row["card_id"], me)
        about_own = table in ("report", "repair", "gap")
        extra &= not about_own or self.by(row["promise_id"], me)
        if table in ("change", "consent"):
            extra &= self.readable(row["promise_id"], me)
        if table == "consent":
            extra &= self.by_other(row["change_id"] or row["promise_id"], me)
        return extra and self.by(self.about(table, row), me)

    def changes(self, table: str, row: Row, me: Me) -> bool:
        """The same for taking away."""
        if table in ("promise", "letter"):
            return self.by(row["item_ptr_id"], me)
        waits = row.get("kind") in ("report", "repair") or row.get("kept_back_at")
        if table == "item" and (row["sent_at"] or not waits):
            return False
        here = row.get("couple_id", str(me.couple)) == str(me.couple)
        return here and row[PERSON[table]] == str(me.user)

    def readable(self, item: str, me: Me) -> bool:
        row = self.items[item]
        return row["couple_id"] == str(me.couple) and bool(
            row["writer_id"] == str(me.user) or row["sent_at"]
        )

    def by(self, item: str, me: Me) -> bool:
        return self.readable(item, me) and self.items[item]["writer_id"] == str(me.user)

    def by_other(self, item: str, me: Me) -> bool:
        return self.readable(item, me) and self.items[item]["writer_id"] != str(me.user)

    @staticmethod
    def about(table: str, row: Row) -> str:
        columns = (
            "item_ptr_id", "item_id", "promise_id", "offer_id", "account_id", "guess_id",
            "tied_to_id", "ownership_id",
        )  # fmt: skip
        return next(str(row[column]) for column in columns if column in row)


def stored(table: str) -> str:
    return f"accounts_{table}" if table in (*KEYS, "membership") else f"steps_{table}"


def rows_of(table: str) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT to_jsonb(t)::text FROM {stored(table)} t")
        return [json.loads(text) for (text,) in cursor.fetchall()]
