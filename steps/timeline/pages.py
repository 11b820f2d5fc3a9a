"""One page of the record: the entries from a place on, of both or one, of all kinds or one."""

import datetime as dt
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accounts.models import User
from steps.timeline.lines import Day, by_day
from steps.timeline.models import Event, EventQuerySet
from steps.timeline.sentences import GROUPS
from steps.timeline.telling import entries_of

LENGTH = 15


@dataclass(frozen=True)
class Part:
    """What is shown: of whom, of which kinds, and from which place on."""

    person: str = "both"
    kind: str = "all"
    before: int | None = None

    @property
    def url(self) -> str:
        """Its address, as short as it can be."""
        query = {
            name: str(value) for name, value in vars(self).items() if value != vars(Part)[name]
        }
        return reverse("record") + (f"?{urlencode(query)}" if query else "")


@dataclass(frozen=True)
class Tab:
    """A link that narrows the record."""

    id: str
    name: str
    url: str
    current: bool


@dataclass(frozen=True)
class Page:
    """`earlier` leads on; it is empty where the record begins. `newest` leads back to the top."""

    days: list[Day]
    earlier: str
    newest: str
    people: list[Tab]
    kinds: list[Tab]
    is_whole: bool


def page_of(reader: User, part: Part, *, goes_on: bool = False) -> Page:
    """`goes_on`: the page is put below the entry at `part.before`, so its day is not said twice."""
    found = list(events_of(reader, part)[: LENGTH + 1])
    events = found[:LENGTH]
    above = day_of(reader, part.before) if goes_on and part.before else None
    return Page(
        days=by_day(entries_of(events, reader), above=above),
        earlier=replace(part, before=events[-1].seq).url if len(found) > LENGTH else "",
        newest=replace(part, before=None).url if part.before else "",
        people=people_tabs(reader, part),
        kinds=kind_tabs(part),
        is_whole=part == Part(),
    )


def events_of(reader: User, part: Part) -> EventQuerySet:
    """Newest first, by the index of the record's own order."""
    events = Event.objects.visible_to(reader).order_by("-seq").as_told()
    if part.before:
        events = events.filter(seq__lt=part.before)
    if part.person != "both":
        events = events.filter(actor=reader if part.person == "me" else reader.partner)
    if part.kind != "all":
        events = events.filter(kind__in=GROUPS[part.kind])
    return events


def day_of(reader: User, seq: int) -> dt.date | None:
    """The day of one entry, if there is such a one."""
    entry = Event.objects.visible_to(reader).filter(seq=seq).first()
    return reader.day_of(entry.at) if entry else None


def people_tabs(reader: User, part: Part) -> list[Tab]:
    names = {"both": _("Both of you"), "me": _("You")}
    if reader.partner:
        names["other"] = reader.partner.first_name
    return [tab(name, part, person=person) for person, name in names.items()]


def kind_tabs(part: Part) -> list[Tab]:
    names = {
        "all": _("Everything"),
        "writing": _("Writing"),
        "offers": _("Repairs"),
        "list": _("Promises"),
    }
    return [tab(name, part, kind=kind) for kind, name in names.items()]


def tab(name: str, part: Part, **chosen: str) -> Tab:
    """A choice leads to the top of what it shows."""
    target = replace(part, before=None, **chosen)
    current = replace(part, before=None) == target
    return Tab(id="-".join(*chosen.items()), name=name, url=target.url, current=current)
