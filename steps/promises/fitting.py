"""Do other terms fit the promise they are asked for? Asked by forms and by verbs; no database."""

import datetime as dt
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from mend.refusals import Unready
from steps.promises.schedule import Schedule
from steps.thresholds import A_DAY, LONGEST_PROMISE

if TYPE_CHECKING:
    from steps.promises.change_forms import ChangeForm
    from steps.promises.changes import Change
    from steps.promises.models import Promise


def check_fits(form: "ChangeForm", promise: "Promise") -> None:
    """They differ from those that stand, and begin tomorrow at the earliest; raises Unready."""
    facts, words = form.cleaned_facts(), form.cleaned_words()
    first, stands = promise.today + A_DAY, promise.terms[-1]
    schedule = Schedule(facts["rhythm"], facts["weekdays"], begin(promise, first), facts["ends_on"])
    same_time = (schedule.rhythm, schedule.weekdays, schedule.ends_on) == (
        stands.schedule.rhythm, stands.schedule.weekdays, stands.schedule.ends_on,
    )  # fmt: skip
    same_words = (words["sentence"], words.get("measure", "")) == (stands.sentence, stands.measure)
    if (schedule.rhythm == "once") != (promise.rhythm == "once"):
        form.add_error(None, _("Something done once stays so, and so does what comes again."))
    elif promise.rhythm == "once" and max(promise.days) < first:
        form.add_error(None, _("Its day has come, so it stays as it is."))
    elif schedule.ends_on >= longest(promise, first):  # before its days are laid out
        form.add_error("ends_on", _("A promise lasts at most 90 days."))
    elif not any(day >= first for day in schedule.dates):
        form.add_error("ends_on", _("None of its days would come after today."))
    elif same_time and same_words:
        form.add_error(None, _("This is how it stands already. Change one thing."))
    if not form.is_valid():
        raise Unready(form)


def longest(promise: "Promise", first: dt.date) -> dt.date:
    """The first day on which it can last no more."""
    starts_on = first if promise.rhythm == "once" else promise.starts_on
    return starts_on + LONGEST_PROMISE


def begin(promise: "Promise", first: dt.date) -> dt.date:
    """The first day that other terms can have, if they hold from `first` on."""
    return max(first, promise.starts_on)


def could_begin(change: "Change", promise: "Promise", first: dt.date) -> bool:
    """Is the promise open still, and would a day come on `first` or later?"""
    # Of its last day a report is on time until the end of the next one, and `first` follows that.
    if promise.ended_at or promise.declined or promise.last_day < first - 2 * A_DAY:
        return False
    if promise.rhythm == "once" and max(promise.days) < first:
        return False
    return any(day >= first for day in change.schedule_from(begin(promise, first)).dates)
