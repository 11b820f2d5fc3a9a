"""How rules are written: one phrase a line, as small regular expressions of plain text.

Plain text is small letters with “I am” for “I’m” (`reading.py`). In a line, `~` stands for adverbs
or none, `…` for up to six words, `_` for one word, `#` for where a clause ends, `<so | very>` for
words that may be there or not. A bar may have room around it, and a long phrase goes on in lines
that stand further in.
"""

import re
from textwrap import dedent

ADVERBS = (
    r"(?:(?:(?!lonely|family|silly|ugly)\w+ly|just|so|very|quite|even|also|still|ever|always|all|too"
    r"|a bit|a little|kind of|sort of|pretty|rather|far|way|perhaps|maybe|now|then|somehow|once"
    r"|sometimes|often|yes|at least|did|do|in fact|of course|almost|already|such|again|both"
    r"|at times) ){0,3}"
)
STANDS_FOR = {
    "~ ": ADVERBS,
    "… ": r"(?:[\w'-]+,? ){0,6}?",
    "_": r"[\w'-]+",
    "#": r"(?= ?(?:[.,;:!?)-]|$|and\b|but\b|so\b))",
}
OPTIONAL = re.compile(r"(?<!\(\?)<([^<>]*)> ?")
NEVER = re.compile(r"(?!)")


def any_of(words: str) -> str:
    """A list of words, set apart by bars, as a piece of a phrase."""
    return f"({' '.join(words.split())})"


def said(lines: str) -> re.Pattern[str]:
    """One of these phrases, in whole words."""
    return re.compile(rf"(?<![\w'])(?:{pattern_of(lines)})(?!\w)")


def before(*blocks: str) -> re.Pattern[str]:
    """One of these phrases, and right behind it what may be marked."""
    patterns = "|".join(pattern_of(block) for block in blocks)
    return re.compile(rf"(?<![\w'])(?:{patterns}) ?$")


def pattern_of(lines: str) -> str:
    whole = re.sub(r" *\n +", " ", dedent(lines).strip())
    pattern = re.sub(r"\s*\|\s*", "|", re.sub(r"\n+", "|", whole))
    while optional := OPTIONAL.search(pattern):
        pattern = f"{pattern[: optional.start()]}(({optional[1]}) )?{pattern[optional.end() :]}"
    for sign, meaning in STANDS_FOR.items():
        pattern = pattern.replace(sign, meaning)
    return re.sub(r"\((?!\?)", "(?:", pattern)
