"""How a day is written: with its year where that is another one than this."""

import datetime as dt

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mend import clock

register = template.Library()


@register.filter("day", expects_localtime=True)
def day_in_words(day: dt.date | None) -> str:
    """“Friday 4 December”; nothing for no day."""
    return date_format(day, _("l j F") if is_near(day) else _("l j F Y")) if day else ""


@register.filter("short_day", expects_localtime=True)
def short_day(day: dt.date | None) -> str:
    """“4 December”."""
    return date_format(day, _("j F") if is_near(day) else _("j F Y")) if day else ""


@register.filter("is_today", expects_localtime=True)
def is_today(moment: dt.datetime) -> bool:
    """Is it of the day that it is for the reader?"""
    return moment.date() == timezone.localdate(clock.now())


def is_near(day: dt.date) -> bool:
    """Is it of the year that it is for the reader?"""
    return day.year == timezone.localdate(clock.now()).year
