"""Each step says one verb to the model and to the product; both must answer and show the same.

A walk is a seeded one of our own: Hypothesis repeats itself too much within so few histories, and
takes long. A step is its name with plain choices, which fit whatever there is, so that any part of
a history can be walked again: one that fails is told without the steps that it does not need.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from random import Random
from typing import Any, Self

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from mend.refusals import Refused, Unready
from steps.sharing.drafts import Conflict
from tests.histories.starting_again import Model
from tests.histories.state import ONE_DAY, Says, dates_of
from tests.histories.views import Looking, expected

type Step = tuple[str, dict[str, Any]]
type Choice = Callable[[Random], Any]

# No sum of steps and of waits comes within some seconds of a time at which a rule turns.
BEGIN = dt.datetime(2026, 11, 2, 11, 0, 8, tzinfo=dt.UTC)
A_STEP = dt.timedelta(seconds=16)

ANSWERS = {
    Refused: "refused", ObjectDoesNotExist: "missing", Unready: "unready", Conflict: "conflict",
}  # fmt: skip


def one_of(*choices: Any) -> Choice:
    return lambda chance: chance.choice(choices)


which = one_of(*range(12))
often = one_of(*5 * [True], False)
seldom = one_of(*5 * [False], True)
names = one_of("Ann", "Ann", "Ben", "Cy")
mostly_writer = one_of(*8 * ["writer"], "other", "stranger")
mostly_other = one_of(*8 * ["other"], "writer", "stranger")


@dataclass(frozen=True)
class Verb:
    """One thing to do: when it can be said, how likely, and what is chosen each time."""

    can_be_said: Callable[[Any], bool]
    times: float
    given: dict[str, Choice]


VERBS: dict[str, Verb] = {}


def verb(
    when: Callable[[Any], bool] = lambda walk: True, *, times: float = 1, **given: Choice
) -> Callable[[Any], Any]:
    """A method that is a step; where it can be taken, `times` times as likely as another."""

    def noted(method: Any) -> Any:
        VERBS[method.__name__] = Verb(when, times, given)
        return method

    return noted


class Walking:
    """One history of Ann, Ben and Cy; undone at its end."""

    def __init__(self, people: dict[str, User]) -> None:
        for user in people.values():
            user.refresh_from_db()  # who was erased in the history before is there
        names = {str(user.pk): name for name, user in people.items()}
        self.people = people
        self.eyes = {name: Looking(user, names) for name, user in people.items()}
        self.onlookers = cycle([one for name in people for one in (name, *[None] * 7)])
        self.model = Model({name: user.time_zone for name, user in people.items()}, BEGIN)
        self.meet_again()

    @classmethod
    @contextmanager
    def begun(cls, people: dict[str, User]) -> Iterator[Self]:
        """In the end everybody looks once more, and the record is checked."""
        with transaction.atomic():
            walk = cls(people)
            yield walk
            with clock.at(walk.model.now):
                for name in people:
                    walk.look(name)
                    assert name in walk.model.erased or walk.eyes[name].is_intact(), name
            transaction.set_rollback(True)

    def draw(self, chance: Random) -> Step:
        able = {name: verb for name, verb in VERBS.items() if verb.can_be_said(self)}
        [name] = chance.choices(list(able), [verb.times for verb in able.values()])
        return name, {key: choice(chance) for key, choice in able[name].given.items()}

    def take(self, step: Step) -> None:
        name, given = step
        if VERBS[name].can_be_said(self):
            getattr(self, name)(**given)

    def meet_again(self) -> None:
        """Who is with whom may have changed."""
        for user in self.people.values():
            user.look_again()

    def both(self, me: str | None, said: Callable[[], object], verb: Callable[..., object]) -> None:
        """One step: the same answer, and every eighth time the same to see for one of the three.

        `verb` is given who acts; the clock acts for nobody.
        """
        if me in self.model.erased:
            return
        self.model.now += A_STEP
        with clock.at(self.model.now):
            assert answer_of(lambda: self.act(me, verb)) == answer_of(said)
            if onlooker := next(self.onlookers):
                self.look(onlooker)

    def act(self, me: str | None, verb: Callable[..., object]) -> None:
        if me is None:
            verb()
            return
        with acting_as(self.people[me]):
            verb(self.people[me])

    def look(self, name: str) -> None:
        """Part by part, so that a difference is short."""
        if name in self.model.erased:
            return
        there = self.eyes[name].shown()
        for part, told in expected(self.model, name).items():
            assert there[part] == told, f"{part} as {name} sees them"

    def draft(self, number: int) -> uuid.UUID:
        return pick(list(self.model.drafts), number)

    def item(self, number: int, *kinds: str) -> uuid.UUID:
        return pick([pk for pk, row in self.model.items.items() if row.kind in kinds], number)

    def knows(self, *kinds: str) -> bool:
        return any(row.kind in kinds for row in self.model.items.values())

    def cast(self, pk: uuid.UUID, role: str) -> str:
        """Who plays `role` towards the writer of a draft or an item."""
        row = self.model.drafts.get(pk) or self.model.items[pk]
        near = [name for name in self.people if self.model.couple[name] == row.couple]
        order = sorted(self.people, key=lambda name: (name != row.writer, name not in near))
        return order[["writer", "other", "stranger"].index(role)]

    def day(self, pk: uuid.UUID, number: int) -> dt.date:
        """A day of a promise, paused or not, or (-1) the one before its first."""
        promise = self.model.items[pk]
        days = sorted({*dates_of(promise), *self.model.days(promise)})
        return days[0] - ONE_DAY if number < 0 else days[number % len(days)]


def answer_of(verb: Callable[[], object]) -> str:
    try:
        verb()
    except Says as no:
        return str(no)
    except tuple(ANSWERS) as no:
        return next(word for kind, word in ANSWERS.items() if isinstance(no, kind))
    return "done"


def pick[Row](rows: list[Row], number: int) -> Row:
    """The newest first: a short history is about what it has just begun."""
    return rows[-1 - number % len(rows)]
