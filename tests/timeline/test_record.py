"""Ann and Ben read the same record, each in sentences of their own; Cy reads nothing of it."""

import datetime as dt
import re
import uuid

import pytest

from accounts.models import User
from mend import clock
from steps.promises.models import Promise
from steps.promises.tracking import Verdict
from steps.sharing.shelf import Reading
from steps.timeline.lines import Entry
from steps.timeline.models import Event
from steps.timeline.telling import entries_of
from tests.people import pair, person, signed_in
from tests.timeline.story import MONDAY, at_day, tell_story
from tests.writing import send, tell, write, write_offer, write_promise

pytestmark = pytest.mark.django_db


def entries(reader: User) -> list[Entry]:
    return entries_of(Event.objects.visible_to(reader).as_told().order_by("seq"), reader)


def sentences(reader: User) -> list[str]:
    told = [
        f"{entry.sentence} {entry.mark.word if entry.mark else ''}" for entry in entries(reader)
    ]
    return [re.sub("</?b>", "", sentence).strip() for sentence in told]


def page(reader: User, address: str = "/record/") -> str:
    answer = signed_in(reader).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_ann_reads_what_she_did_and_what_ben_said(couple: tuple[User, User]) -> None:
    ann, ben = couple
    tell_story(ann, ben)
    assert sentences(ann) == [
        "You shared something you wrote",
        "You offered a repair",
        "You made a promise",
        "Ben answered an offer another idea",
        "You carried out a repair",
        "Ben said how a repair was a little",
        "You reported a promise kept",
        "You reported a promise kept",
        "You reported a promise missed",
        "Ben marked a promise kept",
        "Ben marked a promise broken",
        "Ben marked a promise excused",
        "You ended a promise early",
    ]


def test_ben_reads_the_same_entries_the_other_way_round(couple: tuple[User, User]) -> None:
    ann, ben = couple
    tell_story(ann, ben)
    assert sentences(ben)[:5] == [
        "Ann shared something they wrote",
        "Ann offered a repair",
        "Ann made a promise",
        "You answered an offer another idea",
        "Ann carried out a repair",
    ]
    assert [entry.seq for entry in entries(ben)] == [entry.seq for entry in entries(ann)]


def test_the_words_stand_as_they_were_delivered(couple: tuple[User, User]) -> None:
    ann, ben = couple
    tell_story(ann, ben)
    shown = page(ben)
    for words in ("I lied to you.", "In May.", "I repaint the kitchen.", "The hallway first."):
        assert words in shown
    entry, *_ = entries(ben)
    assert [line.text for line in entry.lines] == ["I lied to you.", "In May."]
    assert all(line.label for line in entry.lines)


def test_one_answer_stands_without_its_question(couple: tuple[User, User]) -> None:
    ann, _ = couple
    send(write(ann, what_i_did="I lied."), by=ann)
    (entry,) = entries(ann)
    assert [(line.label, line.text) for line in entry.lines] == [("", "I lied.")]


def test_a_report_brings_its_note_and_the_promise(couple: tuple[User, User]) -> None:
    ann, ben = couple
    tell_story(ann, ben)
    missed = next(entry for entry in entries(ben) if entry.mark and entry.mark.name == "missed")
    assert [line.text for line in missed.lines] == ["I call before eight.", "I forgot."]
    assert "For Thursday 19 November" in missed.remarks


def test_a_break_is_a_gap_until_a_day_reported_as_kept_joins_it(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    tell_story(ann, ben)
    assert beads(ben, "You marked a promise") == ["is-kept", "is-broken", ""]
    assert beads(ann, "You reported a promise") == ["is-kept", "is-kept", ""]
    assert beads(ann, "You carried out a repair") == ["is-kept"]
    report("missed", by=ann)
    assert beads(ben, "You marked a promise")[1] == "is-broken"
    report("kept", by=ann)
    assert beads(ben, "You marked a promise")[1] == "is-broken is-repaired"


def beads(reader: User, sentence: str) -> list[str]:
    return [entry.bead for entry in entries(reader) if entry.sentence == sentence]


def report(outcome: str, *, by: User) -> None:
    """One more day, on the Friday or the Saturday."""
    promise = Promise.objects.get()
    number = 4 if outcome == "missed" else 5
    with clock.at(at_day(6)):
        promise.report(outcome, due_on=at_day(number).date(), by=by, pk=uuid.uuid4())


def test_a_closed_card_shows_no_words_and_leads_to_its_page(couple: tuple[User, User]) -> None:
    ann, ben = couple
    cards = [send(draft, by=ann) for draft in (write(ann), write_offer(ann), write_promise(ann))]
    shown = page(ben)
    for words in ("I lied to you about the money.", "I repaint the kitchen.", "I call before"):
        assert words not in shown
        assert words in page(ann)
    assert all(f'href="/card/{card.pk}/"' in shown for card in cards)
    assert "1 minute to read" in shown
    assert shown.count('aria-describedby="said-1"') == 2, "what is opened, and what is linked"
    Reading.open(cards[0], by=ben)
    assert "I lied to you about the money." in page(ben)


def test_what_is_said_of_a_closed_promise_does_not_give_it_away(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    tell_story(ann, ben)
    Reading.objects.all().delete()
    assert "I call before eight." not in page(ben)
    assert "I repaint the kitchen." not in page(ben)
    assert "I forgot." not in page(ben)


def test_what_ben_opens_changes_no_byte_for_ann(couple: tuple[User, User]) -> None:
    ann, ben = couple
    card = send(write(ann), by=ann)
    before = [page(ann), page(ann, "/record/1/")]
    Reading.open(card, by=ben)
    Reading.leave(card, by=ben)
    assert [without_token(text) for text in before] == [
        without_token(text) for text in (page(ann), page(ann, "/record/1/"))
    ]


def without_token(shown: str) -> str:
    return re.sub(r"[A-Za-z0-9]{64}", "", shown)


def test_drafts_and_what_was_told_in_person_are_not_on_the_record(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    write(ann)
    tell(write(ann, what_i_did="I lied."), by=ann)
    assert not Event.objects.exists()
    assert "Nothing stands here yet." in page(ann)


def test_no_entry_tells_its_hour_not_even_ones_own(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        send(write(ann), by=ann)
    for reader in (ann, ben):
        assert "19:0" not in page(reader)


def test_days_are_the_readers_own() -> None:
    ann, ben = person("Ann", time_zone="Pacific/Kiritimati"), person("Ben", time_zone="US/Hawaii")
    pair(ann, ben)
    with clock.at(MONDAY):
        send(write(ann), by=ann)
        assert "Tuesday 17 November" in page(ann)
        assert "Monday 16 November" in page(ben)


def test_another_year_is_named(couple: tuple[User, User]) -> None:
    ann, _ = couple
    with clock.at(MONDAY):
        send(write(ann), by=ann)
        assert "Monday 16 November</h2>" in page(ann)
    with clock.at(MONDAY + dt.timedelta(days=60)):
        assert "Monday 16 November 2026</h2>" in page(ann)


def test_alone_the_page_is_kind_and_empty(ann: User) -> None:
    shown = page(ann)
    assert "<title>Record</title>" in re.sub(r"\s*(Record)\s*", r"\1", shown)
    assert "Nothing stands here yet." in shown
    assert 'class="plate' in shown


def test_each_entry_has_an_address_that_stays(couple: tuple[User, User]) -> None:
    ann, ben = couple
    tell_story(ann, ben)
    shown = page(ben, "/record/11/")
    assert "marked a promise" in shown
    assert "Friday 20 November" in shown
    assert "/record/?before=12#entry-11" in shown
    assert 'id="entry-11"' in page(ben, "/record/?before=12")


def test_a_stranger_and_an_unknown_entry_get_the_same_answer(
    couple: tuple[User, User], cy: User
) -> None:
    ann, ben = couple
    tell_story(ann, ben)
    nowhere = ("/record/9999/", "/record/99999999999999999999/", f"/record/{'9' * 5000}/")
    answers = [signed_in(ben).get(address) for address in nowhere]
    answers.append(signed_in(cy).get("/record/1/"))
    assert {answer.status_code for answer in answers} == {404}
    assert "Ann" not in page(cy)


def test_a_changed_mark_and_the_first_one_both_stay(couple: tuple[User, User]) -> None:
    ann, ben = couple
    tell_story(ann, ben)
    with clock.at(at_day(6)):
        Verdict.give("kept", promise=Promise.objects.get(), due_on=at_day(2).date(), by=ben)
    marks = [entry for entry in entries(ann) if "marked" in entry.sentence]
    assert [entry.mark.name for entry in marks if entry.mark][1:] == ["broken", "excused", "kept"]
    assert ["Marked anew later." in entry.remarks for entry in marks] == [False, True, False, False]


def test_a_corrected_report_and_the_first_one_both_stay(couple: tuple[User, User]) -> None:
    ann, ben = couple
    tell_story(ann, ben)
    with clock.at(at_day(5)):
        Promise.objects.get().report("missed", due_on=at_day(2).date(), by=ann, pk=uuid.uuid4())
    reports = [entry for entry in entries(ben) if "reported" in entry.sentence]
    assert [entry.mark.name for entry in reports if entry.mark][-1] == "missed"
    assert "Reported anew later." in reports[1].remarks
