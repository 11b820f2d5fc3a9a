"""Learns the weights of `steps/language/leaning.txt` from sentences that were labelled by hand.

.venv/bin/python -m tests.language.learn            writes them anew
.venv/bin/python -m tests.language.learn ten-fold   says what they are worth on what they never saw

A linear support vector machine with squared hinge loss, both classes of one weight, by dual
coordinate descent (Hsieh et al., 2008): it needs no package and comes out the same every time.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from steps.language.leaning import FROM, WEIGHTS, lean, runs_of
from steps.language.reading import sentences_of
from steps.language.trainer import EXAMPLES
from tests.language.examples import DEFENSIVE
from tests.language.look_alikes import LEFT_ALONE
from tests.language.scoring import ONLY_LISTENING, Rate, place
from tests.sources import msgids

HERE = Path(__file__).parent
EXAM = HERE / "passages.jsonl"
COST, ROUNDS = 1.0, 30  # the price of an error; how often all are gone through
SEEN_IN = 3  # sentences: a run that stands in fewer says nothing
FOLDS = 10
UNIT = 100  # a weight of 1 is written as this


class Known(NamedTuple):
    """A sentence, whether it was labelled, and the passage, of which no half is ever learned."""

    runs: frozenset[str]
    leans: bool
    passage: int
    is_exam: bool


def main(arguments: list[str]) -> int:
    known = list(known_sentences())
    if arguments == ["ten-fold"]:
        print("\n".join(ten_fold(known)))
    else:
        lines = sorted(learned(known).items())
        WEIGHTS.write_text("".join(f"{weight} {run}\n" for run, weight in lines), encoding="utf-8")
    return 0


def known_sentences() -> Iterator[Known]:
    for number, (text, labels, is_exam) in enumerate(known_texts()):
        for sentence in sentences_of(text):
            start, end = sentence.span(0, len(sentence.plain))
            kinds = {kind for kind, begin, stop in labels if begin < end and start < stop}
            if not kinds or kinds - ONLY_LISTENING:
                yield Known(frozenset(runs_of(sentence.plain)), bool(kinds), number, is_exam)


def known_texts() -> Iterator[tuple[str, list[tuple[str, int, int]], bool]]:
    """Texts with (kind, start, end) of each labelled phrase, and whether they were an exam once."""
    for path in (HERE / "own_passages.jsonl", EXAM):
        for line in path.read_text().splitlines():
            row = json.loads(line)
            text = row["text"]
            labels = [(one["category"], *place(one["span"], text)) for one in row["hints"]]
            yield text, labels, path == EXAM
    for line in (HERE / "sentences.txt").read_text().splitlines():
        sign, text = line[0], line[2:]
        yield text, [("", 0, len(text))] if sign == "+" else [], False
    for kind, text in examples():
        yield text, [(kind, 0, len(text))] if kind else [], False
    for where, text in msgids():  # what is English, and no letter of anybody
        if "language" not in where:
            yield text, [], False


def examples() -> Iterator[tuple[str, str]]:
    yield from ((one.category, str(one.text)) for one in EXAMPLES)
    for kind, sentences in DEFENSIVE.items():
        yield from ((kind, one.replace("[", "").replace("]", "")) for one in sentences)
    yield from (("", one) for sentences in LEFT_ALONE.values() for one in sentences)


def ten_fold(known: Sequence[Known]) -> Iterator[str]:
    """Of the passages that were an exam, each is judged by what was learned without its tenth."""
    fold = {one.passage: one.passage % FOLDS for one in known if one.is_exam}
    guesses: list[Known] = []
    for number in range(FOLDS):
        weights = learned([one for one in known if fold.get(one.passage) != number])
        mine = (one for one in known if fold.get(one.passage) == number)
        guesses += (one for one in mine if lean(one.runs, weights) >= FROM)
    right = [one for one in guesses if one.leans]
    leaning = {one.passage for one in known if one.is_exam and one.leans}
    yield f"Guesses that are right:    {Rate(len(right), len(guesses))}"
    yield f"Defensive passages found:  {Rate(len({one.passage for one in right}), len(leaning))}"


def learned(known: Sequence[Known]) -> dict[str, int]:
    """What each run weighs. The one of no run stands for what they all have in common."""
    seen = Counter(run for one in known for run in one.runs)
    weights = dict.fromkeys(sorted(run for run, times in seen.items() if times >= SEEN_IN), 0.0)
    rows = list(rows_of(known, weights))
    shares, order, shuffled = [0.0] * len(rows), list(range(len(rows))), random.Random(1)
    weights[""] = 0.0
    for _ in range(ROUNDS):
        shuffled.shuffle(order)
        for at in order:
            runs, sign, slack = rows[at]
            size = 1 / sqrt(len(runs))
            leaning = weights[""] + size * sum(weights[run] for run in runs)
            step = (1 - sign * leaning - slack * shares[at]) / (2 + slack)
            step = sign * max(step, -shares[at])
            shares[at] += sign * step
            weights[""] += step
            for run in runs:
                weights[run] += size * step
    return {run: round(weight * UNIT) for run, weight in weights.items()}


def rows_of(
    known: Sequence[Known], weights: Mapping[str, float]
) -> Iterator[tuple[list[str], int, float]]:
    """The known runs of a sentence, which side it is on, and how much room an error has there."""
    share = sum(one.leans for one in known) / len(known)
    for one in known:
        runs = sorted(run for run in one.runs if run in weights)
        yield runs, 1 if one.leans else -1, (share if one.leans else 1 - share) / COST


if __name__ == "__main__":
    settings.configure(USE_I18N=False)
    sys.exit(main(sys.argv[1:]))
