"""The time zones in which dates can be told."""

import zoneinfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# What a machine calls its own zone means nothing on another.
ZONES = frozenset(zoneinfo.available_timezones() - {"Factory", "localtime"})


def known_zone(zone: str) -> None:
    """Only zones of the IANA database."""
    if zone not in ZONES:
        raise ValidationError(_("We do not know this time zone."))


def zone_choices() -> list[tuple[str, str]]:
    """Each zone with its name as people read it."""
    return [(zone, zone.replace("_", " ")) for zone in sorted(ZONES)]
