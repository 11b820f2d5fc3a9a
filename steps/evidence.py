"""What is known of each step, by records: the one file that imports every slice's evidence."""

import datetime as dt
from typing import Any

from django.db.models import QuerySet

from mend import clock
from mend.prepared import Prepared
from steps.acknowledging.evidence import evidence as acknowledging
from steps.amends.evidence import evidence as amends
from steps.entries.evidence import LATELY, STAYED
from steps.entries.evidence import evidence as entries
from steps.guide.evidence import evidence as guide
from steps.impact.evidence import evidence as impact
from steps.journey.models import Journey
from steps.language.evidence import evidence as language
from steps.lessons.evidence import evidence as lessons
from steps.letters.evidence import evidence as letters
from steps.ownership.evidence import evidence as ownership
from steps.patience.evidence import evidence as patience
from steps.plans.evidence import evidence as plans
from steps.promises.evidence import evidence as promises
from steps.space.evidence import evidence as space
from steps.thresholds import GAP

__all__ = ["LATELY", "STAYED", "states"]


def states(journey: Journey, *, since: dt.datetime | None = None) -> dict[int, int]:
    """The furthest state of each step begun, for the one whose journey it is; one query.

    Among them are marks that are no steps: LATELY if something was written at any step `since`
    then, STAYED if something that was on its way could not go, and those of `steps.guide.evidence`.
    """
    now = clock.now()
    rows = FOUND.rows(
        journey=journey.pk, couple=journey.couple_id, offender=journey.offender_id,
        now=now, since=since or now, gap=now - GAP,
    )  # fmt: skip
    furthest: dict[int, int] = {}
    for step, state in rows:
        furthest[step] = max(state, furthest.get(step, state))
    return furthest


def found() -> QuerySet[Any, Any]:
    """Rows of (step, state)."""
    slices = (
        entries, acknowledging, impact, letters, amends, patience, promises, space, lessons, plans,
        ownership, language, guide,
    )  # fmt: skip
    first, *others = (rows for evidence in slices for rows in evidence())
    return first.union(*others)


FOUND = Prepared(found)
