"""Ada hid a credit card from Sam for five months. Five weeks of the time after."""

import datetime as dt
from dataclasses import dataclass

from allauth.account.models import EmailAddress

from accounts.models import Invitation, User
from mend import clock
from steps.amends.models import Offer
from steps.demo.acting import (
    answer, at, judge, keep_track, open_card, report, send, write,
)  # fmt: skip
from steps.demo.words import (
    ACCOUNT, IMPACT, LESSON, LETTERS, NOTE, PAINT, PHONE, PLAN, REMORSE, TALK,
)  # fmt: skip
from steps.promises.models import Promise

ZONE = "Europe/Berlin"
WEEKS = 5
MISSED, SILENT, BROKEN = 9, 12, 5


@dataclass(frozen=True)
class Story:
    """Its days are counted from the first, five weeks ago."""

    ada: User
    sam: User
    first: dt.date

    def moment(self, day: int, hour: int = 19) -> dt.datetime:
        return clock.midnight_of(self.date(day), ZONE) + dt.timedelta(hours=hour)

    def date(self, day: int) -> dt.date:
        return self.first + dt.timedelta(days=day)


def play(*, password: str) -> Story:
    """The whole story, through the verbs that people use."""
    first = clock.today(ZONE) - dt.timedelta(weeks=WEEKS)
    story = Story(sign_up("Ada", password), sign_up("Sam", password), first)
    begin(story)
    join(story)
    own_it(story)
    put_it_right(story)
    keep_word(story)
    return story


def sign_up(first_name: str, password: str) -> User:
    email = f"{first_name.lower()}@example.org"
    user = User.objects.create_user(email, password, first_name=first_name, time_zone=ZONE)
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    return user


def begin(story: Story) -> None:
    """Ada starts alone; Sam keeps a note."""
    at(story.moment(0), write, "entry", 1, ACCOUNT | {"affected": ""}, by=story.ada)
    at(story.moment(1, 22), write, "note", None, NOTE, by=story.sam)


def join(story: Story) -> None:
    invitation = at(story.moment(2), Invitation.invite, by=story.ada)
    at(story.moment(3), invitation.accept, by=story.sam)
    at(story.moment(3, 21), invitation.confirm, story.sam.pk, by=story.ada)
    for person in (story.ada, story.sam):
        person.look_again()


def own_it(story: Story) -> None:
    """What was done, what it did, and regret; Sam opens some of it."""
    account = send(story.moment(4), "entry", 1, ACCOUNT, by=story.ada)
    at(story.moment(5, 8), open_card, account, by=story.sam)
    impact = send(story.moment(7), "entry", 2, IMPACT, by=story.ada)
    at(story.moment(9, 8), open_card, impact, by=story.sam)
    send(story.moment(13), "entry", 3, REMORSE, by=story.ada)
    at(story.moment(20), write, "entry", 8, LESSON, by=story.ada)
    send(story.moment(34, 7), "entry", 10, PLAN, by=story.ada)


def put_it_right(story: Story) -> None:
    """Two offers: one was welcome and helped a little, one was not wanted."""
    paint = send(story.moment(8), "offer", 4, PAINT, by=story.ada)
    phone = send(story.moment(10), "offer", 4, PHONE, by=story.ada)
    for offer, choice, words in ((paint, "yes", ""), (phone, "no", TALK)):
        at(story.moment(11), open_card, offer, by=story.sam)
        at(story.moment(11), answer, offer, choice, words, by=story.sam)
    offer = Offer.objects.get(pk=paint.pk)
    at(story.moment(18), offer.carry_out, on=story.date(17), by=story.ada)
    at(story.moment(22), offer.feel, "little", by=story.sam)


def keep_word(story: Story) -> None:
    """Every evening the letters, once the payment; one evening missed and told, one payment late."""
    letters = LETTERS | span(story.date(6), story.date(40))
    evening = send(story.moment(6, 12), "promise", 9, letters, by=story.ada)
    money = {"sentence": "I pay 150 to the card", "rhythm": "once"} | span(
        story.date(15), story.date(15)
    )
    payment = send(story.moment(8, 12), "promise", 9, money, by=story.ada)
    at(story.moment(9), open_card, evening, by=story.sam)
    at(story.moment(9), keep_track, evening, "together", by=story.sam)
    for day in range(6, WEEKS * 7):
        an_evening(story, evening, day)
    at(story.moment(16), judge, payment, story.date(15), "broken", by=story.sam)
    note = "I paid on the next day. I had counted on money that did not come."
    at(story.moment(16, 22), report, payment, story.date(15), "missed", note, by=story.ada)


def an_evening(story: Story, evening: Promise, day: int) -> None:
    outcome, note = ("missed", "I left two on the desk.") if day % 11 == MISSED else ("kept", "")
    if day % 7 != BROKEN:
        at(story.moment(day, 21), report, evening, story.date(day), outcome, note, by=story.ada)
    if outcome == "kept" and day < SILENT * 2 and day % 3 and day % 7 != BROKEN and day > 9:
        at(story.moment(day, 22), judge, evening, story.date(day), "kept", by=story.sam)


def span(starts_on: dt.date, ends_on: dt.date) -> dict[str, str]:
    return {"starts_on": starts_on.isoformat(), "ends_on": ends_on.isoformat()}
