"""Twenty at once, and each day is said once."""

import uuid

import pytest
from django.db.models import Count

from accounts.models import User
from mend.refusals import Refused
from steps.promises.models import Promise
from steps.promises.repairs import Repair
from steps.promises.reports import Report
from steps.promises.tracking import Clearing, Verdict
from steps.timeline.models import Event, intact
from tests.pairing.test_racing import AT_ONCE, all_at_once, as_request
from tests.promises.story import opened, promised, today_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def promise(couple: tuple[User, User]) -> Promise:
    ann, ben = couple
    return opened(promised(ann), ben)


def report(promise: Promise, outcome: str, ann: User, pk: uuid.UUID | None = None) -> Report:
    found = Promise.objects.written_by(ann).get(pk=promise.pk)
    return found.report(outcome, due_on=today_of(ann), by=ann, pk=pk or uuid.uuid4())


def test_ann_presses_20_times_at_once_and_it_is_one_report(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple
    pk = uuid.uuid4()
    said = all_at_once([as_request(ann, lambda me: report(promise, "kept", me, pk))] * AT_ONCE)
    assert set(said) == {Report.objects.get()}
    assert Event.objects.filter(kind="report").count() == 1


def test_20_tabs_report_the_same_at_once_and_it_is_one_report(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple
    said = all_at_once([as_request(ann, lambda me: report(promise, "kept", me))] * AT_ONCE)
    assert set(said) == {Report.objects.get()}


def test_20_tabs_put_one_miss_right_at_once_and_one_note_stands(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple
    report(promise, "missed", ann)

    def put_right(me: User, words: str) -> Repair:
        found = Promise.objects.written_by(me).get(pk=promise.pk)
        return Repair.write(words, promise=found, due_on=today_of(me), by=me, pk=uuid.uuid4())

    acts = [
        as_request(ann, lambda me, words=words: put_right(me, words))
        for words in ("I call now.", "I write now.") * (AT_ONCE // 2)
    ]
    said = all_at_once(acts)
    assert {one for one in said if isinstance(one, Repair)} == {Repair.objects.get()}
    assert sum(isinstance(one, Refused) for one in said) == AT_ONCE // 2
    assert Event.objects.filter(kind="repair").count() == 1


def test_kept_and_missed_at_once_never_end_in_kept_after_missed(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple
    acts = [
        as_request(ann, lambda me, outcome=outcome: report(promise, outcome, me))
        for outcome in ("kept", "missed") * (AT_ONCE // 2)
    ]
    results = all_at_once(acts)
    assert all(isinstance(result, Report | Refused) for result in results)
    assert list(Report.objects.order_by("number").values_list("outcome", flat=True))[-1] == "missed"
    assert Report.objects.count() <= 2
    assert intact(Event.objects.visible_to(ann))


def test_ben_marks_20_times_at_once_and_it_is_one_verdict(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    due_on = today_of(ann)

    report(promise, "kept", ann)

    def give(me: User) -> Verdict:
        return Verdict.give("broken", promise=promise, due_on=due_on, by=me)

    assert set(all_at_once([as_request(ben, give)] * AT_ONCE)) == {Verdict.objects.get()}
    assert Event.objects.filter(kind="verdict").count() == 1


def test_ben_clears_20_times_at_once_and_it_is_cleared_once(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    due_on = today_of(ann)

    def clear(me: User) -> None:
        Clearing.clear(promise=promise, due_on=due_on, by=me)

    assert all_at_once([as_request(ben, clear)] * AT_ONCE) == [None] * AT_ONCE
    assert Clearing.objects.count() == 1


def test_ann_ends_20_times_at_once_and_it_is_one_entry(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, _ = couple

    def end(me: User) -> None:
        Promise.objects.written_by(me).get(pk=promise.pk).end(by=me)

    assert all_at_once([as_request(ann, end)] * AT_ONCE) == [None] * AT_ONCE
    assert Event.objects.filter(kind="ended").count() == 1


def test_reports_and_verdicts_at_once_leave_no_gap_in_the_record(
    couple: tuple[User, User], promise: Promise
) -> None:
    ann, ben = couple
    due_on = today_of(ann)

    def give(me: User, outcome: str) -> Verdict:
        return Verdict.give(outcome, promise=promise, due_on=due_on, by=me)

    outcomes = ("kept", "broken", "excused", "kept", "broken")
    acts = [as_request(ben, lambda me, said=said: give(me, said)) for said in outcomes]
    acts += [
        as_request(ann, lambda me, said=said: report(promise, said, me))
        for said in ("kept", "change") * 3
    ]
    all_at_once(acts)
    numbers = Verdict.objects.values("due_on", "number").annotate(times=Count("pk"))
    assert all(row["times"] == 1 for row in numbers)
    assert intact(Event.objects.visible_to(ann))
