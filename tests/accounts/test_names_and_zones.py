"""A name is a name, and a zone is one in which a day can be told."""

import zoneinfo

import pytest
from django.core.exceptions import ValidationError

from accounts.models import plain_name
from accounts.zones import ZONES, known_zone, zone_choices


@pytest.mark.parametrize(
    "name",
    [
        "Ann",
        "Ann Marie",
        "Zoë",
        "J. R.",
        "St. John",
        "O’Neil",
        "نیلوفر",
        "می‌نا",
        "नेहा",
        "李",
        "🌱 Sam",
    ],
)
def test_a_name_of_any_script_is_welcome(name: str) -> None:
    plain_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "https://example.com", "www.example", "example.com", "Ann <b>", "ann@example.org", "a\\b",
        "Ann\nBen", "Ann\u202eneB", "\u200fAnn", "\u200b", "\u200d", "🌱", "...", "a\x00",
    ],
)  # fmt: skip
def test_links_markup_and_invisible_signs_are_no_name(name: str) -> None:
    with pytest.raises(ValidationError):
        plain_name(name)


def test_dates_can_be_told_in_every_zone_on_offer() -> None:
    assert [zone for zone, _ in zone_choices()] == sorted(ZONES)
    for zone in ZONES:
        zoneinfo.ZoneInfo(zone)
        known_zone(zone)


@pytest.mark.parametrize("zone", ["", "localtime", "Factory", "Europe/Atlantis", "/etc/passwd"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(ValidationError):
        known_zone(zone)
