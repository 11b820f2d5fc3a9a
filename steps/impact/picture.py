"""The map as a picture: six petals, each as long as the hurt reached far there."""

from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

from django.utils.functional import Promise as LazyText

from steps.guide.areas import AREAS

# In the units of the picture, whose middle is 0 0.
CORE, RING, LABELS_AT = 10, 26, 102
WIDTH = 46  # degrees of a petal


@dataclass(frozen=True)
class Petal:
    """One area: outlines of the guess and of the own map, where there are any, and its name."""

    name: LazyText
    guess: str
    own: str
    x: float
    y: float
    anchor: str


def petals(guess: dict[str, Any], own: dict[str, Any]) -> list[Petal]:
    """Clockwise from the top."""
    turns = (number * 360 / len(AREAS) - 90 for number in range(len(AREAS)))
    return [
        Petal(
            name=area.name,
            guess=outline(turn, guess.get(f"{name}_reach", "")),
            own=outline(turn, own.get(f"{name}_reach", "")),
            x=place(turn, LABELS_AT)[0],
            y=place(turn, LABELS_AT)[1] + 4,
            anchor=anchor_of(place(turn, LABELS_AT)[0]),
        )
        for turn, (name, area) in zip(turns, AREAS.items(), strict=True)
    ]


def outline(turn: float, reach: str) -> str:
    """Path data; empty where nothing is said, a small stub for “not at all”."""
    if not reach:
        return ""
    far = CORE + 4 + RING * int(reach)
    (ax, ay), (dx, dy) = (place(turn + side, CORE) for side in (-WIDTH / 2, WIDTH / 2))
    (bx, by), (cx, cy) = (place(turn + side, far) for side in (-WIDTH / 2, WIDTH / 2))
    return f"M{ax} {ay} L{bx} {by} A{far} {far} 0 0 1 {cx} {cy} L{dx} {dy} Z"


def place(turn: float, far: float) -> tuple[float, float]:
    return round(far * cos(radians(turn)), 1), round(far * sin(radians(turn)), 1)


def anchor_of(x: float) -> str:
    """On which side of the name its place is."""
    return "middle" if abs(x) < 1 else "start" if x > 0 else "end"
