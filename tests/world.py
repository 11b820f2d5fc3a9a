"""A week in which everything happens once, between Ann and Ben, and beside it Cy and Dora.

Every text holds a canary: a word that stands nowhere else, and that only its readers may ever see.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.test import Client

from accounts.models import Device, Invitation, MailedAddress, User
from mend import clock
from mend.identity import acting_as
from steps.acknowledging.models import Account
from steps.amends.models import Offer
from steps.impact.models import Guess, Map
from steps.leaving.models import Archive
from steps.lessons.models import Tie
from steps.lessons.views import chain_of
from steps.letters.models import Letter
from steps.ownership.models import CardLook, Ownership
from steps.patience.models import Pushed, keep_felt, look_back
from steps.promises.changes import Change
from steps.promises.gaps import Gap
from steps.promises.models import Promise
from steps.promises.pauses import Pause
from steps.promises.repairs import Repair
from steps.promises.tracking import Clearing, Tracking, Verdict
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.sharing.limits import Limits, Reopening
from steps.sharing.replies import Reply
from steps.sharing.room import Attempt
from steps.sharing.shelf import Reading
from steps.sharing.withdrawing import withdraw
from steps.space.models import PutAway, Space
from tests.people import pair, person, signed_in
from tests.writing import (
    ask,
    say,
    send,
    tell,
    write,
    write_account,
    write_chain,
    write_change,
    write_disclosure,
    write_guess,
    write_lesson,
    write_letter,
    write_map,
    write_offer,
    write_ownership,
    write_plan,
    write_promise,
)

MONDAY = dt.datetime(2026, 11, 16, 12, tzinfo=dt.UTC)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + dt.timedelta(days=day) for day in range(1, 5))

# What was sent then has left the shelf by Monday, so that there is room for more.
WEEKS_BEFORE, TEN_WEEKS_BEFORE, SEVEN_WEEKS_BEFORE, THREE_WEEKS_BEFORE = (
    MONDAY - dt.timedelta(weeks=weeks) for weeks in (13, 10, 7, 3)
)
GAPS_BEFORE = MONDAY - dt.timedelta(weeks=12)
FIRST_PROMISE = MONDAY - dt.timedelta(days=48)
# After step 2 was answered; each is followed by a quiet week.
FIRST_LETTER, SECOND_LETTER = (MONDAY - dt.timedelta(days=days) for days in (44, 36))

AN_HOUR = dt.timedelta(hours=1)  # longer than any test takes


@dataclass
class World:
    """`ids` are what addresses carry; `canaries` says who may ever read a word.

    Ann writes, Ben is the other of her couple, Cy is alone, Dora is alone with a link out.
    `untouched` is the checksum of all of it, for those who look for changes.
    """

    ann: User
    ben: User
    cy: User
    dora: User
    ids: dict[str, Any] = field(default_factory=dict)
    canaries: dict[str, frozenset[str]] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    untouched: str = ""

    def say(self, name: str, *readers: User) -> str:
        """A text with a canary for `readers` alone."""
        word = f"canary-{name}-x"
        self.canaries[word] = frozenset(reader.first_name for reader in readers)
        return f"Here sings {word}."

    def hidden_from(self, name: str) -> list[str]:
        return [word for word, readers in self.canaries.items() if name not in readers]

    def heard_by(self, name: str) -> list[str]:
        return [word for word, readers in self.canaries.items() if name in readers]


@contextmanager
def whole_world() -> Iterator[World]:
    """It is Friday noon, and all of it has happened; undone at the end."""
    with transaction.atomic():
        world = everything_happens()
        with clock.at(FRIDAY):
            yield world
        transaction.set_rollback(True)


def everything_happens() -> World:
    """Everybody signs up and writes alone; then Ann and Ben join, and exchange."""
    with clock.at(WEEKS_BEFORE):
        world = World(*(person(name) for name in ("Ann", "Ben", "Cy", "Dora")))
        write_alone(world)
        pair(world.ann, world.ben)
        world.ids["used_token"] = Invitation.objects.get(inviter=world.ann).token
    send_first_cards(world)
    look_ahead(world)
    leave_gaps(world)
    say_and_draw(world)
    promise_before(world)
    send_letters(world)
    send_cards(world)
    be_patient(world)
    with clock.at(MONDAY):
        write_plans(world)
        tell_in_person(world)
    exchange(world)
    take_room(world)
    ask_to_change(world)
    with clock.at(FRIDAY):
        keep_private(world)
        keep_archive(world)
        invite(world)
    world.clients = {user.first_name: signed_in(user) for user in everybody(world)}
    world.clients["nobody"] = Client()
    # Nobody is signed out by idleness, or noted as being there, however long the tests take.
    Device.objects.update(expire_date=clock.now() + dt.timedelta(days=400))
    world.ids["device_of_ann"] = Device.objects.visible_to(world.ann).get().id
    return world


def everybody(world: World) -> list[User]:
    return [world.ann, world.ben, world.cy, world.dora]


def leave_gaps(world: World) -> None:
    """An earlier promise: a week without a report, of which Ann says a line; one more, for both."""
    ann, ben, say, ids = world.ann, world.ben, world.say, world.ids
    with clock.at(GAPS_BEFORE - dt.timedelta(days=1)):
        day, last = (GAPS_BEFORE.date() + dt.timedelta(weeks=week) for week in (0, 2))
        plan = {"rhythm": "weekly", "weekdays": ["0"], "ends_on": last.isoformat()}
        words = say("promise-before", ann, ben)
        ids["promise_before"] = send(write_promise(ann, words, **plan), by=ann).pk
    promise = Promise.objects.get(pk=ids["promise_before"])
    for week, name, readers in ((1, "gap-kept", [ann]), (3, "gap", [ann, ben])):
        with clock.at(GAPS_BEFORE + dt.timedelta(weeks=week)), acting_as(ann):
            line = say(name, *readers)
            for words in ("", line):
                Gap.leave_behind(by=ann, line=words, is_shared=ben in readers, pk=uuid.uuid4())
            if week == 1:
                report(promise, day + dt.timedelta(weeks=1), "kept", "", by=ann)
    with clock.at(GAPS_BEFORE + dt.timedelta(weeks=3)), acting_as(ben):
        Reading.open(promise, by=ben)


def write_alone(world: World) -> None:
    """What stays with its writer: drafts of every kind and notes, of each of them."""
    ann, say, ids = world.ann, world.say, world.ids
    ids["draft"] = write(ann, what_i_did=say("draft", ann)).pk
    ids["account_draft"] = write_account(ann, say("account-draft", ann)).pk
    ids["guess_draft"] = write_guess(ann, say("guess-draft", ann)).pk
    ids["offer_draft"] = write_offer(ann, say("offer-draft", ann), cost=say("draft-cost", ann)).pk
    for user in everybody(world):
        name = user.first_name.lower()
        note = write(user, kind="note", step=None, note=say(f"note-of-{name}", user))
        ids[f"note_of_{name}"] = note.pk
        if user != ann:
            draft = write(user, what_i_did=say(f"draft-of-{name}", user))
            ids[f"draft_of_{name}"] = draft.pk
    write(ann, kind="stand", step=None, stand=say("stand", ann))
    ids["letter_draft"] = write_letter(ann, say("letter-draft", ann)).pk
    ids["chain_draft"] = write_chain(ann, say("chain-draft", ann)).pk
    ids["plan_draft"] = write_plan(ann, say("plan-draft", ann)).pk
    thrown = write(ann, what_i_did=say("discarded"))
    thrown.discard()
    ids["discarded"] = thrown.pk


def send_first_cards(world: World) -> None:
    """One is opened by Ben later, one he leaves."""
    ann, ben, say, ids = world.ann, world.ben, world.say, world.ids
    with clock.at(WEEKS_BEFORE):
        ids["entry"] = send(write(ann, what_i_did=say("entry", ann, ben)), by=ann).pk
        ids["entry_left"] = send(write(ann, what_i_did=say("entry-left", ann)), by=ann).pk


def send_cards(world: World) -> None:
    """Three are opened by Ben, one he leaves, the others wait closed; three at most in a while."""
    ann, ben, say, ids = world.ann, world.ben, world.say, world.ids
    entry, left = (Item.objects.get(pk=ids[name]) for name in ("entry", "entry_left"))
    tell_of_oneself(world)
    with clock.at(THREE_WEEKS_BEFORE):
        ids["entry_closed"] = send(write(ann, what_i_did=say("entry-closed", ann)), by=ann).pk
        ids["offer_closed"] = send(write_offer(ann, say("offer-closed", ann)), by=ann).pk
        withdrawn = send(write(ann, what_i_did=say("entry-withdrawn", ann, ben)), by=ann)
        ids["entry_withdrawn"] = withdrawn.pk
    with clock.at(MONDAY):
        offer = send(write_offer(ann, say("offer", ann, ben), cost=say("cost", ann, ben)), by=ann)
        plans = {name: say(name, ann, ben) for name in ("measure", "obstacle", "plan")}
        promise = send(write_promise(ann, say("promise", ann, ben), **plans), by=ann)
        closed = {name: say(f"closed-{name}", ann) for name in ("measure", "obstacle", "plan")}
        promise_closed = send(write_promise(ann, say("promise-closed", ann), **closed), by=ann)
        for card in (entry, offer, promise):
            Reading.open(card, by=ben)
        Reading.leave(left, by=ben)
    ids |= {"offer": offer.pk, "promise": promise.pk, "promise_closed": promise_closed.pk}


def say_and_draw(world: World) -> None:
    """What Ann did and imagines, and what Ben says of it and draws; of each, one stays closed.

    The words of a closed one stand in its reader's archive, which Ann has.
    """
    ann, ben, say, ids = world.ann, world.ben, world.say, world.ids
    with clock.at(TEN_WEEKS_BEFORE):
        said = write_account(ann, say("account", ann, ben), when=say("when", ann, ben))
        ids["account"] = send(said, by=ann).pk
        ids["account_closed"] = send(write_account(ann, say("account-closed", ann)), by=ann).pk
        ids["guess"] = send(write_guess(ann, say("guess", ann, ben)), by=ann).pk
        ids["map"] = send(write_map(ben, say("map", ann, ben)), by=ben).pk
        ids["map_closed"] = send(write_map(ben, say("map-closed", ann, ben)), by=ben).pk
        ids["map_unsaid"] = send(write_map(ben, say("map-unsaid", ben)), by=ben).pk
    account = Account.objects.get(pk=ids["account"])
    guess = Guess.objects.get(pk=ids["guess"])
    unsaid = Map.objects.get(pk=ids["map_unsaid"])
    with clock.at(SEVEN_WEEKS_BEFORE), acting_as(ben):
        Reading.open(account, by=ben)
        account.reply("missing", by=ben)
        guess.correct({"safety": "no"}, by=ben)
        withdraw(unsaid, by=ben)
    with clock.at(SEVEN_WEEKS_BEFORE), acting_as(ann):
        Reading.open(Map.objects.get(pk=ids["map"]), by=ann)
        account.say_nothing_more(by=ann)
        guess.look_again(by=ann)
    with clock.at(SEVEN_WEEKS_BEFORE):
        ids["guess_closed"] = send(write_guess(ann, say("guess-closed", ann)), by=ann).pk
        ids["map_draft"] = write_map(ben, say("map-draft", ben), body=say("map-body", ben)).pk
        ids["map_told"] = tell(write_map(ben, say("map-told", ben)), by=ben).pk


def send_letters(world: World) -> None:
    """One that Ben leaves closed, one that he opens and answers; and one that Ann reads out."""
    ann, ben, say, ids = world.ann, world.ben, world.say, world.ids
    with clock.at(FIRST_LETTER):
        ids["letter_closed"] = send(write_letter(ann, say("letter-closed", ann)), by=ann).pk
    with clock.at(SECOND_LETTER):
        letter = send(write_letter(ann, say("letter", ann, ben), doing=1), by=ann)
        Reading.open(letter, by=ben)
        ids["letter_told"] = tell(write_letter(ann, say("letter-told", ann)), by=ann).pk
    ids["letter"] = letter.pk
    with clock.at(THREE_WEEKS_BEFORE), acting_as(ben):
        answered = Letter.objects.get(pk=letter.pk)
        answered.respond("more", by=ben, words=say("reply-unsaid", ben), pk=uuid.uuid4())
        answered.unsay(by=ben)
        for name, choice in (("reply-before", "more"), ("reply", "received")):
            answered.respond(choice, by=ben, words=say(name, ann, ben), pk=uuid.uuid4())


def be_patient(world: World) -> None:
    """What Ann plans and how she looks back, for herself; what Ben felt, kept, told, taken back."""
    ann, ben, say, ids = world.ann, world.ben, world.say, world.ids
    plan = {name: say(f"patience-{name}", ann) for name in ("looks_like", "when", "plan", "person")}
    with clock.at(THREE_WEEKS_BEFORE), acting_as(ann):
        ids["patience"] = write(ann, kind="patience", step=7, **plan).pk
        look_back({"pushed": "yes", "how": say("look", ann)}, by=ann, pk=uuid.uuid4())
    with clock.at(MONDAY), acting_as(ann):
        look_back({"pushed": "no", "how": say("look-now", ann)}, by=ann, pk=uuid.uuid4())
    with clock.at(MONDAY), acting_as(ben):
        kept = keep_felt(say("pushed-kept", ben), by=ben, pk=uuid.uuid4())
        told = Pushed.say(say("pushed", ann, ben), by=ben, pk=uuid.uuid4())
        unsaid = Pushed.say(say("pushed-unsaid", ben), by=ben, pk=uuid.uuid4())
        unsaid.take_back(by=ben)
    ids |= {"pushed_kept": kept.pk, "pushed": told.pk, "pushed_unsaid": unsaid.pk}


def look_ahead(world: World) -> None:
    """A chain, a lesson, a plan and a card for the next time; Ben says something to each."""
    ann, ben, say, ids = world.ann, world.ben, world.say, world.ids
    chain = [say("point", ann, ben), say("another-point", ann, ben)]
    sent: dict[str, Draft] = {}
    with clock.at(WEEKS_BEFORE):
        sent["chain"] = write_chain(ann, *chain, before1_text=say("before", ann, ben))
        sent["lesson_sent"] = write_lesson(ann, say("lesson", ann, ben))
        sent["plan_sent"] = write_plan(ann, say("risk", ann, ben), risk1_sign=say("sign", ann, ben))
        way, then = say("way", ann, ben), say("then", ann, ben)
        sent["ownership_sent"] = write_ownership(ann, then, way=way)
    replies = ("otherwise", "true", "risk", "thank")
    for day, ((name, draft), choice) in enumerate(zip(sent.items(), replies, strict=True), 1):
        with clock.at(WEEKS_BEFORE + dt.timedelta(days=day)):
            card = send(draft, by=ann)
            ids[name] = card.pk
            with acting_as(ben):
                Reading.open(card, by=ben)
                hears = [ann] if name != "plan_sent" else []  # taken back later
                words = say(f"reply-to-{name}", ben, *hears)
                Reply.give(choice, to=card, by=ben, words=words, pk=uuid.uuid4())


def tell_of_oneself(world: World) -> None:
    """What Ann tells, and stays closed; a wish of Ben's is taken back, another one stands."""
    ann, ben, say, ids = world.ann, world.ben, world.say, world.ids
    with clock.at(THREE_WEEKS_BEFORE):
        closed = write_disclosure(ann, say("disclosure-closed", ann))
        ids["disclosure_closed"] = send(closed, by=ann).pk
        plan = Item.objects.get(pk=ids["plan_sent"])
        with acting_as(ben):
            Reply.give("wish", to=plan, by=ben, words=say("wish-unsaid", ben), pk=uuid.uuid4())
            Reply.unsay(to=plan, by=ben)
            again = say("wish", ann, ben)
            Reply.give("wish", to=plan, by=ben, words=again, pk=uuid.uuid4())


def tie_and_look_again(world: World) -> None:
    """Ann ties choice points, also of a draft, and reads her card once more; all for herself."""
    ann, ids = world.ann, world.ids
    with acting_as(ann):
        for name in ("chain", "chain_draft"):
            Tie.tie(chain_of(ann, ids[name]), "choice2", ids["plan_sent"], by=ann)
        CardLook.take(Ownership.objects.get(pk=ids["ownership_sent"]), by=ann)


def write_plans(world: World) -> None:
    """A promise that Ann has not made yet, from Monday on."""
    ann, say = world.ann, world.say
    plans = {name: say(f"draft-{name}", ann) for name in ("measure", "obstacle", "plan")}
    draft = write_promise(ann, say("promise-draft", ann), **plans)
    world.ids["promise_draft"] = draft.pk


def tell_in_person(world: World) -> None:
    """Said by Ann face to face: on no page but hers."""
    ann, say, ids = world.ann, world.say, world.ids
    ids["entry_told"] = tell(write(ann, what_i_did=say("entry-told", ann)), by=ann).pk
    ids["account_told"] = tell(write_account(ann, say("account-told", ann)), by=ann).pk
    ids["guess_told"] = tell(write_guess(ann, say("guess-told", ann)), by=ann).pk
    ids["offer_told"] = tell(write_offer(ann, say("offer-told", ann)), by=ann).pk
    ids["plan_told"] = tell(write_plan(ann, say("plan-told", ann)), by=ann).pk
    told = write_ownership(ann, say("ownership-told", ann))
    ids["ownership_told"] = tell(told, by=ann).pk
    ids["promise_told"] = tell(write_promise(ann, say("promise-told", ann)), by=ann).pk


def exchange(world: World) -> None:
    """Answers, a repair, reports and marks: what both read."""
    ann, ben, say, ids = world.ann, world.ben, world.say, world.ids
    offer, told = (Offer.objects.get(pk=ids[name]) for name in ("offer", "offer_told"))
    promise, closed, spoken = (
        Promise.objects.get(pk=ids[name]) for name in ("promise", "promise_closed", "promise_told")
    )
    monday, tuesday = MONDAY.date(), TUESDAY.date()
    with clock.at(TUESDAY), acting_as(ben):
        offer.respond("idea", by=ben, words=say("answer-before", ann, ben), pk=uuid.uuid4())
        offer.respond("yes", by=ben, words=say("answer", ann, ben), pk=uuid.uuid4())
        Tracking.choose("together", promise=promise, by=ben)
        Verdict.give("broken", promise=promise, due_on=monday, by=ben)
        Verdict.give("kept", promise=promise, due_on=monday, by=ben)
    with clock.at(TUESDAY), acting_as(ann):
        offer.carry_out(on=tuesday, by=ann)
        told.carry_out(on=tuesday, by=ann)
        report(promise, tuesday, "change", say("report-before", ann, ben), by=ann)
        report(promise, tuesday, "kept", say("report", ann, ben), by=ann)
        report(closed, tuesday, "missed", say("report-of-closed", ann), by=ann)
        report(spoken, tuesday, "kept", say("report-told", ann), by=ann)
        report(promise, monday, "missed", say("report-of-miss", ann, ben), by=ann)
        mend(promise, monday, say("repair", ann, ben), by=ann)
        mend(closed, tuesday, say("repair-of-closed", ann), by=ann)
    with clock.at(WEDNESDAY), acting_as(ann):
        report(spoken, monday, "missed", "", by=ann)
        report(spoken, WEDNESDAY.date(), "missed", "", by=ann)
        mend(spoken, WEDNESDAY.date(), say("repair-told", ann), by=ann)
    with clock.at(WEDNESDAY), acting_as(ben):
        offer.feel("helped", by=ben)
    agree(world)
    take_back(world)


def agree(world: World) -> None:
    """What Ben says to a promise and asks for, once taken back and once agreed to."""
    ann, ben, say_of = world.ann, world.ben, world.say
    promise = Promise.objects.get(pk=world.ids["promise"])
    with clock.at(TUESDAY):
        say("accept", promise, by=ben)
        ask(promise, by=ben, sentence=say_of("unasked", ben), words=say_of("unasked-why", ben))
        with acting_as(ben):
            Change.unwish(promise=promise, by=ben)
        words = {name: say_of(f"asked-{name}", ann, ben) for name in ("sentence", "measure")}
        wish = ask(promise, by=ben, words=say_of("asked-why", ann, ben), **words)
    with clock.at(WEDNESDAY - AN_HOUR):
        say("yes", wish, by=ann)


def promise_before(world: World) -> None:
    """A first promise, which Ben agreed to have changed; it is over long since."""
    ann, ben, say_of, ids = world.ann, world.ben, world.say, world.ids
    with clock.at(FIRST_PROMISE):
        ids["promise_over"] = send(write_promise(ann, say_of("promise-over", ann, ben)), by=ann).pk
        promise = Promise.objects.get(pk=ids["promise_over"])
        Reading.open(promise, by=ben)
        words = {name: say_of(f"change-{name}", ann, ben) for name in ("sentence", "words")}
        ids["change"] = send(write_change(ann, promise, **words), by=ann).pk
    with clock.at(FIRST_PROMISE + AN_HOUR):
        change = Change.objects.get(pk=ids["change"])
        Reading.open(change, by=ben)
        say("yes", change, by=ben)
        say("accept", promise, by=ben)


def ask_to_change(world: World) -> None:
    """What Ann asks for waits closed; what Ben asks for waits, and Ann writes another one."""
    ann, ben, say_of, ids = world.ann, world.ben, world.say, world.ids
    promise, closed = (Promise.objects.get(pk=ids[name]) for name in ("promise", "promise_closed"))
    with clock.at(THURSDAY):
        say("accept", closed, by=ben)  # unread: what was answered makes room for more
        hidden = {name: say_of(f"closed-change-{name}", ann) for name in ("sentence", "words")}
        ids["change_closed"] = send(write_change(ann, closed, **hidden), by=ann).pk
        why = say_of("wished-why", ann, ben)
        wish = ask(promise, by=ben, sentence=say_of("wished", ann, ben), words=why)
        draft = write_change(ann, promise, sentence=say_of("change-draft", ann))
        ids |= {"asked": wish.pk, "change_draft": draft.pk}


def take_back(world: World) -> None:
    """An answer, whose words leave Ann; and a card, whose words stay with Ben."""
    ann, ben, say, ids = world.ann, world.ben, world.say, world.ids
    with clock.at(WEDNESDAY):
        card = send(write_offer(ann, say("offer-asked", ann, ben)), by=ann)
        Reading.open(card, by=ben)
        ids["offer_unsaid"] = card.pk
        asked = Offer.objects.get(pk=card.pk)
        entry = Item.objects.get(pk=ids["entry_withdrawn"])
        Reading.open(entry, by=ben)
        with acting_as(ben):
            asked.respond("no", by=ben, words=say("answer-unsaid", ben), pk=uuid.uuid4())
            asked.unsay(by=ben)
        with acting_as(ann):
            withdraw(entry, by=ann)


def take_room(world: World) -> None:
    """Ben took space for a day, and Ann tried all the same; both put something off."""
    ann, ben, say = world.ann, world.ben, world.say
    with clock.at(WEDNESDAY), acting_as(ben):
        PutAway.begin(by=ben)
        PutAway.end(by=ben)
        Limits.choose(by=ben, letters=0, aside=["letter"])
        Reopening.open("offer", by=ben)
        Space.take(by=ben, pk=uuid.uuid4(), line=say("line", ann), allows_card=True)
    with clock.at(WEDNESDAY), acting_as(ann):
        Attempt.note(by=ann)
        kept_back = write_disclosure(ann, say("disclosure-kept", ann))
        kept = kept_back.pk
        kept_back.share(by=ann)
    with clock.at(WEDNESDAY):
        signal = write(ann, kind="signal", step=16)
        world.ids |= {"disclosure_kept": kept, "signal_sent": send(signal, by=ann).pk}
    with clock.at(WEDNESDAY + AN_HOUR), acting_as(ben):
        Space.end(by=ben)
    with clock.at(FRIDAY), acting_as(ann):
        Pause.begin(until=FRIDAY.date() + dt.timedelta(days=2), by=ann)
        Pause.end(by=ann)


def report(promise: Promise, day: dt.date, outcome: str, note: str, *, by: User) -> None:
    promise.report(outcome, due_on=day, by=by, note=note, pk=uuid.uuid4())


def mend(promise: Promise, day: dt.date, words: str, *, by: User) -> None:
    Repair.write(words, promise=promise, due_on=day, by=by, pk=uuid.uuid4())


def keep_private(world: World) -> None:
    """What Ben does for himself, and what Ann has on its way."""
    ann, ben, say, ids = world.ann, world.ben, world.say, world.ids
    promise = Promise.objects.get(pk=ids["promise"])
    with acting_as(ben):
        Tracking.choose("private", promise=promise, by=ben)
        Verdict.give("broken", promise=promise, due_on=WEDNESDAY.date(), by=ben)
        Clearing.clear(promise=promise, due_on=THURSDAY.date(), by=ben)
        Tracking.choose("together", promise=promise, by=ben)
    tie_and_look_again(world)
    taken_back = write(ann, step=2, safety=say("taken-back", ann))
    held = write(ann, what_i_did=say("held", ann))
    with acting_as(ann):
        taken_back.share(by=ann)
        taken_back.take_back(by=ann)
        with clock.at(FRIDAY + AN_HOUR):
            held.share(by=ann)
    ids |= {"held": held.pk, "taken_back": taken_back.pk}


def keep_archive(world: World) -> None:
    """As if Ann had left before: all that she has, as it is now."""
    with acting_as(world.ann):
        world.ids["archive"] = Archive.keep(by=world.ann).pk


def invite(world: World) -> None:
    """Dora has a link out, and somebody wants no more mails."""
    link = Invitation.invite(by=world.dora, role="wronged")
    world.ids |= {"link": link.pk, "token": link.token}
    world.ids["signed"] = MailedAddress.of(b"0" * 32).signed


def part(world: World) -> None:
    """Ben has left, as far as addresses can tell: he is alone again."""
    ben = User.objects.get(pk=world.ben.pk)
    ben.couple.let_go(ben)


def rows_of(user: User) -> list[str]:
    """The ids of everything that is private to `user`, as they would stand in a page."""
    drafts = Draft.objects.written_by(user).values_list("pk", flat=True)
    told = Item.objects.written_by(user).filter(sent_at=None).values_list("pk", flat=True)
    return [str(pk) for pk in (*drafts, *told)]
