"""What is known of each step, by records: the one file that imports every slice's evidence."""

from typing import Any

from django.db.models import QuerySet

from steps.amends.evidence import evidence as amends
from steps.entries.evidence import evidence as entries
from steps.journey.models import Journey
from steps.promises.evidence import evidence as promises
from steps.space.evidence import evidence as space


def states(journey: Journey, *besides: QuerySet[Any, Any]) -> dict[int, int]:
    """The furthest state of each step begun, for the one whose journey it is; one query.

    `besides`: rows of the same form that a page asks for along with them.
    """
    slices = (entries, amends, promises, space)
    found = [rows for evidence in slices for rows in evidence(journey)]
    first, *others = [*found, *besides]
    furthest: dict[int, int] = {}
    for step, state in first.union(*others):
        furthest[step] = max(state, furthest.get(step, state))
    return furthest
