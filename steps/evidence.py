"""What is known of each step, by records: the one file that imports every slice's evidence."""

from steps.amends.evidence import evidence as amends
from steps.entries.evidence import evidence as entries
from steps.journey.models import Journey
from steps.promises.evidence import evidence as promises
from steps.space.evidence import evidence as space


def states(journey: Journey) -> dict[int, int]:
    """The furthest state of each step begun, for the one whose journey it is; one query."""
    slices = (entries, amends, promises, space)
    first, *others = [rows for evidence in slices for rows in evidence(journey)]
    furthest: dict[int, int] = {}
    for step, state in first.union(*others):
        furthest[step] = max(state, furthest.get(step, state))
    return furthest
