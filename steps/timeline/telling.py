"""From the facts and the reader's own copies to what is read: two queries for any number."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from mend.days import day_in_words
from steps.guide.areas import AREAS, CLOSENESS
from steps.sharing.items import CARDS, Copy, Item
from steps.sharing.kinds import KINDS
from steps.sharing.shelf import with_opened
from steps.timeline.lines import Entry, Line
from steps.timeline.models import Event
from steps.timeline.sentences import ANEW, HEADLINES, LABELS, MARKS, SENTENCES, TOLD_LIKE


class Copies(NamedTuple):
    """The reader's words, by version and, the newest, by item."""

    of_version: dict[uuid.UUID | None, dict[str, str]]
    of_item: dict[uuid.UUID, dict[str, str]]


def entries_of(events: Iterable[Event], reader: User) -> list[Entry]:
    """The entries for `reader`; the events come `as_told`."""
    rows = list(events)
    items = [item for event in rows for item in (event.item, event.about) if item]
    with_opened(items, reader)
    copies = copies_of(items, reader)
    return [entry_of(event, reader, copies) for event in rows]


def copies_of(items: list[Item], reader: User) -> Copies:
    copies = Copy.objects.visible_to(reader).filter(version__item__in={item.pk for item in items})
    rows = list(copies.select_related("version").order_by("version__number"))
    return Copies(
        {copy.version_id: copy.words["words"] for copy in rows},
        {copy.version.item_id: copy.words["words"] for copy in rows},
    )


def entry_of(event: Event, reader: User, copies: Copies) -> Entry:
    is_closed = bool(event.item and event.item.is_closed)
    return Entry(
        seq=event.seq,
        day=reader.day_of(event.at),
        sentence=sentence_of(event, reader),
        mark=MARKS.get((event.kind, event.outcome)),
        bead=bead_of(event),
        is_struck=bool(event.item and event.item.withdrawn_at),
        lines=[] if is_closed else [*headline(event, copies), *words_of(event, copies)],
        remarks=remarks_of(event, reader),
        card=event.item_id if event.kind in CARDS else None,
        is_closed=is_closed,
    )


def sentence_of(event: Event, reader: User) -> str:
    sentence = SENTENCES[event.kind]
    if event.actor_id == reader.pk or reader.partner is None:
        return str(sentence.own)
    name = format_html("<b>{}</b>", reader.partner.first_name)
    return format_html(str(sentence.theirs), name=name)


def bead_of(event: Event) -> str:
    """Kept and carried out are filled; a break is a gap until something kept joins it again."""
    if event.kind == "carried" or event.outcome == "kept":
        return "is-kept"
    if event.outcome == "broken":
        return "is-broken is-repaired" if event.kept_at else "is-broken"
    return ""


def headline(event: Event, copies: Copies) -> list[Line]:
    """The promise's sentence or what was offered, unless it is a card not opened yet."""
    if event.about is None or event.about.is_closed:
        return []
    text = copies.of_item.get(event.about.pk, {}).get(HEADLINES.get(event.about.kind, ""))
    return [Line("", text)] if text else []


def words_of(event: Event, copies: Copies) -> list[Line]:
    """As delivered, under the questions that were asked where there are several.

    What was said about a card that its reader has not opened stays closed with it.
    """
    if event.item is None or (event.about and event.about.is_closed):
        return []
    words = copies.of_version.get(event.version_id, {})
    kind = TOLD_LIKE.get(event.kind, event.kind)
    if kind not in CARDS:
        return [Line(str(LABELS[event.kind]), text) for text in words.values()]
    found = KINDS[kind].form.told(event.item.step, words)
    told = [Line(label, text) for label, text in found]
    return told if len(told) > 1 else [Line("", line.text) for line in told]


def remarks_of(event: Event, reader: User) -> list[str]:
    """What the facts say besides: the topic, the day it is about, what became of it later."""
    remarks = []
    if event.item and event.kind == "entry":
        remarks.append(event.item.topic)
    if event.facts.get("added_later"):
        remarks.append(_("Added later"))
    areas = event.facts.get("areas", {}).items()
    remarks += [f"{AREAS[area].name}: {CLOSENESS[said]}" for area, said in areas]
    if event.kind in KINDS and KINDS[event.kind].above:
        remarks.append(str(KINDS[event.kind].above))
    if event.item and event.item.is_closed:
        remarks.append(minutes_to_read(event.item.minutes))
    if due_on := event.facts.get("due_on"):
        remarks.append(_("For %(day)s") % {"day": in_words(due_on)})
    if done_on := event.facts.get("done_on"):
        remarks.append(_("Done on %(day)s") % {"day": in_words(done_on)})
    if from_on := event.facts.get("from_on"):
        remarks.append(_("From %(day)s on") % {"day": in_words(from_on)})
    if first := event.facts.get("first"):
        days = {"first": in_words(first), "last": in_words(event.facts["last"])}
        remarks.append(_("From %(first)s until and with %(last)s") % days)
    if event.item and event.item.withdrawn_at:
        day = day_in_words(reader.day_of(event.item.withdrawn_at))
        remarks.append(_("Taken back on %(day)s") % {"day": day})
    if event.anew_at:
        remarks.append(str(ANEW[event.kind]))
    return remarks


def in_words(day: str) -> str:
    """A day as the facts have it."""
    return day_in_words(dt.date.fromisoformat(day))


def minutes_to_read(minutes: int) -> str:
    text = ngettext("%(minutes)s minute to read", "%(minutes)s minutes to read", minutes)
    return text % {"minutes": minutes}
