"""First names, as the other person sees them, whatever else they have closed."""

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mend.marks import are_heaped

if TYPE_CHECKING:
    from accounts.models import User

MOST_WORDS = 3
JOINERS = "\u200c\u200d"  # names in Persian and in Indian scripts need them
WITHIN = "'’ʼʻ‘-‐\u2011·・་."
SHORT = re.compile(r"\b\w{1,3}\.(?!\w\w)")  # J. R., St. John, Jr.
ALONE = {"LATIN", "CYRILLIC", "GREEK"}  # these hold letters that look like one another's
# What a page calls somebody when it uses no name, and what it calls itself.
TAKEN = [
    gettext_lazy("I"), gettext_lazy("Me"), gettext_lazy("Myself"), gettext_lazy("We"),
    gettext_lazy("Us"), gettext_lazy("You"), gettext_lazy("Yourself"), gettext_lazy("They"),
    gettext_lazy("Them"), gettext_lazy("The other"), gettext_lazy("The other person"),
    gettext_lazy("Someone"), gettext_lazy("Somebody"), gettext_lazy("Anyone"),
    gettext_lazy("Anybody"), gettext_lazy("Everyone"), gettext_lazy("Everybody"),
    gettext_lazy("Nobody"), gettext_lazy("No one"), "Mend",
]  # fmt: skip


def plain_name(name: str) -> None:
    """Letters of any script in at most three words: no sentence, number, link, emoji or markup.

    A full stop stands only after up to three letters, and two accents at most on one. None of our
    own words for people.
    """
    name = unicodedata.normalize("NFKC", name)
    words = [word for word in name.split(" ") if word]
    if (
        not 1 <= len(words) <= MOST_WORDS
        or not all(map(is_word, words))
        or are_heaped(name, most=2)
    ):
        raise ValidationError(_("Please use a plain first name."))
    if alike(name) in {alike(str(taken)) for taken in TAKEN}:
        raise ValidationError(_("Here this word stands for somebody already. Please use a name."))


def not_of(other: "User | None", name: str) -> None:
    """Two of one name cannot be told apart in what they share."""
    if other and alike(name) == alike(other.first_name):
        raise ValidationError(_("The other person is called so here. Please add a letter or two."))


def is_word(word: str) -> bool:
    """Letters of one alphabet, with what may stand among them."""
    letters = [sign for sign in word if sign.isalpha() and sign not in WITHIN]
    scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in letters} - {"MODIFIER"}
    is_mixed = len(scripts) > 1 and bool(scripts & ALONE)
    is_plain = all(is_of_a_name(sign) for sign in word) and "." not in SHORT.sub("", word)
    return bool(scripts) and is_plain and not is_mixed


def is_of_a_name(sign: str) -> bool:
    return sign.isalpha() or sign in WITHIN + JOINERS or unicodedata.category(sign) in ("Mn", "Mc")


def alike(name: str) -> str:
    """Equal for names that read alike: without accents, capitals, signs and spaces."""
    return "".join(filter(is_read, unicodedata.normalize("NFKD", name).casefold()))


def is_read(sign: str) -> bool:
    """A letter or a vowel sign."""
    is_vowel_sign = unicodedata.category(sign) in ("Mn", "Mc") and not unicodedata.combining(sign)
    return sign.isalpha() or is_vowel_sign


class NameField(models.CharField):  # type: ignore[type-arg]
    """A first name; one that was erased reads as “Someone”."""

    def from_db_value(self, value: str, *args: Any) -> str:
        return str(value or _("Someone"))
