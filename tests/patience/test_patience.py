"""Ann plans and looks back for herself; Ben says that he felt pushed, to himself or to her."""

import datetime as dt
import re
import uuid
from typing import Any

import pytest

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.identity import acting_as
from mend.refusals import Refused
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.patience.models import STEP, Pushed, keep_felt, look_back
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy, Item
from steps.sharing.limits import unanswered
from steps.timeline.checking import findings_of
from steps.timeline.models import Event, intact
from tests.people import person, signed_in
from tests.space.taking import takes
from tests.test_access import FRESH, checksum
from tests.writing import send, write, write_letter

pytestmark = pytest.mark.django_db

LOOKS, PUSHED = "/steps/7/looks/", "/steps/7/pushed/"
HTMX = {"HX-Request": "true"}
WAYS = pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
# A Sunday in Berlin; in Honolulu it is one for eleven hours more.
SUNDAY = dt.datetime(2026, 11, 8, 22, 30, tzinfo=dt.UTC)
A_WEEK = dt.timedelta(days=7)


def look(by: User, pushed: str = "no", how: str = "") -> Draft:
    with acting_as(by):
        return look_back({"pushed": pushed, "how": how}, by=by, pk=uuid.uuid4())


def state(of: User) -> int | None:
    journey = Journey.of(of)
    assert journey is not None
    return states(journey).get(STEP)


def page(reader: User, path: str) -> str:
    return FRESH.sub(b"", signed_in(reader).get(path).content).decode()


def test_four_weeks_looked_back_on_join_it_whatever_they_showed(ann: User) -> None:
    Journey.begin(by=ann)
    assert state(ann) is None
    for number, answer in enumerate(("yes", "little", "yes", "no")):
        assert state(ann) != JOINED
        with clock.at(SUNDAY + number * A_WEEK):
            look(ann, answer)
            assert state(ann) == (JOINED if number == 3 else OPEN)


def test_a_week_counts_once_and_is_one_where_ann_lives(ann: User) -> None:
    Journey.begin(by=ann)
    far = person("Far", time_zone="Pacific/Honolulu")
    Journey.begin(by=far)
    for user in (ann, far):
        for hours in (0, 1, 3):
            with clock.at(SUNDAY + dt.timedelta(hours=hours)):
                look(user, "yes", f"After {hours} hours.")
    assert Draft.objects.filter(writer=ann, kind="look").count() == 2
    assert Draft.objects.get(writer=far, kind="look").words["how"] == "After 3 hours."
    monday = dt.datetime(2026, 11, 16, 12, tzinfo=dt.UTC)
    with clock.at(monday), acting_as(ann):
        for _ in range(4):  # past the verb, from a page that was begun before
            Draft(
                writer=ann, couple=ann.couple, journey=Journey.of(ann), kind="look",
                words={"pushed": "no", "how": ""},
            ).begin()  # fmt: skip
    assert state(ann) == OPEN, "three weeks, however many rows"
    with clock.at(monday + A_WEEK):
        look(ann)
    assert state(ann) == JOINED, "the first of the four ended an hour before that of the server"


@WAYS
def test_ann_looks_back_on_the_page(couple: tuple[User, User], headers: dict[str, str]) -> None:
    ann, ben = couple
    write(ann)
    for number in (2, 1, 0):
        with clock.at(clock.now() - (number + 1) * A_WEEK):
            look(ann, "yes", f"Week {number}.")
    before = page(ben, "/steps/7/"), page(ben, "/today/"), page(ben, "/record/")
    client, fields = signed_in(ann), {"id": str(fresh_id(ann.pk)), "pushed": "", "how": "At noon."}
    refused = client.post(LOOKS, fields, headers=headers)
    assert refused.status_code == 422
    assert "At noon." in refused.text
    assert ("<html" in refused.text) is not bool(headers)
    for answer in ("little", "little", "no"):
        done = client.post(LOOKS, fields | {"pushed": answer}, headers=headers)
        assert done.status_code == (200 if headers else 302)
    assert ("Noted, only for you." in done.text) == bool(headers)
    assert state(ann) == JOINED
    shown = page(ann, LOOKS)
    for words in ("At noon.", "Week 0.", "Week 2.", "Make a plan"):
        assert words in shown
    assert before == (page(ben, "/steps/7/"), page(ben, "/today/"), page(ben, "/record/"))
    assert Draft.objects.filter(kind="look").count() == 4


def test_the_plan_stands_on_both_pages_and_goes_nowhere(couple: tuple[User, User]) -> None:
    ann, ben = couple
    write(ann)
    client = signed_in(ann)
    new = client.get("/steps/7/writing/")
    assert "kind=patience&step=7" in new["Location"]
    assert client.get(new["Location"]).status_code == 200
    plan = {"when": "want to ask", "plan": "count trams", "person": "My aunt", "looks_like": ""}
    client.post(
        new["Location"].partition("?")[0], {"kind": "patience", "step": "7", "revision": "0"} | plan
    )
    draft = Draft.objects.get(kind="patience")
    assert (draft.step, draft.journey_id) == (STEP, Journey.of(ann).pk)  # type: ignore[union-attr]
    for path in (LOOKS, "/me/now/"):
        assert "If I want to ask, then I count trams" in " ".join(page(ann, path).split())
        assert "My aunt" in page(ann, path)
    for noun, fields in (("sharing", {}), ("telling", {"on": "2026-01-01"})):
        assert client.post(f"/writing/{draft.pk}/{noun}/", fields).status_code == 409
    theirs = [page(ben, path) for path in ("/steps/7/", "/me/now/", "/me/", PUSHED, "/record/")]
    assert not [shown for shown in theirs if "trams" in shown or "aunt" in shown]
    assert signed_in(ben).get(LOOKS).status_code == 302
    assert signed_in(ben).post(LOOKS, {"id": fresh_id(ben.pk), "pushed": "no"}).status_code == 302
    assert not Draft.objects.filter(writer=ben).exists()


@WAYS
def test_ben_keeps_it_and_tells_it_later(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    client = signed_in(ben)
    fields = {"id": str(fresh_id(ben.pk)), "words": "You asked twice.", "way": "keep"}
    before = page(ann, "/record/"), page(ann, "/today/")
    for _ in range(2):
        kept = client.post(PUSHED, fields, headers=headers)
        assert kept.status_code == (200 if headers else 302)
    note = Draft.objects.get(kind="pushed")
    assert (note.step, note.journey_id) == (None, None)
    assert "You asked twice." in page(ben, PUSHED)
    assert "Tell Ann" not in page(ben, PUSHED), "nothing of Ann's is known to him yet"
    assert client.post(f"{PUSHED}{note.pk}/telling/").status_code == 409
    assert before == (page(ann, "/record/"), page(ann, "/today/"))
    send(write(ann), by=ann)
    assert "Tell Ann" in page(ben, PUSHED)
    assert f'aria-describedby="kept-{note.pk}"' in page(ben, PUSHED)
    for _ in range(2):
        told = client.post(f"{PUSHED}{note.pk}/telling/", headers=headers)
        assert told.status_code == (200 if headers else 302)
    assert not Draft.objects.filter(kind="pushed").exists()
    assert Pushed.objects.filter(journey__offender=ann).count() == 1
    assert "Ben said that they felt pushed" in re.sub("</?b>", "", page(ann, "/record/"))
    assert "You asked twice." in page(ann, LOOKS)
    assert "You asked twice." not in page(ann, "/today/")
    end = client.post(f"{PUSHED}{note.pk}/end/", headers=headers)
    assert end.status_code == (200 if headers else 302)
    assert "You asked twice." not in page(ann, LOOKS) + page(ann, "/record/")
    assert "You asked twice." in page(ben, PUSHED)
    with acting_as(ann):
        assert findings_of(ann).without == []
    assert signed_in(ann).post(f"{PUSHED}{note.pk}/end/").status_code == 404


def test_what_ben_tells_is_counted_nowhere_and_comes_four_times_a_day(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    write(ben)  # what Ben did to Ann is another matter
    send(write(ann), by=ann)
    with acting_as(ben):
        first = Pushed.say("One.", by=ben, pk=uuid.uuid4())
        assert Pushed.say("Two.", by=ben, pk=first.pk) == first
        for words in ("", "Three.", "Four."):
            Pushed.say(words, by=ben, pk=uuid.uuid4())
        with pytest.raises(Refused):
            Pushed.say("Five.", by=ben, pk=uuid.uuid4())
        with pytest.raises(Pushed.DoesNotExist), clock.at(clock.now() + 2 * A_WEEK):
            Pushed.say("In another’s name.", by=ben, pk=Item.objects.get(kind="entry").pk)
        assert unanswered(ben) == 0
    assert Pushed.objects.filter(journey__offender=ann).count() == 4
    with acting_as(ann), pytest.raises(Pushed.DoesNotExist):
        first.take_back(by=ann)
    look(ben, "yes", "He looked back on his own.")
    assert intact(Event.objects.visible_to(ann))
    assert state(ann) is None, "what Ben feels, and how he looks back, opens and joins nothing"


def test_an_old_form_with_other_words_is_a_new_note(ben: User) -> None:
    with acting_as(ben):
        pk = uuid.uuid4()
        keep_felt("On Monday.", by=ben, pk=pk)
        keep_felt("On Monday.", by=ben, pk=pk)
        keep_felt("On Tuesday.", by=ben, pk=pk)
    words = {draft.words["words"] for draft in Draft.objects.filter(kind="pushed")}
    assert words == {"On Monday.", "On Tuesday."}
    assert Draft.objects.filter(kind="pushed").count() == 2


def test_an_old_form_that_tells_other_words_leaves_the_note(couple: tuple[User, User]) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    with acting_as(ben):
        note = keep_felt("On Monday.", by=ben, pk=uuid.uuid4())
        told = Pushed.say("On Tuesday.", by=ben, pk=note.pk)
        assert Pushed.say("On Tuesday.", by=ben, pk=note.pk) == told
        assert Draft.objects.get(kind="pushed").words == {"words": "On Monday."}
        assert Pushed.say("On Monday.", by=ben, pk=note.pk).pk == note.pk
    assert not Draft.objects.filter(kind="pushed").exists()


def test_what_is_told_after_ann_has_left_stays_with_ben(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    with acting_as(ben):
        Pushed.say("Before.", by=ben, pk=uuid.uuid4())
    ann.couple.let_go(ann)
    ben.look_again()
    with acting_as(ben):
        after = Pushed.say("After.", by=ben, pk=uuid.uuid4())
    assert after.sent_at, "to Ben it is as ever"
    assert [copy.person_id for copy in Copy.objects.filter(version__item=after)] == [ben.pk]


@WAYS
@pytest.mark.parametrize(
    "typed", [{"words": "Tell." + "x" * 276}, {"way": ""}, {"way": "shout"}, {"id": "7"}],
    ids=["281 characters", "no way", "made up", "no id"],
)  # fmt: skip
def test_what_cannot_be_kept_is_handed_back(
    couple: tuple[User, User], headers: dict[str, str], typed: dict[str, Any]
) -> None:
    _, ben = couple
    fields = {"id": str(fresh_id(ben.pk)), "words": "Tell.", "way": "keep"} | typed
    before = checksum()
    refused = signed_in(ben).post(PUSHED, fields, headers=headers)
    assert refused.status_code == 422
    assert "Tell." in refused.text
    assert "errorlist" in refused.text
    assert ("<html" in refused.text) is not bool(headers)
    assert (checksum() == before) or not Draft.objects.exists()


def test_during_his_own_space_ben_can_still_say_it_without_words(couple: tuple[User, User]) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    takes(ben)
    with acting_as(ben):
        with pytest.raises(Refused):
            Pushed.say("Yesterday.", by=ben, pk=uuid.uuid4())
        assert Pushed.say("", by=ben, pk=uuid.uuid4()).sent_at
    write_letter(ann)
    assert "Ben felt pushed" in page(ann, LOOKS)
