"""On a Sunday: one's own week in four plain lines, one's own words first. Nothing is counted."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.text import Truncator, get_text_list
from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from steps.guide.step import Step
from steps.journey.models import Journey
from steps.promises.reports import Report
from steps.sharing.drafts import Draft
from steps.sharing.items import CARDS, Item, with_words

SUNDAY = 6
LONGEST = 30  # words


@dataclass(frozen=True)
class Week:
    """`words` are the newest that were written, or empty; `lines` are whole sentences."""

    words: str
    lines: list[str]
    next: Step


def week_of(journey: Journey, user: User, *, coming: Step) -> Week | None:
    """From Monday on; only on its last day, and only of what this person did. Three queries."""
    today = clock.today(user.time_zone)
    if today.weekday() != SUNDAY:
        return None
    monday = clock.midnight_of(today - dt.timedelta(days=SUNDAY), user.time_zone)
    drafts = Draft.objects.written_by(user).filter(journey=journey, saved_at__gte=monday)
    known = pieces_of(journey, user, monday)
    made = [item for item in known if item.made_at >= monday]
    written = [draft.words for draft in drafts.order_by("-saved_at")[:1]]
    return Week(
        words=newest([*written, *(item.words for item in made)]),
        lines=[went(made), reported_on([item for item in known if item.is_reported])],
        next=coming,
    )


def pieces_of(journey: Journey, user: User, monday: dt.datetime) -> list[Any]:
    """What was sent or told since, and each promise that was reported on, newest first."""
    reports = Report.objects.written_by(user).filter(promise=OuterRef("pk"), made_at__gte=monday)
    mine = Item.objects.written_by(user).filter(journey=journey, kind__in=CARDS)
    known = mine.annotate(is_reported=Exists(reports)).order_by("-made_at")
    return with_words(known.filter(Q(made_at__gte=monday) | Q(is_reported=True)), user)


def newest(written: list[dict[str, Any]]) -> str:
    """The first text that is more than a word; a choice is none."""
    typed = (text for words in written for text in words.values() if isinstance(text, str))
    texts = (text for text in typed if " " in text.strip())
    return Truncator(next(texts, "")).words(LONGEST)


def went(made: list[Item]) -> str:
    if not made:
        return _("Nothing was sent or said. It can wait.")
    topics = dict.fromkeys(_("“%(title)s”") % {"title": item.topic} for item in made)
    return _("Sent, or said in person: %(topics)s.") % {"topics": listed(list(topics))}


def reported_on(promises: list[Item]) -> str:
    if not promises:
        return _("You reported on no promise.")
    quoted = [_("“%(sentence)s”") % item.words for item in promises]
    return _("You reported on %(promises)s.") % {"promises": listed(quoted)}


def listed(parts: list[str]) -> str:
    return get_text_list(parts, _("and"))
