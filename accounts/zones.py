"""The time zones in which dates can be told."""

import zoneinfo
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Select
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
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


class ZoneSelect(Select):
    """Its options are drawn once for each choice: there are six hundred of them."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        known = flatatt(self.build_attrs({**self.attrs, "name": name}, attrs))
        return format_html("<select{}>{}</select>", known, options(value))


@lru_cache(maxsize=64)
def options(chosen: str) -> SafeString:
    drawn = ((zone, " selected" if zone == chosen else "", name) for zone, name in zone_choices())
    return format_html_join("\n", '<option value="{}"{}>{}</option>', drawn)
