"""How a day of the pattern is said: in which column it stands, and in which words."""

import uuid
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from steps.promises.facts import Fact

COLUMNS: dict[str, LazyText] = {
    "kept": gettext_lazy("Marked as kept"),
    "broken": gettext_lazy("Marked as broken"),
    "excused": gettext_lazy("Marked as excused"),
    "reported": gettext_lazy("Reported"),
    "missed": gettext_lazy("Missed"),
    "paused": gettext_lazy("Paused"),
    "silent": gettext_lazy("Nothing said"),
}
# Beside the column it stands in.
SAID: dict[str, LazyText] = {
    "kept": gettext_lazy("reported as kept"),
    "change": gettext_lazy("needs a change"),
}


@dataclass(frozen=True)
class Said:
    """A day by its name, what else was said of it, and of a miss what puts it right."""

    day: str
    remarks: tuple[str, ...] = ()
    sentence: str = ""
    repair: str = ""

    def __str__(self) -> str:
        return f"{self.day} ({', '.join(self.remarks)})" if self.remarks else self.day


def column_of(fact: Fact) -> str:
    """What was named missed stays there; else the mark counts, and then the report."""
    if fact.is_paused:
        return "paused"
    if fact.said == "missed":
        return "missed"
    return fact.marked or ("reported" if fact.said else "silent")


def said_of(fact: Fact, words: dict[uuid.UUID, str]) -> Said:
    """A miss also says of which promise; the same day of two others is said once."""
    column = column_of(fact)
    remarks = []
    if column == "missed" and fact.marked:
        remarks.append(str(COLUMNS[fact.marked]).lower())
    if fact.said == "change" or (fact.said == "kept" and fact.marked):
        remarks.append(str(SAID[fact.said]))
    if fact.is_private:
        remarks.append(_("only for you"))
    day = date_format(fact.on, "l")
    if column != "missed":
        return Said(day, tuple(remarks))
    repair = words.get(fact.repair, "") if fact.repair else ""
    return Said(day, tuple(remarks), words.get(fact.promise.pk, ""), repair)
