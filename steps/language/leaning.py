"""What no phrase shows and the whole sentence does: a guess from all its words.

A sentence is taken apart into runs of one to three words, each word cut to its first four letters.
What a run weighs was learned from labelled sentences (`tests/language/learn.py` writes
`leaning.txt`). How far a sentence leans is the sum of what its runs weigh, over the root of how
many of them are known, so that a long sentence leans no further than a short one.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from math import sqrt
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category

WEIGHTS = Path(__file__).with_name("leaning.txt")
FROM = 60  # in the unit of the weights: from here on a guess is right about 7 times in 10
LEAST_KNOWN = 12  # runs: of fewer there is nothing to guess from, nor of another language
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|_+|[?!,;]")

LEANING = Category(
    "leaning",
    {},
    explanation=_("The whole sentence may speak for you more than to them. This is a guess."),
    question=_("Would they find in it what you did, and how it was for them?"),
)


def leans(plain: str) -> bool:
    """Is a sentence that no phrase was found in likely to defend all the same?"""
    return lean(runs_of(plain), weights()) >= FROM


def runs_of(plain: str) -> set[str]:
    """“you never said” as “^ you neve”, “neve said $”, “said” and so on."""
    words = ["^", *(word[:4] for word in WORD.findall(plain)), "$"]
    return {
        " ".join(words[start : start + length])
        for length in (1, 2, 3)
        for start in range(len(words) - length + 1)
    }


def lean(runs: Iterable[str], weights: Mapping[str, float]) -> float:
    """Above nothing it is nearer to the sentences that defend."""
    known = [weights[run] for run in runs if run in weights]
    return weights[""] + sum(known) / sqrt(len(known)) if len(known) >= LEAST_KNOWN else 0


@cache
def weights() -> dict[str, int]:
    """Whole numbers, one a line before its run; the one of no run is for every sentence."""
    lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines)
    return {run: int(weight) for weight, _room, run in pairs}
