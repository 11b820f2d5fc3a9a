"""The pattern as a picture: a row for each week, a column for each day of the week."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mend.days import short_day
from steps.promises.facts import Fact
from steps.promises.pattern import Pattern, Row
from steps.promises.saying import COLUMNS

# In the units of the picture: where the days begin, and how far apart days, weeks and signs lie.
LEFT, DAY, WEEK, SIGN, TOP, WIDTH = 76, 38, 24, 14, 24, 342

# Each sign is a shape of its own around its middle; a report lies within a mark.
SHAPES = {
    "paused": "M-2 -5 V5 M2 -5 V5",
    "kept": "M-6 0 A6 6 0 1 0 6 0 A6 6 0 1 0 -6 0",
    "broken": "M-5.5 -5.5 L5.5 5.5 M5.5 -5.5 L-5.5 5.5",
    "excused": "M-5 -5 H5 V5 H-5 Z",
    "reported": "M-2.5 0 A2.5 2.5 0 1 0 2.5 0 A2.5 2.5 0 1 0 -2.5 0",
    "change": "M0 -3.5 L3.5 0 L0 3.5 L-3.5 0 Z",
    "missed": "M-4.5 0 H4.5",
    "repaired": "M-4.5 3 Q0 8 4.5 3",
    "silent": "M-1.5 0 A1.5 1.5 0 1 0 1.5 0 A1.5 1.5 0 1 0 -1.5 0",
}
KEYS: dict[str, LazyText] = {
    "kept": COLUMNS["kept"],
    "broken": COLUMNS["broken"],
    "excused": COLUMNS["excused"],
    "reported": gettext_lazy("Reported as kept"),
    "change": gettext_lazy("Reported: needs a change"),
    "missed": gettext_lazy("Reported as missed"),
    "repaired": gettext_lazy("With a note to put it right"),
    "paused": COLUMNS["paused"],
    "silent": COLUMNS["silent"],
}


@dataclass(frozen=True)
class Sign:
    """One shape at its place."""

    name: str
    shape: str
    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """A row of the picture, with a name that says all that it shows; of a gap a long dash."""

    name: str
    label: str
    y: float
    signs: list[Sign]
    dash: str


@dataclass(frozen=True)
class Picture:
    height: int
    days: list[tuple[str, float]]
    lines: list[Line]
    keys: list[tuple[str, str, LazyText]]
    width: int = WIDTH


def picture_of(pattern: Pattern) -> Picture:
    lines = [line_of(row, TOP + WEEK * (number + 0.5)) for number, row in enumerate(pattern.rows)]
    used = {sign.name.split()[0] for line in lines for sign in line.signs}
    return Picture(
        height=TOP + WEEK * len(lines),
        days=[(str(WEEKDAYS_ABBR[number]), LEFT + DAY * (number + 0.5)) for number in range(7)],
        lines=lines,
        keys=[(name, SHAPES[name], word) for name, word in KEYS.items() if name in used],
    )


def line_of(row: Row, y: float) -> Line:
    return Line(
        name=row.title if row.is_gap else name_of(row),
        label=short_day(row.first_on),
        y=y,
        signs=[] if row.is_gap else list(signs_of(row, y)),
        dash=f"M{LEFT} {y} H{WIDTH - 4}" if row.is_gap else "",
    )


def name_of(row: Row) -> str:
    """The whole week in words, as the table has it."""
    columns = (
        f"{COLUMNS[column]}: {', '.join(map(str, row.cells[column]))}"
        for column in COLUMNS
        if column in row.cells
    )
    return _("%(week)s. %(days)s") % {"week": row.title, "days": "; ".join(columns)}


def signs_of(row: Row, y: float) -> Iterator[Sign]:
    """Promises of one day lie side by side, closer where there are many."""
    days: dict[dt.date, list[Fact]] = defaultdict(list)
    for fact in row.facts:
        days[fact.on].append(fact)
    for day, facts in days.items():
        apart = min(SIGN, (DAY - 2) / len(facts))
        middle = LEFT + DAY * (day.weekday() + 0.5) - apart * (len(facts) - 1) / 2
        for place, fact in enumerate(facts):
            for name in names_of(fact):
                yield Sign(name, SHAPES[name.split()[0]], round(middle + apart * place, 1), y)


def names_of(fact: Fact) -> list[str]:
    """The mark around, the report within. A “broken” that is private is drawn without colour."""
    if fact.is_paused:
        return ["paused"]
    if fact.is_silent:
        return ["silent"]
    mark = [f"{fact.marked} private" if fact.is_private else fact.marked] if fact.marked else []
    said = ["reported" if fact.said == "kept" else fact.said] if fact.said else []
    return mark + said + (["repaired"] if fact.said == "missed" and fact.repair else [])
