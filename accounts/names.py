"""First names, as the other person sees them."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

LINK = re.compile(r"[/<>@\\]|www\.|\w\.\w{2}", re.IGNORECASE)
JOINERS = "\u200c\u200d"  # names in Persian and in Indian scripts need them


def plain_name(name: str) -> None:
    """A first name is shown to the other person: no links, no markup, nothing invisible."""
    plain = name.translate(dict.fromkeys(map(ord, JOINERS)))
    if LINK.search(name) or not plain.isprintable() or not any(sign.isalnum() for sign in plain):
        raise ValidationError(_("Please use a plain first name."))


class NameField(models.CharField):  # type: ignore[type-arg]
    """A first name; one that was erased reads as “Someone”."""

    def from_db_value(self, value: str, *args: Any) -> str:
        return str(value or _("Someone"))
