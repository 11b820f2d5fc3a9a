"""When a promise falls due, in plain words."""

from django.utils.dates import WEEKDAYS
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from mend.days import day_in_words, short_day
from steps.promises.schedule import Schedule


def in_words(schedule: Schedule) -> str:
    """“Every Monday and Thursday, until 15 December”."""
    if schedule.rhythm == "once":
        return _("By %(day)s") % {"day": day_in_words(schedule.ends_on)}
    last = short_day(schedule.ends_on)
    if schedule.rhythm == "daily":
        return _("Every day, until %(last)s") % {"last": last}
    days = get_text_list([str(WEEKDAYS[day]) for day in sorted(schedule.weekdays)], _("and"))
    return _("Every %(days)s, until %(last)s") % {"days": days, "last": last}
