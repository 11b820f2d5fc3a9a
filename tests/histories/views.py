"""What one person can see, twice: as the model says, and as the product shows it to them.

The product is asked through the querysets that its pages start from, as the role that serves, with
one’s own keys. What needs no key and no clock is put into one statement, to be quick.
"""

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.acknowledging.replies import AccountReply
from steps.amends.models import Answer, Offer
from steps.amends.results import CarryingOut, FeltResult
from steps.impact.answers import Correction, SecondLook
from steps.journey.models import Journey
from steps.lessons.models import Tie
from steps.letters.models import LetterReply
from steps.promises.changes import Change
from steps.promises.consents import Consent
from steps.promises.gaps import Gap
from steps.promises.models import Promise
from steps.promises.pauses import Pause
from steps.promises.repairs import Repair
from steps.promises.reports import Report
from steps.promises.tracking import Clearing, Tracking, Verdict
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy, Item
from steps.sharing.replies import Reply
from steps.sharing.shelf import Reading, shelf
from steps.timeline.models import Event, intact
from tests.histories.starting_again import Model
from tests.histories.state import CARDS

type View = dict[str, list[tuple[Any, ...]]]

WAITS_FOR = dt.timedelta(days=14)


def expected(model: Model, me: str) -> View:
    here, read, left = model.couple[me], model.read, model.left
    items = {pk: row for pk, row in model.items.items() if model.sees(me, row)}
    answers = [(pk, row) for pk, row in items.items() if row.kind == "answer"]
    reports = [(pk, row) for pk, row in items.items() if row.kind == "report"]
    verdicts = [row for row in model.verdicts if row.about in items]
    return plain({
        "drafts": [
            (pk, row.kind, row.words, row.revision, row.goes_at is not None)
            for pk, row in model.drafts.items() if model.is_mine(me, row)
        ],
        "words": [(pk, row.words) for pk, row in items.items() if me in row.readers],
        "shelf": list(enumerate(waiting(model, me))),
        "running": [(pk,) for pk in model.running(me)],
        "items": [
            (pk, row.kind, row.writer, row.told_on, bool(row.withdrawn_at))
            for pk, row in items.items()
        ],
        "journeys": [(name,) for name in model.known_journeys(me)],
        "record": [
            (place, row.kind, row.actor, row.item, row.about, row.facts)
            for place, row in enumerate(model.record.get(here, []), 1)
        ],
        "answers": [(pk, row.about, row.number, row.said) for pk, row in answers],
        "letter_replies": [
            (pk, row.about, row.number, row.said)
            for pk, row in items.items() if row.kind == "letter_reply"
        ],
        "card_replies": [
            (pk, row.about, row.number, row.said)
            for pk, row in items.items() if row.kind == "reply"
        ],
        "asked": [
            (pk, row.about, row.typed["ends_on"])
            for pk, row in items.items() if row.kind in ("change", "wish")
        ],
        "consents": [
            (pk, model.promise_of(row), row.number, row.said, row.from_on)
            for pk, row in items.items() if row.kind == "consent"
        ],
        "done": [(pk, row.done_on) for pk, row in items.items() if row.done_on],
        "felt": [
            (pk, number, result)
            for pk, row in items.items() for number, result in enumerate(row.felt, 1)
        ],
        "reports": [
            (pk, row.about, row.due_on, row.number, row.said, row.on_time) for pk, row in reports
        ],
        "repairs": [
            (pk, row.about, row.due_on) for pk, row in items.items() if row.kind == "repair"
        ],
        "gaps": [
            (pk, row.about, row.first_on, row.last_on, bool(row.words))
            for pk, row in items.items() if row.kind == "gap"
        ],
        "verdicts": [
            (row.about, row.due_on, row.number, row.said, row.writer, row.is_shared)
            for row in verdicts if row.is_shared or row.writer == me
        ],
        "replies": [
            (row.about, row.number, row.said, row.writer) for row in model.replies
            if row.about in items and items[row.about].kind == "account"
        ],
        "corrections": [
            (row.about, row.number, row.said, row.writer) for row in model.replies
            if row.about in items and items[row.about].kind == "guess"
        ],
        "looks": [(pk,) for pk in model.looks if pk in items and items[pk].writer == me],
        "ties": [
            (chain, "choice2", to)
            for (writer, chain), to in model.ties.items()
            if writer == me and model.items[to].couple == here
        ],
        "tracking": [
            (offender, choice)
            for (writer, couple, offender), choice in model.tracking.items()
            if (writer, couple) == (me, here)
        ],
        "cleared": [(pk, day) for name, pk, day in model.cleared if name == me and pk in items],
        "pauses": [
            (one.writer, one.first, one.last)
            for one in model.pauses
            if one.couple == here and (one.writer == me or model.has_promised(one.writer, here))
        ],
        "readings": [
            (pk, (me, pk) in read, (me, pk) in left)
            for pk in items if (me, pk) in read | left
        ],
    })  # fmt: skip


def waiting(model: Model, me: str) -> Iterator[uuid.UUID]:
    """The shelf, oldest first."""
    rows = [
        (row.sent_at, pk) for pk, row in model.items.items()
        if model.sees(me, row) and row.writer != me and row.kind in CARDS and row.sent_at
        and not row.withdrawn_at and row.kept_back_in is None
    ]  # fmt: skip
    for sent_at, pk in sorted(rows):
        if sent_at > model.now - WAITS_FOR and (me, pk) not in model.read | model.left:
            yield pk


def plain(view: dict[str, list[Any]]) -> View:
    """As JSON has it, in one order."""
    rows = {part: json.loads(json.dumps(found, default=str)) for part, found in view.items()}
    return {part: sorted(map(tuple, found), key=repr) for part, found in rows.items()}


class Looking:
    """One person who looks; what they ask stays the same while their couple does."""

    def __init__(self, user: User, names: dict[str, str]) -> None:
        self.user = user
        self.names = names
        self.asked: dict[Any, tuple[list[str], str, list[Any]]] = {}

    def shown(self) -> View:
        """Every part of it has its counterpart in `expected`."""
        user = self.user
        with acting_as(user):
            copies = Copy.objects.visible_to(user).select_related("version")
            running = Promise.objects.visible_to(user).running(clock.today(user.time_zone))
            return plain({
                "drafts": [
                    (row.pk, row.kind, row.words, row.revision, row.is_held)
                    for row in Draft.objects.visible_to(user)
                ],
                "words": [(row.version.item_id, row.words["words"]) for row in copies],
                "shelf": list(enumerate(shelf(user).values_list("pk", flat=True))),
                "running": list(running.values_list("pk")),
                **self.told(),
            })  # fmt: skip

    def told(self) -> dict[str, list[Any]]:
        """All that stands in the clear, in one statement."""
        here = self.user.membership.couple_id
        if here not in self.asked:
            parts = parts_of(self.user)
            self.asked[here] = list(parts), *in_one(parts)
        names, sql, parameters = self.asked[here]
        found: dict[str, list[Any]] = {part: [] for part in names}
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            for part, row in cursor.fetchall():
                values = json.loads(row).values()
                found[part].append([self.names.get(str(value), value) for value in values])
        return found

    def is_intact(self) -> bool:
        """Does the record hold, each entry chained to the one before?"""
        with acting_as(self.user):
            return intact(Event.objects.visible_to(self.user))


def parts_of(user: User) -> dict[str, QuerySet[Any, Any]]:
    chosen = Tracking.objects.visible_to(user).order_by("journey", "-chosen_at")
    readings = Reading.objects.visible_to(user)
    return {
        "items": Item.objects.visible_to(user).values_list(
            "pk", "kind", "writer", "told_on", Q(withdrawn_at__isnull=False)
        ),
        "journeys": Journey.objects.visible_to(user).values_list("offender"),
        "record": Event.objects.visible_to(user).values_list(
            "seq", "kind", "actor", "item", "about", "facts"
        ),
        "answers": Answer.objects.visible_to(user).values_list("pk", "offer", "number", "choice"),
        "letter_replies": LetterReply.objects.visible_to(user).values_list(
            "pk", "letter", "number", "choice"
        ),
        "card_replies": Reply.objects.visible_to(user).values_list(
            "pk", "card", "number", "choice"
        ),
        "asked": Change.objects.visible_to(user).values_list("pk", "promise", "ends_on"),
        "consents": Consent.objects.visible_to(user).values_list(
            "pk", "promise", "number", "choice", "from_on"
        ),
        "done": CarryingOut.objects.filter(
            offer__in=Offer.objects.visible_to(user)
        ).values_list("offer", "done_on"),
        "felt": FeltResult.objects.visible_to(user).values_list("offer", "number", "result"),
        "reports": Report.objects.visible_to(user).values_list(
            "pk", "promise", "due_on", "number", "outcome", "on_time"
        ),
        "repairs": Repair.objects.visible_to(user).values_list("pk", "promise", "due_on"),
        "gaps": Gap.objects.visible_to(user).values_list(
            "pk", "promise", "first_on", "last_on", "has_line"
        ),
        "verdicts": Verdict.objects.visible_to(user).values_list(
            "promise", "due_on", "number", "outcome", "writer", Q(shared_at__isnull=False)
        ),
        "replies": AccountReply.objects.visible_to(user).values_list(
            "account", "number", "choice", "writer"
        ),
        "corrections": Correction.objects.visible_to(user).values_list(
            "guess", "number", "said", "writer"
        ),
        "looks": SecondLook.objects.visible_to(user).values_list("guess"),
        "ties": Tie.objects.visible_to(user).values_list("chain", "point", "tied_to"),
        "tracking": chosen.distinct("journey").values_list("journey__offender", "choice"),
        "cleared": Clearing.objects.visible_to(user).values_list("promise", "due_on"),
        "pauses": Pause.objects.visible_to(user).values_list("writer", "starts_on", "ends_on"),
        "readings": readings.values_list(
            "item", Q(opened_at__isnull=False), Q(left_at__isnull=False)
        ),
    }  # fmt: skip


def in_one(parts: dict[str, QuerySet[Any, Any]]) -> tuple[str, list[Any]]:
    """One statement that finds the rows of all parts, each with the name of its part."""
    statements, parameters = [], []
    for part, rows in parts.items():
        sql, given = rows.query.sql_with_params()
        statements.append(f"SELECT '{part}', row_to_json(row)::text FROM ({sql}) row")
        parameters += given
    return " UNION ALL ".join(statements), parameters
