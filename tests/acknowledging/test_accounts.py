"""Ann says what she did, marks the sentence that names it, and adds what comes later."""

import datetime as dt

import pytest

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from mend.refusals import Refused, Unready
from steps.acknowledging.forms import AccountForm, sentences_of
from steps.acknowledging.models import Account
from steps.acknowledging.replies import AccountReply
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.sharing.hints import beside
from steps.sharing.items import Copy
from steps.sharing.withdrawing import withdraw
from steps.timeline.models import Event, intact
from tests.acknowledging.saying import nothing_more, reply, said, told
from tests.writing import send, tell, write, write_account

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)


def state(of: User) -> int | None:
    journey = Journey.of(of)
    assert journey
    return states(journey).get(1)


def test_its_sentences_are_those_that_were_typed() -> None:
    text = "I lied to you. Every day!\r\nI hid it … and then\n\n I lied to you. Why?"
    assert sentences_of(text) == ["I lied to you.", "Every day!", "I hid it …", "and then", "Why?"]
    assert sentences_of("  ") == []


@pytest.mark.parametrize("act", ["", "Every day!", "I never wrote this."])
def test_none_goes_without_the_sentence_that_names_the_act(ann: User, act: str) -> None:
    """Marked as it stands: one that was changed since has to be marked anew."""
    draft = write_account(ann, "I lied to you. It went on.", act=act)
    with pytest.raises(Unready) as unready:
        tell(draft, by=ann)
    assert list(unready.value.form.errors) == ["act"]


def test_that_it_was_hidden_is_a_sentence_of_hers(couple: tuple[User, User]) -> None:
    """Sealed with the words, and told in the reader's language; not a word stands in the clear."""
    ann, ben = couple
    account = said(ann, to=ben, honesty="both", hidden="I said it was the car.")
    with acting_as(ben):
        words = Copy.objects.visible_to(ben).get(version__item=account).words["words"]
    read = AccountForm.read_as(words)
    assert read["hidden"] == "I hid it, and I lied about it.\nI said it was the car."
    assert account.told_facts() == [("Said with it", "That is all of it.")]
    assert AccountForm.read_as({"what_i_did": "I lied."})["hidden"] == ""


def test_a_phrase_in_the_marked_sentence_is_pointed_at_once(ann: User) -> None:
    draft = write_account(ann, "I'm sorry if what I said hurt you.")
    assert len(beside(draft)) == 1


def test_step_1_joins_when_it_is_said_to_be_all_sent_or_told(
    couple: tuple[User, User], cy: User
) -> None:
    ann, ben = couple
    draft = write_account(ann, says_all="")
    assert state(ann) == OPEN
    first = Account.objects.get(pk=send(draft, by=ann).pk)
    assert state(ann) == OPEN
    reply(first, "matches", by=ben)
    assert state(ann) == OPEN, "what Ben answers joins nothing"
    whole = said(ann, to=ben, what="I took your sister's money, too.")
    assert state(ann) == JOINED
    with acting_as(ann):
        withdraw(whole, by=ann)
    assert state(ann) == OPEN, "what was taken back is open again"
    told(cy)
    assert state(cy) == JOINED


def test_after_a_year_of_silence_it_is_joined_all_the_same(couple: tuple[User, User]) -> None:
    """And what was not said to be all of it is as open as before."""
    ann, _ben = couple
    send(write_account(ann, says_all=""), by=ann)
    with clock.at(clock.now() + 365 * A_DAY):
        assert state(ann) == OPEN
        send(write_account(ann), by=ann)
    with clock.at(clock.now() + 730 * A_DAY):
        assert state(ann) == JOINED
        assert not AccountReply.objects.exists()
        assert Event.objects.count() == 2


def test_what_comes_later_is_said_to_be_so_and_what_was_told_is_not_counted(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    told(ann)
    first, second = (said(ann, to=ben, what=what) for what in ("I lied.", "I lied twice."))
    assert (first.number, second.number) == (1, 2)
    assert not first.is_added
    assert second.topic == "Acknowledge the Mistake, added later"
    assert first.topic == "Acknowledge the Mistake"
    facts = Event.objects.filter(kind="account").order_by("seq").values_list("facts", flat=True)
    assert list(facts) == [{"says_all": True}, {"added_later": True, "says_all": True}]


def test_ben_answers_if_he_likes_and_may_change_it(couple: tuple[User, User]) -> None:
    ann, ben = couple
    account = said(ann, to=ben)
    for choice in ("matches", "matches", "no_details"):
        reply(account, choice, by=ben)
    with acting_as(ben):
        account.unsay(by=ben)
        account.unsay(by=ben)
    given = AccountReply.objects.order_by("number").values_list("choice", "number")
    assert list(given) == [("matches", 1), ("no_details", 2), ("taken_back", 3)]
    kinds = Event.objects.order_by("seq").values_list("kind", flat=True)
    assert list(kinds) == ["account", "account_reply", "account_reply", "unsaid"]
    assert intact(Event.objects.visible_to(ann))


def test_something_is_missing_once_to_each_and_nothing_more_answers_it_for_good(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    first = said(ann, to=ben)
    with pytest.raises(Refused):
        nothing_more(first, by=ann)
    reply(first, "missing", by=ben)
    nothing_more(first, by=ann)
    nothing_more(first, by=ann)
    assert Event.objects.filter(kind="nothing_more").count() == 1
    reply(first, "matches", by=ben)
    with pytest.raises(Refused):
        reply(first, "missing", by=ben)
    second = said(ann, to=ben, what="I lied about June, too.")
    reply(second, "missing", by=ben)
    reply(second, "no_details", by=ben)
    with pytest.raises(Refused):
        reply(second, "missing", by=ben)


def test_nobody_else_answers(couple: tuple[User, User], cy: User) -> None:
    ann, ben = couple
    account, spoken = said(ann, to=ben), told(ann)
    for row, person in ((account, ann), (spoken, ben), (spoken, ann)):
        with pytest.raises(Account.DoesNotExist):
            reply(row, "matches", by=person)
    for row, person in ((account, ben), (account, cy), (spoken, ann)):
        with pytest.raises(Account.DoesNotExist):
            nothing_more(row, by=person)


def test_what_was_taken_back_gets_no_answer_but_one_can_still_be_taken_back(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    account = said(ann, to=ben)
    reply(account, "missing", by=ben)
    with acting_as(ann):
        withdraw(account, by=ann)
        with pytest.raises(Refused):
            account.say_nothing_more(by=ann)
    with pytest.raises(Refused):
        reply(account, "matches", by=ben)
    with acting_as(ben):
        account.unsay(by=ben)
    assert AccountReply.objects.order_by("number").last().choice == "taken_back"  # type: ignore[union-attr]


def test_four_changes_of_an_answer_are_enough_for_a_day(couple: tuple[User, User]) -> None:
    ann, ben = couple
    account = said(ann, to=ben)
    for choice in ("matches", "no_details") * 2:
        reply(account, choice, by=ben)
    with pytest.raises(Refused):
        reply(account, "matches", by=ben)
    with clock.at(clock.now() + A_DAY):
        reply(account, "matches", by=ben)


def test_a_draft_from_before_stays_what_it_was(couple: tuple[User, User]) -> None:
    """Answers to the same questions, without a mark; they can still be sent, and join nothing."""
    ann, _ben = couple
    draft = write(ann, what_i_did="I hid the card.", hidden="I said it was the car.")
    assert set(draft.as_form().fields) == {
        "what_i_did", "when", "affected", "hidden", "not_known_yet"
    }  # fmt: skip
    send(draft, by=ann)
    assert state(ann) == OPEN
