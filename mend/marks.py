"""Marks that stand on a letter: accents, points, vowel signs. Heaped up they widen any page."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def are_heaped(text: str, *, most: int) -> bool:
    """Do more than `most` accents, or twice as many marks of any kind, follow one another?

    Vowel signs are marks too, and some scripts write four of them beside one letter; signs that
    nobody sees part no marks (Unicode Standard, chapter 4: general categories, combining classes).
    """
    accents = marks = 0
    for sign in text:
        category = unicodedata.category(sign)
        if category == "Cf":
            continue
        marks = marks + 1 if category.startswith("M") else 0
        accents = accents + bool(unicodedata.combining(sign)) if marks else 0
        if accents > most or marks > 2 * most:
            return True
    return False


def few_marks(text: str) -> None:
    """Any text that goes to the other person: three accents on a letter at most."""
    if are_heaped(text, most=3):
        raise ValidationError(_("Too many accents stand on one letter here. Please take some off."))
