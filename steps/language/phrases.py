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
# A set, a look behind (its “<” opens nothing), a room that may be missing, or one sign.
PIECE = re.compile(r"\[[^]]*\]|[ ]\?|\?<[!=]|[^\[]")
CHOICE = re.compile(r"\(([\w' |]+)\)(?= )")  # of plain words, at the beginning
NEVER = re.compile(r"(?!)")


def any_of(words: str) -> str:
    """A list of words, set apart by bars, as a piece of a phrase."""
    return f"({' '.join(words.split())})"


def said(*blocks: str) -> re.Pattern[str]:
    """One of these phrases, in whole words."""
    return re.compile(rf"(?<![\w'])(?:{pattern_of(*blocks)})(?!\w)")


def before(*blocks: str) -> re.Pattern[str]:
    """One of these phrases, and right behind it what may be marked."""
    return re.compile(rf"(?<![\w'])(?:{pattern_of(*blocks)}) ?$")


def pattern_of(*blocks: str) -> str:
    lines = "\n".join(re.sub(r" *\n +", " ", dedent(block).strip()) for block in blocks)
    bars = re.sub(r"\s*\|\s*", "|", re.sub(r"\n+", "|", lines))
    pattern = together([split(one, " ") for phrase in split(bars, "|") for one in spread(phrase)])
    while optional := OPTIONAL.search(pattern):
        pattern = f"{pattern[: optional.start()]}(({optional[1]}) )?{pattern[optional.end() :]}"
    for sign, meaning in STANDS_FOR.items():
        pattern = pattern.replace(sign, meaning)
    return re.sub(r"\((?!\?)", "(?:", pattern)


def spread(phrase: str) -> list[str]:
    """“(it | that) was” as “it was” and “that was”, so that each begins with a word."""
    choice = CHOICE.match(phrase)
    return [one + phrase[choice.end() :] for one in choice[1].split("|")] if choice else [phrase]


def together(phrases: list[list[str]]) -> str:
    """Phrases with the same beginning share it, so that it is looked at once: most of the time."""
    rests: dict[str, list[list[str]]] = {}
    for first, *rest in phrases:
        rests.setdefault(first, []).append(rest)
    found = []
    for first, ends in rests.items():
        further = [rest for rest in ends if rest]
        if len(further) < len(ends):
            found.append(first)
        if further:
            following = together(further)
            found.append(f"{first} ({following})" if len(further) > 1 else f"{first} {following}")
    return "|".join(found)


def split(text: str, mark: str) -> list[str]:
    """At the marks that stand in no bracket of any kind."""
    parts = [""]
    depth = 0
    for piece in PIECE.findall(text):
        depth += (piece in ("(", "<")) - (piece in (")", ">"))
        if piece == mark and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return [part for part in parts if part]
