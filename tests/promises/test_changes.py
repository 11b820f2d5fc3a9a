"""What Ben may say to a promise, and other terms of it: asked for by either, agreed to by both."""

import datetime as dt
from typing import Any

import pytest

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.identity import acting_as
from mend.refusals import Refused, Unready
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.promises.changes import Change
from steps.promises.consents import Consent
from steps.promises.known import known_to, with_days
from steps.promises.models import Promise
from steps.promises.pauses import Pause
from steps.promises.schedule import Schedule
from steps.promises.terms import on
from steps.promises.today import due_today
from steps.sharing.aloud import ALOUD
from steps.sharing.items import Copy, Item
from steps.sharing.limits import Reopening
from steps.sharing.withdrawing import withdraw
from steps.space.models import Space
from steps.timeline.models import Event, intact
from tests.people import pair, person, signed_in
from tests.promises.story import HTMX, MONDAY, day, days_on, ended, opened, promised, reported, told
from tests.writing import ask, say, send, tell, write_change, write_promise

pytestmark = pytest.mark.django_db

EASIER: dict[str, Any] = {"weekdays": ["0", "2"], "sentence": "I call before nine."}


@pytest.fixture
def promise(couple: tuple[User, User]) -> Promise:
    """Daily for three weeks, from Monday on."""
    ann, ben = couple
    with clock.at(MONDAY):
        return opened(promised(ann, ends_on=day(20).isoformat()), ben)


def asked(promise: Promise, *, by: User, **changes: Any) -> Change:
    """What Ann asks for, and it went."""
    return Change.objects.get(pk=send(write_change(by, promise, **(changes or EASIER)), by=by).pk)


def fresh(promise: Promise, reader: User) -> Promise:
    """As a page gets it."""
    with acting_as(reader):
        [known] = with_days(list(known_to(reader).filter(pk=promise.pk)), reader)
    return known


def steps_of(ann: User) -> dict[int, int]:
    with acting_as(ann):
        return states(Journey.objects.get(offender=ann))


def test_what_was_not_said_aloud_goes_nowhere(couple: tuple[User, User]) -> None:
    """Word for word; nobody but Ann ever has it."""
    ann, ben = couple
    with clock.at(MONDAY):
        draft = write_promise(ann, "I call.", **{ALOUD: "I call at times."})
        client = signed_in(ann)
        for go in (send, tell):
            with pytest.raises(Refused, match="aloud once"):
                go(draft, by=ann)
        page = client.get(f"/writing/{draft.pk}/preview/").text
        assert "Say it aloud once" in page
        assert "/sharing/" not in page
        assert "/telling/" not in page
        client.post(f"/writing/{draft.pk}/aloud/", {"said": "I call at times."})
        assert "Say it aloud once" in client.get(f"/writing/{draft.pk}/preview/").text
        answer = client.post(f"/writing/{draft.pk}/aloud/", {"said": "I call."}, headers=HTMX)
        assert "Share with Ben" in answer.text
        assert "<html" not in answer.text
        with acting_as(ann):
            draft.refresh_from_db()
            draft.save_words({**draft.words, "measure": "By the phone."}, revision=2)
        item = send(draft, by=ann)
        assert "<html" in signed_in(ben).get(f"/card/{item.pk}/").text
        for user in couple:
            with acting_as(user):
                copy = Copy.objects.get(version__item=item, person=user)
                assert ALOUD not in copy.words["words"]


def test_what_another_tab_left_unfinished_is_shown_to_be_finished(ann: User) -> None:
    with clock.at(MONDAY):
        draft = write_promise(ann, "I call.", ends_on="", **{ALOUD: ""})
        answer = signed_in(ann).post(
            f"/writing/{draft.pk}/aloud/", {"said": "I call."}, headers=HTMX
        )
    assert answer.status_code == 422
    assert "I call." in answer.text


def test_a_yes_holds_from_the_day_after_and_what_has_come_stays(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(days_on(1)):
        reported(promise, day(1), "kept", by=ann)
        change = asked(promise, by=ann)
        assert fresh(promise, ben).days == [day(number) for number in range(21)]
    with clock.at(days_on(3)):
        said = say("yes", change, by=ben)
        assert said
        assert (said.from_on, said.first_on) == (day(4), day(7))
        assert say("no", change, by=ben) == said
        assert Event.objects.filter(kind="consent").get().facts == {
            "choice": "yes", "from_on": str(day(4)),
        }  # fmt: skip
    with clock.at(days_on(8)):
        days = [0, 1, 2, 3, 7, 9, 14, 16]
        assert fresh(promise, ann).days == [day(number) for number in days]
        terms = fresh(promise, ben).terms
        assert on(day(3), terms).since is None
        assert on(day(4), terms).since == day(4)
        for user in couple:
            page = signed_in(user).get(f"/list/{promise.pk}/").text
            assert "I call before nine." in page
            assert "It reads so since Friday 6 November" in page
            assert "How it read before" in page
        with acting_as(ann):
            assert [(due.sentence, due.due_on) for due in due_today(ann)] == [
                ("I call before nine.", day(7))
            ]
        with pytest.raises(Promise.DoesNotExist):
            reported(promise, day(8), "kept", by=ann)
        reported(promise, day(3), "missed", by=ann)
        record = signed_in(ann).get("/record/").text
        assert "yes to a change" in record
        with acting_as(ann):
            assert intact(Event.objects.visible_to(ann))


def test_a_yes_tells_nothing_of_where_ben_lives(ann: User) -> None:
    """It is Wednesday for him; and two that are said on one day leave each day once."""
    ben = person("Ben", time_zone="Pacific/Auckland")
    pair(ann, ben)
    with clock.at(MONDAY):
        promise = opened(promised(ann, ends_on=str(day(20))), ben)
        change = asked(promise, by=ann)
    with clock.at(days_on(1)):
        said = say("yes", change, by=ben)
        assert said
        assert said.from_on == day(2)
        say("yes", ask(promise, by=ben, sentence="I call at nine."), by=ann)
    with clock.at(days_on(2)), acting_as(ann):
        assert [due.due_on for due in due_today(ann)] == [day(1), day(2)]


def test_silence_and_a_no_leave_everything_as_it_is(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(days_on(1)):
        change = asked(promise, by=ann)
        with pytest.raises(Refused, match="about this promise already"):
            asked(promise, by=ann, sentence="I call at ten.")
    with clock.at(days_on(15)):
        before = signed_in(ann).get(f"/list/{promise.pk}/").text
        assert "unanswered" not in before
        assert fresh(promise, ann).days == [day(number) for number in range(21)]
        say("no", change, by=ben)
        assert fresh(promise, ann).days == [day(number) for number in range(21)]
        with pytest.raises(Refused, match="said “no” to a change"):
            asked(promise, by=ann, sentence="I call at ten.")
        with acting_as(ben):
            Reopening.open("change", by=ben)
        again = asked(promise, by=ann, sentence="I call at eleven.")
    with clock.at(days_on(365)):
        with pytest.raises(Refused, match="over"):
            say("yes", again, by=ben)
        assert "I call at eleven." not in signed_in(ben).get("/list/").text


def test_what_ann_asks_for_can_be_taken_back_while_it_waits(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(days_on(1)):
        change = asked(promise, by=ann)
        assert "Take this back" in signed_in(ann).get(f"/card/{change.pk}/").text
        with acting_as(ann):
            withdraw(change, by=ann)
            withdraw(change, by=ann)
        assert Event.objects.filter(kind="withdrawn").count() == 1
        with pytest.raises(Refused, match="does not wait"):
            say("yes", change, by=ben)
    with clock.at(days_on(2)):
        other = asked(promise, by=ann, sentence="I call at ten.")
        say("yes", other, by=ben)
        with acting_as(ann), pytest.raises(Refused):
            withdraw(other, by=ann)
    with clock.at(days_on(8)):
        third = asked(promise, by=ann, sentence="I call at noon.")
        ended(promise, by=ann)
        with pytest.raises(Refused, match="over"):
            say("yes", third, by=ben)


def test_what_ben_asks_for_holds_once_ann_agrees_and_stays_hers(
    couple: tuple[User, User], promise: Promise
) -> None:
    """He may take back what was not agreed to; the terms are Ann's own words from then on."""
    ann, ben = couple
    with clock.at(days_on(1)):
        ask(promise, by=ben, sentence="I call at seven.", words="I am gone at eight.")
        with acting_as(ben):
            Change.unwish(promise=promise, by=ben)
        first = ask(promise, by=ben, sentence="I call at six.")
        wish = ask(promise, by=ben, sentence="I call at half past six.")
        page = signed_in(ann).get(f"/list/{promise.pk}/").text
        assert "I call at half past six." in page
        assert "I call at six." not in page
        assert "I call at seven." not in signed_in(ann).get("/record/").text
        with pytest.raises(Refused, match="does not wait"):
            say("yes", first, by=ann)
        with pytest.raises(Change.DoesNotExist):
            say("no", wish, by=ann)
        with pytest.raises(Change.DoesNotExist):
            say("yes", wish, by=ben)
        say("yes", wish, by=ann)
        with acting_as(ben):
            Change.unwish(promise=fresh(promise, ben), by=ben)
        assert Copy.objects.filter(version__item=wish).count() == 2
        assert Copy.objects.filter(version__item=first).count() == 1
    Copy.objects.filter(version__item=wish).delete()  # as if Ben had erased his account
    with clock.at(days_on(2)):
        assert "I call at half past six." in signed_in(ann).get(f"/list/{promise.pk}/").text


def test_what_was_agreed_meanwhile_closes_what_was_asked_before(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    with clock.at(days_on(1)):
        change = asked(promise, by=ann)
    with clock.at(days_on(2)):
        say("yes", ask(promise, by=ben, sentence="I call at seven."), by=ann)
        with pytest.raises(Refused, match="does not wait"):
            say("yes", change, by=ben)


def test_what_does_not_fit_is_handed_back(couple: tuple[User, User], promise: Promise) -> None:
    ann, ben = couple
    with clock.at(days_on(3)):
        for changes, sentence in (
            ({}, "This is how it stands already."),
            ({"ends_on": str(day(3))}, "None of its days would come after today."),
            ({"ends_on": str(day(90))}, "A promise lasts at most 90 days."),
        ):
            with pytest.raises(Unready) as unready:
                ask(promise, by=ben, **changes)
            assert sentence in str(unready.value.form.errors)
        client, typed = signed_in(ben), {"sentence": "x" * 141, "ends_on": "soon", "id": "y"}
        answer = client.post(f"/list/{promise.pk}/wish/", typed)
        assert answer.status_code == 422
        assert "x" * 141 in answer.text
        assert "Choose at least one day of the week." in answer.text
        once = opened(promised(ann, rhythm="once", ends_on=str(day(9))), ben)
        ask(once, by=ben, ends_on=str(day(12)))
        asked(promise, by=ann)
        with pytest.raises(Refused, match="Take that back"):
            asked(promise, by=ann, sentence="I call at ten.")
    assert not Consent.objects.exists()


def test_what_is_refused_is_handed_back_with_its_words(
    couple: tuple[User, User], promise: Promise
) -> None:
    _, ben = couple
    with clock.at(days_on(1)):
        for number in range(4):
            ask(promise, by=ben, sentence=f"I call at {number}.")
        typed = {"id": str(fresh_id(ben.pk)), "weekdays": ["0"], "ends_on": str(day(20))}
        typed |= {"sentence": "I call at noon.", "words": "I sleep badly."}
        answer = signed_in(ben).post(f"/list/{promise.pk}/wish/", typed)
    assert answer.status_code == 409
    assert "several times within a day" in answer.text
    assert "I sleep badly." in answer.text
    assert "I call at noon." in answer.text


def test_a_far_end_is_refused_before_its_days_are_laid_out(
    couple: tuple[User, User], promise: Promise, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There would be three million of them."""
    _, ben = couple
    laid_out = Schedule.dates.func

    def dates(schedule: Schedule) -> list[dt.date]:
        assert schedule.ends_on.year < 9999
        return laid_out(schedule)

    monkeypatch.setattr(Schedule, "dates", property(dates))
    with clock.at(days_on(1)), pytest.raises(Unready):
        ask(promise, by=ben, ends_on="9999-12-31")


def test_a_single_day_moves_and_joins_the_step_where_it_is_now(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        once = opened(promised(ann, rhythm="once", ends_on=str(day(3))), ben)
        wish = ask(once, by=ben, ends_on=str(day(6)))
        say("yes", wish, by=ann)
    with clock.at(days_on(6)):
        assert fresh(once, ann).days_due == [day(6)]
        assert steps_of(ann)[9] == OPEN
        reported(once, day(6), "kept", by=ann)
        assert steps_of(ann)[9] == JOINED


def test_the_first_day_is_that_of_the_terms_that_were_agreed_before_it(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        later = opened(promised(ann, starts_on=str(day(3)), ends_on=str(day(20))), ben)
        say("yes", asked(later, by=ann, weekdays=["0"]), by=ben)
    with clock.at(days_on(14)):
        reported(later, day(14), "kept", by=ann)
        assert steps_of(ann)[9] == OPEN
    with clock.at(days_on(8)):
        reported(later, day(7), "missed", by=ann)
        assert steps_of(ann)[9] == JOINED


def test_a_pause_over_all_of_its_days_leaves_it_the_end_that_was_agreed(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    with clock.at(days_on(1)):
        promise = opened(promised(ann, starts_on=str(day(3)), ends_on=str(day(5))), ben)
        say("yes", asked(promise, by=ann, ends_on=str(day(8))), by=ben)
        with acting_as(ann):
            Pause.begin(until=day(12), by=ann)
    with acting_as(ann):
        paused = Promise.objects.get(pk=promise.pk)
        assert (paused.days, paused.last_day) == ([], day(8))


def test_ben_accepts_lets_it_stand_and_declines(
    couple: tuple[User, User], promise: Promise
) -> None:
    """A declined promise is over, for good, and what was said of its days stays."""
    ann, ben = couple
    with clock.at(days_on(1)):
        assert say("stands", promise, by=ben) is None
        reported(promise, day(1), "kept", by=ann)
        for choice, shown in (("accept", "Ben accepted it."), ("stands", "In force")):
            said = say(choice, promise, by=ben)
            assert say(choice, promise, by=ben) == said
            assert shown in signed_in(ann).get(f"/list/{promise.pk}/").text
        change = asked(promise, by=ann)
        say("decline", promise, by=ben)
        assert fresh(promise, ann).days_due == [day(0), day(1)]
        with pytest.raises(Refused, match="over"):
            say("accept", promise, by=ben)
        with pytest.raises(Refused, match="over"):
            say("yes", change, by=ben)
    with clock.at(days_on(2)):
        reported(promise, day(0), "kept", by=ann)
        with pytest.raises(Refused, match="over before"):
            reported(promise, day(2), "kept", by=ann)
        for user in couple:
            assert "Declined on Tuesday 3 November" in signed_in(user).get("/list/").text
        with acting_as(ann):
            assert not due_today(ann)
        assert promised(ann).pk


def test_a_no_is_free_of_the_pace_that_holds_other_words(
    couple: tuple[User, User], promise: Promise
) -> None:
    _ann, ben = couple
    with clock.at(days_on(1)):
        for choice in ("accept", "stands", "accept", "stands"):
            say(choice, promise, by=ben)
        with pytest.raises(Refused, match="several times"):
            say("accept", promise, by=ben)
        assert say("decline", promise, by=ben)


def test_space_and_strangers(couple: tuple[User, User], cy: User, promise: Promise) -> None:
    """While Ben takes space nothing of it reaches him, and what he asked for waits."""
    ann, ben = couple
    with clock.at(days_on(1)):
        wish = ask(promise, by=ben, sentence="I call at seven.")
        for user in (ann, cy):
            with pytest.raises(Item.DoesNotExist):
                say("accept", promise, by=user)
        with acting_as(ben):
            Space.take(by=ben, pk=wish.pk, line="")
        with pytest.raises(Refused, match="takes space"):
            say("yes", wish, by=ann)
        with pytest.raises(Refused, match="takes space"):
            asked(promise, by=ann)
        with pytest.raises(Refused, match="You take space"):
            ask(promise, by=ben, sentence="I call at six.")
        assert "Yes, I will" not in signed_in(ann).get(f"/list/{promise.pk}/").text
        assert say("accept", promise, by=ben)
        spoken = told(ann, "I write.")
        with acting_as(ann), pytest.raises(Refused):
            Change.begin(promise=spoken, by=ann)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_the_pages_of_both_ask_and_agree(
    couple: tuple[User, User], promise: Promise, headers: dict[str, str]
) -> None:
    """Each form as it stands on the page, pressed twice; words that nobody offered find nothing."""
    ann, ben = couple
    with clock.at(days_on(1)):
        anns, bens, at = signed_in(ann), signed_in(ben), f"/list/{promise.pk}/"
        for _number in range(2):
            assert anns.post(f"{at}change/").status_code == 302
        writing = anns.post(f"{at}change/")["Location"]
        page = anns.get(writing).text
        assert "A change to a promise" in page
        assert 'name="promise_id"' in page
        assert "in person" not in anns.get(f"{writing}preview/").text
        draft = write_change(ann, promise, **EASIER)
        assert writing == f"/writing/{draft.pk}/"
        change = Change.objects.get(pk=send(draft, by=ann).pk)
        closed = bens.get(at).text
        assert "Ann asks whether a promise may change" in closed
        assert "I call before nine." not in closed
        bens.post(f"/card/{change.pk}/opening/")
        assert "I call before nine." in bens.get(at).text
        answer = f"{at}change/{change.pk}/consent/"
        assert bens.post(answer, {"choice": "perhaps"}, headers=headers).status_code == 404
        assert anns.post(answer, {"choice": "yes"}, headers=headers).status_code == 404
        for _number in range(2):
            said = bens.post(answer, {"choice": "yes"}, headers=headers)
            assert said.status_code == (200 if headers else 302)
        assert not headers or "Agreed. It reads so from the next day on." in said.text
        assert Consent.objects.get().choice == "yes"
        for choice in ("accept", "stands", "decline"):
            said = bens.post(f"{at}consent/", {"choice": choice}, headers=headers)
            assert said.status_code == (200 if headers else 302)
        assert "Declined on" in anns.get(at).text
    assert dt.date.fromisoformat(str(day(2))) == Consent.objects.get(choice="yes").from_on
