"""Ada hid a credit card from Sam for five months. Five weeks of the time after."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from allauth.account.models import EmailAddress

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.demo import words
from steps.demo.acting import (
    Told,
    Verb,
    accept,
    agree,
    carry_out,
    confirm,
    consent,
    correct,
    feel,
    feel_pushed,
    invite,
    judge,
    keep_track,
    look,
    look_again,
    mark,
    open_card,
    put_right,
    report,
    respond,
    share,
    wish,
    write,
)  # fmt: skip
from steps.sharing.aloud import ALOUD
from steps.sharing.tick import deliver_due

ZONE = "Europe/Berlin"
DAYS = 35
A_WHILE = dt.timedelta(minutes=3)


class Act(NamedTuple):
    """On a day of the story, counted from 0, at an hour, somebody does something."""

    day: int
    hour: int
    who: str
    verb: Verb


def play(*, password: str) -> None:
    """The whole story, in its order, through the verbs that people use."""
    first = clock.today(ZONE) - dt.timedelta(days=DAYS)
    emails = {name: sign_up(name, password) for name in ("Ada", "Sam")}
    told = Told()
    for act in sorted(acts(first), key=lambda act: (act.day, act.hour)):
        begins = clock.midnight_of(first + dt.timedelta(days=act.day), ZONE)
        moment = begins + dt.timedelta(hours=act.hour)
        person = User.objects.get(email=emails[act.who])
        with clock.at(moment):
            deliver_due()  # what a machine that stood still had no time for
            with acting_as(person):
                act.verb(told, person)
        with clock.at(moment + A_WHILE):
            deliver_due()


def sign_up(first_name: str, password: str) -> str:
    email = f"{first_name.lower()}@example.org"
    user = User.objects.create_user(email, password, first_name=first_name, time_zone=ZONE)
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    return email


def acts(first: dt.date) -> Iterator[Act]:
    """Who does what; the day of a promise is a date, so the first one is given."""
    yield from joining()
    yield from owning()
    yield from repairing(first)
    yield from waiting()
    yield from keeping(first)


def joining() -> Iterator[Act]:
    """Ada starts alone; Sam keeps a note, and joins."""
    yield Act(0, 19, "Ada", write("account", 1, words.ACCOUNT, "account"))
    yield Act(1, 22, "Sam", write("note", None, words.NOTE))
    yield Act(2, 19, "Ada", invite)
    yield Act(3, 19, "Sam", accept)
    yield Act(3, 21, "Ada", confirm)


def owning() -> Iterator[Act]:
    """What was done, what it did, and regret; Sam opens some of it."""
    yield Act(4, 19, "Ada", share("account"))
    yield Act(5, 8, "Sam", open_card("account"))
    yield from sending(7, "impact", "guess", 2, words.IMPACT)
    yield Act(9, 8, "Sam", write("map", 2, words.MY_MAP, "map"))
    yield Act(10, 8, "Sam", share("map"))
    yield Act(10, 20, "Sam", correct("impact", safety="partly", time="close", money="no"))
    yield Act(11, 19, "Ada", open_card("map"))
    yield Act(16, 19, "Ada", look_again("impact"))
    yield Act(19, 20, "Ada", write("stand", None, words.STAND))
    yield from sending(20, "remorse", "letter", 3, words.REMORSE)
    yield Act(20, 20, "Ada", mark("remorse", doing=2, harm=6, regret=7, happened=3))
    yield Act(22, 8, "Sam", open_card("remorse"))
    yield Act(22, 9, "Sam", respond("remorse", "received"))
    yield Act(20, 19, "Ada", write("chain", 8, words.CHAIN))
    yield from sending(33, "plan", "plan", 10, words.PLAN)
    yield from sending(34, "card", "ownership", 16, words.OWNERSHIP)


def repairing(first: dt.date) -> Iterator[Act]:
    """Two offers: one was welcome and helped a little, one was not wanted."""
    yield from sending(8, "shifts", "offer", 4, words.SHIFTS)
    yield from sending(12, "sister", "offer", 4, words.SISTER)
    yield Act(11, 8, "Sam", open_card("shifts"))
    yield Act(11, 8, "Sam", respond("shifts", "yes"))
    yield Act(13, 9, "Sam", open_card("sister"))
    yield Act(13, 9, "Sam", respond("sister", "no", words.MYSELF))
    yield Act(18, 19, "Ada", carry_out("shifts", first + dt.timedelta(days=17)))
    yield Act(22, 19, "Sam", feel("shifts", "little"))


def waiting() -> Iterator[Act]:
    """A plan for the moments of impatience, and a look back each week; once Sam felt pushed."""
    yield Act(9, 20, "Ada", write("patience", 7, words.PATIENCE))
    for day, answer, how in words.WEEKS:
        yield Act(day, 20, "Ada", look(answer, how))
    yield Act(24, 9, "Sam", feel_pushed(words.PUSHED))


def keeping(first: dt.date) -> Iterator[Act]:
    """Every evening the letters, once the payment; some evenings missed and told, one silent."""
    pay = first + dt.timedelta(days=18)
    yield from promising(6, "letters", words.LETTERS | span(first, 6, 40))
    yield from promising(14, "payment", words.PAYMENT | span(first, 18, 18))
    yield Act(7, 20, "Sam", open_card("letters"))
    yield Act(7, 20, "Sam", keep_track("letters", "together"))
    yield Act(15, 20, "Sam", open_card("payment"))
    yield Act(16, 20, "Sam", consent("letters", "accept"))
    yield Act(25, 20, "Sam", wish("letters", words.BY_THE_LAMP))
    yield Act(26, 20, "Ada", agree("letters"))
    yield Act(19, 20, "Sam", judge("payment", pay, "broken"))
    yield Act(19, 22, "Ada", report("payment", pay, "missed", words.LATE))
    yield Act(20, 7, "Ada", put_right("payment", pay, words.PAID))
    for day in range(6, DAYS):
        evening = first + dt.timedelta(days=day)
        missed, silent = day % 11 == 9, day % 7 == 5
        if not silent:
            said = ("missed", words.DESK) if missed else ("kept",)
            yield Act(day, 21, "Ada", report("letters", evening, *said))
            if missed:
                yield Act(day + 1, 8, "Ada", put_right("letters", evening, words.FOUND))
        if 6 < day < 24 and day % 3 and not (missed or silent):
            yield Act(day, 22, "Sam", judge("letters", evening, "kept"))


def sending(day: int, name: str, kind: str, step: int, said: dict[str, Any]) -> Iterator[Act]:
    """Ada writes it in the morning and shares it an hour later."""
    yield Act(day, 11, "Ada", write(kind, step, said, name))
    yield Act(day, 12, "Ada", share(name))


def promising(day: int, name: str, said: dict[str, Any]) -> Iterator[Act]:
    """Said aloud before it goes."""
    yield from sending(day, name, "promise", 9, said | {ALOUD: said["sentence"]})


def span(first: dt.date, start: int, end: int) -> dict[str, str]:
    starts_on, ends_on = first + dt.timedelta(days=start), first + dt.timedelta(days=end)
    return {"starts_on": starts_on.isoformat(), "ends_on": ends_on.isoformat()}
