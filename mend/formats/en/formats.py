"""Dates and times as they are said in plain English: 28 October 2026, 19:05."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"
TIME_FORMAT = "H:i"
