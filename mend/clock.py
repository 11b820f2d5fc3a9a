"""The one clock. SQL is given the time and never asks for it: tests and the demo can move it."""

import datetime as dt
import zoneinfo
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

_ahead = dt.timedelta()


def now() -> dt.datetime:
    """The present moment, in UTC."""
    return dt.datetime.now(dt.UTC) + _ahead


def today(zone: str) -> dt.date:
    """The date that it is now for somebody in the IANA time zone `zone`."""
    return date_of(now(), zone)


def midnight(zone: str) -> dt.datetime:
    """When the present day began for somebody in the IANA time zone `zone`."""
    return midnight_of(today(zone), zone)


def midnight_of(day: dt.date, zone: str) -> dt.datetime:
    """When `day` begins for somebody in the IANA time zone `zone`."""
    return dt.datetime.combine(day, dt.time(), zoneinfo.ZoneInfo(zone))


def date_of(moment: dt.datetime, zone: str) -> dt.date:
    """The date of `moment` for somebody in the IANA time zone `zone`."""
    return moment.astimezone(zoneinfo.ZoneInfo(zone)).date()


@contextmanager
def at(moment: dt.datetime) -> Iterator[None]:
    """In the block it is `moment` (aware) for the whole process, and time goes on from there."""
    global _ahead
    before, _ahead = _ahead, moment - dt.datetime.now(dt.UTC)
    try:
        yield
    finally:
        _ahead = before


class TimeZoneMiddleware:
    """Times are shown in the reader's own zone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        with timezone.override(request.user.time_zone):
            return self.get_response(request)
