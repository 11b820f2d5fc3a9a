"""Ann imagines what it did; Ben says how close that comes, or draws his own."""

from typing import Any

from accounts.models import User
from mend.identity import acting_as
from steps.impact.models import Guess, Map
from steps.sharing.shelf import Reading
from tests.writing import send, tell, write_guess, write_map


def guessed(ann: User, *, to: User, **words: Any) -> Guess:
    """Sent, and opened by its reader."""
    item = send(write_guess(ann, **words), by=ann)
    Reading.open(item, by=to)
    return Guess.objects.get(pk=item.pk)


def told(ann: User, **words: Any) -> Guess:
    return Guess.objects.get(pk=tell(write_guess(ann, **words), by=ann).pk)


def drawn(ben: User, **words: Any) -> Map:
    return Map.objects.get(pk=send(write_map(ben, **words), by=ben).pk)


def correct(guess: Guess, *, by: User, **said: str) -> None:
    with acting_as(by):
        guess.correct(said, by=by)


def look_again(guess: Guess, *, by: User) -> None:
    with acting_as(by):
        guess.look_again(by=by)
