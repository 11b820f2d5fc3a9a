"""A text made plain for the rules, sentence by sentence; each knows where it stood in the original.

Plain means small letters, short forms spelled out (“I’m” and “im” are “i am”), single spaces, and
nothing of what stood in quotation marks: who quotes does not say it.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

QUOTES = str.maketrans("‘’ʼ′`´“”„‟«»″İ", "''''''" + '"' * 7 + "I")
QUOTED = re.compile(
    r"""
      "(?:[^"\n]|\n(?!\s*\n))*"             # both marks stand in one paragraph
    | (?<![\w'])'(?!(?:cause|til|em|bout)\b)(?=\w)[^\n]{0,300}?(?<=[\w.,!?])'(?!\w)
    | ^[ \t]*>.*$                           # a line of somebody else's mail
    """,
    re.VERBOSE | re.MULTILINE,
)
TOKEN = re.compile(
    r"(?:would|could|should|might|must)(?: not|n'?t)? of\b(?! course)"
    r"|[^\W_]+(?:'[^\W_]+)*|_+|\s+|[^\w\s]"
)
HEARD_OF = re.compile(r"( not|n'?t)? of$")
NEW_PARAGRAPH = re.compile(r"\n\s*(?:\n|[-*•–]\s)")
SUFFIXES = (
    ("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'d", " would"),
    ("'m", " am"),
)  # fmt: skip
# “It’s” is “it is”; “my sister’s” stays.
HAS_IS = re.compile(r"(it|that|this|what|t?here|s?he|who|how|where|nobody|every\w+|nothing)'s")
WHOLE = {
    "can't": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not",
    "cannot": "can not", "let's": "let us", "lets": "let us", "its": "it is", "im": "i am",
    "ive": "i have", "youre": "you are", "youve": "you have", "youll": "you will",
    "youd": "you would", "theyre": "they are", "weve": "we have", "thats": "that is",
    "whats": "what is", "theres": "there is", "hes": "he is", "shes": "she is", "dont": "do not",
    "doesnt": "does not", "didnt": "did not", "isnt": "is not", "wasnt": "was not",
    "werent": "were not", "havent": "have not", "hasnt": "has not", "hadnt": "had not",
    "wouldnt": "would not", "couldnt": "could not", "shouldnt": "should not", "cant": "can not",
    "wont": "will not", "gonna": "going to", "wanna": "want to", "gotta": "have to",
    "coulda": "could have", "shoulda": "should have", "woulda": "would have", "u": "you",
    "ur": "your", "cuz": "because", "cos": "because", "coz": "because",
    "bc": "because", "becos": "because", "tbh": "to be honest", "sry": "sorry", "soz": "sorry",
    "sorrie": "sorry", "pls": "please", "plz": "please", "idk": "i do not know",
    "dunno": "do not know", "kinda": "kind of", "sorta": "sort of", "gunna": "going to",
    "itll": "it will", "theyve": "they have", "theyll": "they will", "thatll": "that will",
    "whos": "who is", "hows": "how is", "wheres": "where is", "heres": "here is",
    "arent": "are not", "aint": "is not", "wouldve": "would have", "couldve": "could have",
    "shouldve": "should have", "mightve": "might have", "mustve": "must have", "id": "i would",
    "ya": "you", "yous": "you", "y'all": "you", "ye": "you", "yer": "your", "yrs": "years",
    "n": "and", "alot": "a lot", "thru": "through", "tonite": "tonight", "neednt": "need not",
    "tho": "though", "ok": "okay", "alright": "all right",
}  # fmt: skip
END = re.compile(r"(?:(?<!\.)\.(?!\.)|[!?]+)[)_]*\s|\n")
# What takes back or goes on belongs to the sentence before it: “I was tired. That is no excuse.”
GOES_ON = re.compile(
    r"\s*(?:but|however|still|yet|that said|having said that|even so|though|and yet)\b"
    r"|\s*(?:that|this|it|which|none of (?:that|this|it)|nothing of (?:that|this)|no \w+) "
    r"(?:is|was|were|does|do|did|will|would|can|could)?(?: not| never)? ?"
    r"(?:an? |no |any |the |my )?(?:excus|justif|reason\b|alter|choice\b|change)"
    r"|\s*(?:no excuse|not an excuse|i (?:still )?(?:chose|decided|(?:could|should) have)\b"
    r"|i did hurt)"
)


@dataclass(frozen=True)
class Sentence:
    """`plain` is what the rules look at; `span` leads back to the text as it was typed."""

    plain: str
    at: int
    begins: list[int] = field(repr=False)
    places: list[tuple[int, int]] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where whole words stand that are `plain[start:end]` here."""
        first = bisect_right(self.begins, self.at + start) - 1
        last = bisect_right(self.begins, self.at + end - 1) - 1
        return self.places[first][0], self.places[last][1]


def sentences_of(text: str) -> list[Sentence]:
    """In their order. What ends with its paragraph ends a sentence, also without a full stop."""
    pieces, begins, places, length = [], [], [], 0
    masked = without_quoted(text.translate(QUOTES))
    for token in TOKEN.finditer(masked.lower()):
        piece = plain(token[0])
        pieces.append(piece)
        begins.append(length)
        places.append(token.span())
        length += len(piece)
    whole = "".join(pieces)
    return [
        Sentence(whole[start:end], start, begins, places)
        for start, end in parts_of(whole)
        if whole[start:end].strip()
    ]


def without_quoted(text: str) -> str:
    """As long as it was, with a line where somebody's words stood."""
    return QUOTED.sub(lambda quoted: "_" * len(quoted[0]), text)


def plain(token: str) -> str:
    """One word, space or mark as the rules know it."""
    if token.isspace():
        return "\n" if NEW_PARAGRAPH.match(token) else " "
    if token in WHOLE:
        return WHOLE[token]
    if token.endswith(" of"):  # “should of”, as it is heard
        return HEARD_OF.sub(lambda no: " not have" if no[1] else " have", token)
    if "'" in token:
        for suffix, full in SUFFIXES:
            token = token.replace(suffix, full)
        token = HAS_IS.sub(r"\1 is", token)
    return token


def parts_of(whole: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence, with what goes on from it."""
    parts, start = [], 0
    for mark in END.finditer(whole):
        if not mark[0].endswith("\n") and GOES_ON.match(whole, mark.end()):
            continue
        parts.append((start, mark.end()))
        start = mark.end()
    return [*parts, (start, len(whole))]
