"""Addresses of promises. A day of one stands in its address as an ISO date."""

import datetime as dt

from django.urls import path, register_converter

from steps.promises import asking, mending, views


class DayConverter:
    """2026-11-22. No day is so far off that no week could follow."""

    regex = "2[0-9]{3}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> dt.date:
        return dt.date.fromisoformat(value)

    def to_url(self, value: dt.date) -> str:
        return value.isoformat()


register_converter(DayConverter, "day")

DAY = "list/<uuid:pk>/<day:due_on>"

urlpatterns = [
    path("list/", views.promises, name="list"),
    path("list/pattern/", mending.pattern, name="pattern"),
    path("list/pattern/theirs/", mending.pattern_theirs, name="pattern_theirs"),
    path("list/gap/", mending.gap, name="gap"),
    path("list/pause/", views.pause, name="pause"),
    path("list/pause/end/", views.pause_end, name="pause_end"),
    path("list/tracking/", views.tracking, name="tracking"),
    path("list/<uuid:pk>/", views.promise, name="promise"),
    path("list/<uuid:pk>/away/", views.promise_away, name="promise_away"),
    path("list/<uuid:pk>/away/end/", views.promise_away_end, name="promise_away_end"),
    path("list/<uuid:pk>/ending/", views.ending, name="ending"),
    path("list/<uuid:pk>/consent/", asking.consent, name="consent"),
    path("list/<uuid:pk>/change/", asking.change, name="change"),
    path(
        "list/<uuid:pk>/change/<uuid:change>/consent/",
        asking.change_consent,
        name="change_consent",
    ),
    path("list/<uuid:pk>/wish/", asking.wish, name="wish"),
    path("list/<uuid:pk>/wish/end/", asking.wish_end, name="wish_end"),
    path(f"{DAY}/report/", views.report, name="report"),
    path(f"{DAY}/repair/", mending.repair, name="repair"),
    path(f"{DAY}/verdict/", views.verdict, name="verdict"),
    path(f"{DAY}/agreement/", views.agreement, name="agreement"),
    path(f"{DAY}/clearing/", views.clearing, name="clearing"),
    path(f"{DAY}/clearing/end/", views.clearing_end, name="clearing_end"),
]
