"""Precision and recall of the language hints, on passages that their author did not see.

.venv/bin/python -m tests.language.measure [file]

One passage a line: {"text": …, "hints": [{"category": …, "span": …}]}, and "listening": true where
somebody listens. A hint is right when it overlaps a labelled phrase of its category.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from steps.language.table import CATEGORIES
from tests.language.scoring import Passage, found, hints_in, left_alone, precision, read, recall

PASSAGES = Path(__file__).parent / "unseen.jsonl"


def main(path: Path) -> int:
    if not path.exists():
        print(
            f"There is nothing to measure with: {path} is missing. It is written by somebody who "
            "does not write the rules.",
            file=sys.stderr,
        )
        return 1
    passages = [read(json.loads(line)) for line in path.read_text().splitlines() if line.strip()]
    for line in report(passages):
        print(line)
    return 0


def report(passages: list[Passage]) -> Iterator[str]:
    """Rates with Wilson’s 95 % intervals, then every miss on a line of its own."""
    defensive = sum(bool(passage.labels) for passage in passages)
    yield f"{len(passages)} passages, {defensive} of them with a labelled phrase."
    yield ""
    yield from overall(passages)
    yield ""
    yield from by_category(passages)
    yield ""
    yield from misses(passages)


def overall(passages: list[Passage]) -> Iterator[str]:
    firm = precision(passages, level="firm")
    yield f"Firm hints that are right:     {firm}"
    firm = precision(passages, level="firm", of_any_category=True)
    yield f"  in any category:             {firm}"
    yield f"All hints that are right:      {precision(passages)}"
    yield f"  in any category:             {precision(passages, of_any_category=True)}"
    yield f"Labelled phrases found:        {recall(passages)}"
    yield f"  in any category:             {recall(passages, by_any_category=True)}"
    yield f"Defensive passages found:      {found(passages)}"
    yield f"Other passages left alone:     {left_alone(passages)}"


def by_category(passages: list[Passage]) -> Iterator[str]:
    yield f"{'':18}{'hints that are right':40}phrases found"
    for key in dict.fromkeys(category.key for category in CATEGORIES):
        right, seen = precision(passages, category=key), recall(passages, category=key)
        if right.total or seen.total:
            yield f"{key:18}{right!s:40}{seen}"


def misses(passages: list[Passage]) -> Iterator[str]:
    for passage, hint in hints_in(passages):
        if not passage.is_right(hint):
            is_near = passage.is_right(hint, of_any_category=True)
            kind = "other category" if is_near else "false alarm"
            said = passage.text[hint.start : hint.end]
            yield f"{kind}: {hint.category} ({hint.level}) [{said}] in: {one_line(passage.text)}"
    for passage in passages:
        for label in passage.labels:
            if not passage.is_found(label):
                said = passage.text[label.start : label.end]
                yield f"not found: {label.category} [{said}] in: {one_line(passage.text)}"


def one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else PASSAGES))
