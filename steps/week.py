"""On a Sunday: one's own week in four plain lines, one's own words first. Nothing is counted."""

import datetime as dt
from dataclasses import dataclass

from django.utils.text import Truncator, get_text_list
from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from steps.guide.step import Step
from steps.journey.models import Journey
from steps.promises.models import Report
from steps.sharing.drafts import Draft
from steps.sharing.hints import texts_of
from steps.sharing.items import CARDS, Item, with_words

SUNDAY = 6
LONGEST = 30  # words


@dataclass(frozen=True)
class Week:
    """`words` are the newest that were written, or empty; the rest are whole sentences."""

    words: str
    lines: list[str]


def week_of(journey: Journey, user: User, *, coming: Step) -> Week | None:
    """From Monday on; only on its last day, and only of what this person did."""
    today = clock.today(user.time_zone)
    if today.weekday() != SUNDAY:
        return None
    monday = clock.midnight_of(today - dt.timedelta(days=SUNDAY), user.time_zone)
    mine = Item.objects.written_by(user).filter(journey=journey, made_at__gte=monday)
    made = with_words(mine.filter(kind__in=CARDS).order_by("-made_at"), user)
    drafts = Draft.objects.written_by(user).filter(journey=journey, saved_at__gte=monday)
    written = [draft.words for draft in drafts.order_by("-saved_at")[:1]]
    texts = [
        text for words in [*written, *(item.words for item in made)] for text in words_in(words)
    ]
    return Week(
        words=Truncator(texts[0]).words(LONGEST) if texts else "",
        lines=[went(made), reported(journey, user, monday), next_is(coming)],
    )


def words_in(words: dict[str, str]) -> list[str]:
    return [text for text in texts_of(words) if " " in text.strip()]


def went(made: list[Item]) -> str:
    if not made:
        return _("Nothing was sent or said. It can wait.")
    topics = listed(list(dict.fromkeys(item.topic for item in made)))
    return _("Sent, or said in person: %(topics)s.") % {"topics": topics}


def reported(journey: Journey, user: User, monday: dt.datetime) -> str:
    reports = Report.objects.written_by(user).filter(journey=journey, made_at__gte=monday)
    of = Item.objects.written_by(user).filter(pk__in=reports.values("promise"))
    promises = [item.words.get("sentence", "") for item in with_words(of.order_by("made_at"), user)]
    if not promises:
        return _("You reported on no promise.")
    quoted = [_("“%(sentence)s”") % {"sentence": sentence} for sentence in promises]
    return _("You reported on %(promises)s.") % {"promises": listed(quoted)}


def next_is(step: Step) -> str:
    return _("Next comes: %(step)s. One thing a day is enough.") % {"step": step.title}


def listed(parts: list[str]) -> str:
    return get_text_list(parts, _("and"))
