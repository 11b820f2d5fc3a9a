"""Writing, sharing and telling through the model verbs, as the author."""

import datetime as dt
from typing import Any

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.identity import acting_as
from steps.acknowledging.forms import sentences_of
from steps.journey.models import Journey
from steps.letters.parts import mark_of, numbered
from steps.promises.change_forms import WishForm
from steps.promises.changes import Change, as_it_stands, with_words_of
from steps.promises.consents import Consent
from steps.promises.models import Promise
from steps.sharing.aloud import ALOUD
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.sharing.tick import deliver_due

THREE_MINUTES = dt.timedelta(minutes=3)
A_WEEK = dt.timedelta(days=7)
LETTER = "I hid the card from you. It cost you your nights. I am sorry for each of them."
WHOLE = {"doing": 1, "harm": 2, "regret": 3}  # what it says, at which sentence


def write(by: User, *, kind: str = "entry", step: int | None = 1, **words: Any) -> Draft:
    """A private draft; the first one begins the journey."""
    journey = Journey.begin(by=by) if step else None
    if not words and kind != "signal":
        words = {"what_i_did": "I lied to you about the money."}
    draft = Draft(
        pk=fresh_id(by.pk), writer=by, couple=by.couple, journey=journey, kind=kind, step=step,
        words=words,
    )  # fmt: skip
    with acting_as(by):
        return draft.begin()


def write_promise(by: User, sentence: str = "I call before eight.", **changes: Any) -> Draft:
    """A daily promise of one week from today, in the writer's zone."""
    today = clock.today(by.time_zone)
    words = {
        "sentence": sentence, "rhythm": "daily", "weekdays": [], "starts_on": today.isoformat(),
        "ends_on": (today + dt.timedelta(days=6)).isoformat(), "measure": "", "obstacle": "",
        "plan": "",
    }  # fmt: skip
    words[ALOUD] = changes.get(ALOUD, sentence)
    return write(by, kind="promise", step=9, **(words | changes))


def write_change(by: User, promise: Promise, **changes: Any) -> Draft:
    """Other terms for a promise that one made: as it stands, but for the `changes`."""
    with acting_as(by):
        draft = Change.begin(promise=promise, by=by)
        draft.save_words(draft.words | changes, revision=draft.revision)
        return draft


def ask(promise: Promise, *, by: User, **changes: Any) -> Change:
    """What the one it was made to asks for: as it stands, but for the `changes`."""
    with acting_as(by):
        typed = as_it_stands(with_words_of(promise, by)) | {"id": fresh_id(by.pk)} | changes
        form = WishForm(typed, step=promise.step)
        assert form.is_valid(), form.errors
        pk = form.cleaned_data["id"]
        return Change.wish(form, promise=promise, by=by, pk=pk)


def say(choice: str, about: Promise | Change, *, by: User) -> Consent | None:
    """A word about a promise, or yes or no to a change of one."""
    with acting_as(by):
        if isinstance(about, Promise):
            return Consent.give(choice, promise=about, by=by)
        promise = Promise.objects.visible_to(by).get(pk=about.promise_id)
        return Consent.settle(choice, change=about, promise=promise, by=by)


def write_offer(by: User, what: str = "I repaint the kitchen.", **changes: Any) -> Draft:
    words = {"repair": "effort", "what": what, "cost": "", "by_date": "", "owed_anyway": ""}
    return write(by, kind="offer", step=4, **(words | changes))


def write_account(by: User, what_i_did: str = "I hid the card from you.", **more: Any) -> Draft:
    """Its first sentence is marked, and it is said to be all."""
    act = sentences_of(what_i_did)[0]
    words = {"what_i_did": what_i_did, "act": act, "says_all": "on"}
    return write(by, kind="account", step=1, **(words | more))


def write_guess(by: User, safety: str = "You check the post now.", **more: Any) -> Draft:
    return write(by, kind="guess", step=2, safety=safety, safety_reach="2", **more)


def write_map(by: User, safety: str = "I do not sleep.", **more: Any) -> Draft:
    """Of the one who was hurt, in what the other has begun."""
    draft = Draft(
        pk=fresh_id(by.pk), writer=by, couple=by.couple, journey=Journey.of_other(by), kind="map",
        step=2, words={"safety": safety, "safety_reach": "3"} | more,
    )  # fmt: skip
    with acting_as(by):
        return draft.begin()


def write_letter(by: User, letter: str = LETTER, **places: int) -> Draft:
    """With these parts marked, each at the sentence of a number."""
    marks = {part: mark_of(dict(numbered(letter))[place]) for part, place in places.items()}
    return write(by, kind="letter", step=3, letter=letter, **marks)


def rest_guess(by: User, words: str = "You check the post now.") -> Item:
    """Step 2 was said in person a week ago and a minute, so that a letter can go."""
    with clock.at(clock.now() - A_WEEK - dt.timedelta(minutes=1)):
        return tell(write_guess(by, words), by=by)


def send(draft: Draft, *, by: User) -> Item:
    """Share it and let the time pass in which it can be taken back."""
    with acting_as(by):
        draft.share(by=by)
    with clock.at(clock.now() + draft.slice.held_for + dt.timedelta(minutes=1)):
        deliver_due()
    return Item.objects.written_by(by).get(pk=draft.pk)


def tell(draft: Draft, *, by: User, on: dt.date | None = None) -> Item:
    with acting_as(by):
        return draft.tell(on=on or clock.today(by.time_zone), by=by)


def write_chain(by: User, *points: str, **changes: Any) -> Draft:
    """What came before, then a link for each of the choice points."""
    keys = ["before1", *(f"choice{number}" for number in range(2, len(points) + 2))]
    words = {"parts": keys, "before1_text": "I told nobody how tired I was."}
    for key, point in zip(keys[1:], points, strict=True):
        words |= {f"{key}_text": point, f"{key}_instead": f"{point} I put it down."}
    return write(by, kind="chain", step=8, **(words | changes))


def write_lesson(by: User, lesson: str = "I hide what I am ashamed of.") -> Draft:
    return write(by, kind="lesson", step=8, lesson=lesson)


def write_plan(by: User, risk: str = "A bank letter on a long day.", **changes: Any) -> Draft:
    """With one risk that is whole."""
    words = {
        "parts": ["risk1"], "risk1_risk": risk, "risk1_sign": "I put it into my bag.",
        "risk1_move": "I lay it on the table.", "risk1_telling": "The same evening.",
    }  # fmt: skip
    return write(by, kind="plan", step=10, **(words | changes))


def write_ownership(by: User, then: str = "I give the card back.", **changes: Any) -> Draft:
    words = {"within": "day", "way": "In person, at the table.", "then": then}
    return write(by, kind="ownership", step=16, **(words | changes))


def write_disclosure(by: User, what: str = "I wrote to her once more.", **changes: Any) -> Draft:
    words = {"what": what, "when": "On Sunday.", "now": ""}
    return write(by, kind="disclosure", step=16, **(words | changes))
