"""What a person does in the story: each a verb of the models."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from accounts.models import Invitation, User
from mend.fresh import fresh_id
from steps.amends.models import Offer
from steps.impact.models import Guess
from steps.journey.models import Journey
from steps.letters.models import Letter
from steps.patience.models import Pushed, look_back
from steps.promises.change_forms import WishForm
from steps.promises.changes import Change, as_it_stands, waiting, with_words_of
from steps.promises.consents import Consent
from steps.promises.models import Promise
from steps.promises.repairs import Repair
from steps.promises.tracking import Tracking, Verdict
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.sharing.shelf import Reading

Verb = Callable[..., Any]


@dataclass
class Told:
    """What the story has brought so far, by the names it gives to things."""

    things: dict[str, uuid.UUID] = field(default_factory=dict)

    def item(self, name: str) -> Any:
        kinds = {"letter": Letter, "offer": Offer, "promise": Promise, "guess": Guess}
        plain = Item.objects.get(pk=self.things[name])
        return kinds.get(plain.kind, Item).objects.get(pk=plain.pk)


def write(kind: str, step: int | None, words: dict[str, Any], name: str = "") -> Verb:
    """A private draft; at a step it is part of the journey, which the first one begins.

    A map is part of what the other has begun.
    """

    def verb(told: Told, by: User) -> None:
        begin = Journey.of_other if kind == "map" else lambda user: Journey.begin(by=user)
        journey = begin(by) if step else None
        pk = told.things[name] = fresh_id(by.pk)
        Draft(
            pk=pk, writer=by, couple=by.couple, journey=journey, kind=kind, step=step, words=words
        ).begin()

    return verb


def share(name: str) -> Verb:
    return lambda told, by: Draft.objects.get(pk=told.things[name]).share(by=by)


def invite(told: Told, by: User) -> None:
    told.things["invitation"] = Invitation.invite(by=by).pk


def accept(told: Told, by: User) -> None:
    Invitation.objects.get(pk=told.things["invitation"]).accept(by=by)


def confirm(told: Told, by: User) -> None:
    mine = Invitation.objects.written_by(by).select_related("accepted_by")
    invitation = mine.get(pk=told.things["invitation"])
    invitation.confirm(invitation.accepted_by_id, by=by)


def open_card(name: str) -> Verb:
    return lambda told, by: Reading.open(told.item(name), by=by)


def respond(name: str, choice: str, words: str = "") -> Verb:
    return lambda told, by: told.item(name).respond(choice, by=by, words=words, pk=fresh_id(by.pk))


def correct(name: str, **said: str) -> Verb:
    return lambda told, by: told.item(name).correct(said, by=by)


def look_again(name: str) -> Verb:
    return lambda told, by: told.item(name).look_again(by=by)


def mark(name: str, **places: int) -> Verb:
    """The parts of a letter, each at the sentence of its number."""
    return lambda told, by: told.item(name).mark(
        says=list(places), places=list(places.values()), by=by
    )


def look(answer: str, how: str) -> Verb:
    words = {"pushed": answer, "how": how}
    return lambda told, by: look_back(words, by=by, pk=fresh_id(by.pk))


def feel_pushed(words: str) -> Verb:
    return lambda told, by: Pushed.say(words, by=by, pk=fresh_id(by.pk))


def carry_out(name: str, on: Any) -> Verb:
    return lambda told, by: told.item(name).carry_out(on=on, by=by)


def feel(name: str, result: str) -> Verb:
    return lambda told, by: told.item(name).feel(result, by=by)


def keep_track(name: str, choice: str) -> Verb:
    return lambda told, by: Tracking.choose(choice, promise=told.item(name), by=by)


def consent(name: str, choice: str) -> Verb:
    return lambda told, by: Consent.give(choice, promise=told.item(name), by=by)


def wish(name: str, changed: dict[str, Any]) -> Verb:
    """Asks for other terms of a promise: as it stands, but for what is `changed`."""

    def verb(told: Told, by: User) -> None:
        promise = with_words_of(told.item(name), by)
        pk = fresh_id(by.pk)
        form = WishForm(as_it_stands(promise) | {"id": pk} | changed, step=promise.step)
        form.is_valid()
        Change.wish(form, promise=promise, by=by, pk=pk)

    return verb


def agree(name: str) -> Verb:
    """Says yes to what was wished for."""

    def verb(told: Told, by: User) -> None:
        promise = told.item(name)
        asked = waiting(promise, "wish")
        assert asked, "it was asked for before"
        Consent.settle("yes", change=asked, promise=promise, by=by)

    return verb


def report(name: str, day: Any, outcome: str, note: str = "") -> Verb:
    return lambda told, by: told.item(name).report(
        outcome, due_on=day, by=by, note=note, pk=fresh_id(by.pk)
    )


def put_right(name: str, day: Any, words: str) -> Verb:
    return lambda told, by: Repair.write(
        words, promise=told.item(name), due_on=day, by=by, pk=fresh_id(by.pk)
    )


def judge(name: str, day: Any, outcome: str) -> Verb:
    return lambda told, by: Verdict.give(outcome, promise=told.item(name), due_on=day, by=by)
