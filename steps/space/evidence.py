"""Step 5: a pledge, and one quiet week or one space kept; never what the other felt."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Least

from steps.journey.given import COUPLE, JOURNEY, NOW, OFFENDER
from steps.journey.plate import JOINED
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.sharing.kinds import counted
from steps.sharing.room import Attempt
from steps.space.models import Space
from steps.thresholds import QUIET_WEEK

STEP = 5


def evidence() -> list[QuerySet[Any, Any]]:
    """The pledge may stay with its writer. A week is quiet if nothing was sent in it, or tried."""
    mine = {"couple": COUPLE, "writer": OFFENDER}
    drafts = Draft.objects.filter(**mine, journey=JOURNEY, step=STEP)
    shared = Item.objects.filter(**mine, journey=JOURNEY, step=STEP, kind="entry")
    sent = Item.objects.filter(**mine, kind__in=counted(), sent_at__isnull=False)
    attempts = Attempt.objects.filter(**mine)
    spaces = Space.objects.filter(couple=COUPLE, ended_at__isnull=False)
    theirs = spaces.exclude(taker=OFFENDER)
    tried = attempts.filter(at__range=(OuterRef("began_at"), OuterRef("ended_at")))

    first_pledge = Least(earliest(drafts, "begun_at"), earliest(shared, "made_at"))

    def pledged(rows: QuerySet[Any], moment: str) -> QuerySet[Any]:
        """Those that came after the pledge."""
        return rows.filter(**{f"{moment}__gte": first_pledge})

    def quiet(rows: QuerySet[Any], moment: str) -> QuerySet[Any]:
        """Those after which a week was quiet."""
        then, week_after = OuterRef(moment), OuterRef(moment) + QUIET_WEEK
        loud = Exists(sent.filter(sent_at__gt=then, sent_at__lte=week_after))
        pushed = Exists(attempts.filter(at__gt=then, at__lte=week_after))
        long_ago = rows.filter(**{f"{moment}__lte": NOW - QUIET_WEEK})
        return long_ago.exclude(Q(loud) | Q(pushed))

    found = [
        quiet(drafts, "begun_at"),
        quiet(shared, "made_at"),
        quiet(pledged(sent, "sent_at"), "sent_at"),
        quiet(pledged(attempts, "at"), "at"),
        pledged(theirs, "ended_at").exclude(Exists(tried)),
    ]
    return [rows.order_by().values_list(Value(STEP), Value(JOINED))[:1] for rows in found]


def earliest(rows: QuerySet[Any], moment: str) -> Subquery:
    return Subquery(rows.order_by(moment).values(moment)[:1])
