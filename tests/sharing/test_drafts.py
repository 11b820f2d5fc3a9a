"""A draft is its writer's alone, and no word typed into it is ever lost."""

import datetime as dt
import uuid

import pytest
from django.test import Client

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.identity import acting_as
from mend.refusals import Refused
from steps.amends.models import Offer
from steps.sharing.drafts import Conflict, Draft
from steps.sharing.forms import LONGEST_DRAFT
from steps.sharing.items import Copy, Item
from steps.sharing.tick import deliver_due
from steps.timeline.models import Event
from tests.people import signed_in
from tests.writing import THREE_MINUTES, send, tell, write, write_offer, write_promise

pytestmark = pytest.mark.django_db


def address(pk: uuid.UUID, action: str = "") -> str:
    return f"/writing/{pk}/{action}"


def typed(text: str, **more: str) -> dict[str, str]:
    return {"kind": "account", "step": "1", "revision": "0", "what_i_did": text} | more


def begun(ann: User) -> Client:
    write(ann, what_i_did="begun")
    return signed_in(ann)


def test_a_fresh_page_has_its_id_in_its_address_and_saves_nothing_by_being_looked_at(
    ann: User,
) -> None:
    client = begun(ann)
    answer = client.get("/steps/2/writing/")
    assert answer.status_code == 302
    assert client.get(answer.url).status_code == 200  # type: ignore[attr-defined]
    assert Draft.objects.filter(writer=ann).count() == 1


def test_what_ann_types_is_saved_and_survives_a_reload(ann: User) -> None:
    client, pk = begun(ann), fresh_id(ann.pk)
    assert client.post(address(pk), typed("I hid the card.")).status_code == 302
    assert "I hid the card." in client.get(address(pk)).content.decode()


def test_an_autosave_answers_with_the_saved_line_alone(ann: User) -> None:
    client, pk = begun(ann), fresh_id(ann.pk)
    answer = client.post(address(pk), typed("I hid"), headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'name="revision" value="1"' in page
    assert "only for you" in page
    assert "<html" not in page


@pytest.mark.parametrize(("pressed", "says"), [({}, 0), ({"keep": "1"}, 1)])
def test_save_says_that_it_did_and_saving_while_one_types_says_nothing(
    ann: User, pressed: dict[str, str], says: int
) -> None:
    client, pk = begun(ann), fresh_id(ann.pk)
    answer = client.post(address(pk), typed("I hid", **pressed), headers={"HX-Request": "true"})
    assert answer.text.count("innerHTML:#said") == says
    assert 'name="keep"' in client.get(address(pk)).text


def test_saying_the_first_save_twice_keeps_one_draft(ann: User) -> None:
    client, pk = begun(ann), fresh_id(ann.pk)
    for _twice in range(2):
        assert client.post(address(pk), typed("I hid the card.")).status_code == 302
    assert Draft.objects.filter(pk=pk).count() == 1


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_second_tab_gets_its_losing_text_back_beside_what_is_saved(
    ann: User, headers: dict[str, str]
) -> None:
    client, pk = begun(ann), fresh_id(ann.pk)
    client.post(address(pk), typed("first"))
    client.post(address(pk), typed("from the other tab", revision="1"))
    answer = client.post(address(pk), typed("from the stale tab", revision="1"), headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "from the other tab" in page
    assert headers or "from the stale tab" in page
    assert 'name="revision" value="2"' in page
    client.post(address(pk), typed("from the stale tab", revision="2"))
    assert Draft.objects.get(pk=pk).words["what_i_did"] == "from the stale tab"


@pytest.mark.parametrize("revision", ["", "x", "-1", "99999999999999999999", "1.5", "²"])
def test_a_made_up_revision_is_a_conflict_and_no_fault(ann: User, revision: str) -> None:
    client, pk = begun(ann), fresh_id(ann.pk)
    client.post(address(pk), typed("first"))
    answer = client.post(address(pk), typed("second", revision=revision))
    assert answer.status_code == 409
    assert "second" in answer.content.decode()


def test_a_hundred_thousand_characters_are_kept_though_not_shareable(ann: User) -> None:
    client, pk, long = begun(ann), fresh_id(ann.pk), "ä" * 100_000
    assert client.post(address(pk), typed(long)).status_code == 302
    assert Draft.objects.get(pk=pk).words["what_i_did"] == long
    assert client.get(address(pk, "preview/")).status_code == 422


def test_more_than_a_draft_can_hold_is_refused_with_a_sentence(ann: User) -> None:
    client = begun(ann)
    answer = client.post(address(fresh_id(ann.pk)), typed("x" * (LONGEST_DRAFT + 1)))
    assert answer.status_code == 409
    assert "too long" in answer.content.decode()


@pytest.mark.parametrize(
    "text",
    ["🙂👩‍👩‍👧", "مرحبا \u202e abc", "e\u0301\u0301\u0301", "\ufeff\u200b", "line\r\nline", "<b>&"],
)
def test_odd_unicode_comes_back_as_it_was_typed(ann: User, text: str) -> None:
    client, pk = begun(ann), fresh_id(ann.pk)
    assert client.post(address(pk), typed(text)).status_code == 302
    assert Draft.objects.get(pk=pk).words["what_i_did"] == text
    assert client.get(address(pk)).status_code == 200


def test_nobody_else_finds_the_page_whatever_they_do(ann: User, ben: User, cy: User) -> None:
    draft = write(ann, what_i_did="mine alone")
    for stranger in (ben, cy):
        client = signed_in(stranger)
        for action in ("", "preview/", "print/"):
            answer = client.get(address(draft.pk, action))
            assert answer.status_code == 404
            assert "mine alone" not in answer.content.decode()
        for action in ("", "sharing/", "sharing/end/", "telling/", "discarding/"):
            answer = client.post(address(draft.pk, action), typed("theirs", kind="note"))
            assert answer.status_code in (404, 302)
    assert Draft.objects.get(pk=draft.pk).words == {"what_i_did": "mine alone"}


def test_no_id_of_anns_is_of_any_use_to_ben(couple: tuple[User, User]) -> None:
    """Not to answer under it, nor to learn whether there is still such a draft."""
    ann, ben = couple
    draft, offer = write(ann), send(write_offer(ann), by=ann)
    client, gone = signed_in(ben), fresh_id(ann.pk)
    note = {"kind": "note", "note": "Is it there?"}
    said = [client.post(address(pk), note) for pk in (draft.pk, gone, uuid.uuid4())]
    assert [answer.status_code for answer in said] == [404] * 3
    answers = {"id": str(draft.pk), "choice": "no"}
    assert client.post(f"/offers/{offer.pk}/answer/", answers).status_code == 404
    assert send(draft, by=ann).sent_at


def test_an_answer_under_the_id_of_ones_own_draft_stops_no_clock(couple: tuple[User, User]) -> None:
    ann, ben = couple
    offer, draft = send(write_offer(ann), by=ann), write(ben)
    with acting_as(ben):
        Offer.objects.get(pk=offer.pk).respond("no", by=ben, pk=draft.pk)
        with pytest.raises(Refused, match="already"):
            draft.share(by=ben)
        with pytest.raises(Refused, match="already"):
            draft.tell(on=clock.today(ben.time_zone), by=ben)


@pytest.mark.parametrize(
    "place",
    [
        "",
        "?kind=entry",
        "?kind=entry&step=22",
        "?kind=entry&step=x",
        "?kind=report&step=9",
        "?kind=promise&step=11",
        "?kind=offer&step=9",
        "?kind=entry&step=4",
    ],
)
def test_a_place_that_does_not_exist_is_not_found(ann: User, place: str) -> None:
    assert begun(ann).get(address(fresh_id(ann.pk)) + place).status_code == 404


def test_who_has_not_begun_has_no_step_to_write_at(ann: User) -> None:
    pk = fresh_id(ann.pk)
    assert signed_in(ann).get(address(pk) + "?kind=entry&step=1").status_code == 404
    assert signed_in(ann).post(address(pk), typed("words")).status_code == 404


def test_throwing_away_hands_the_words_back_for_as_long_as_the_page_is_open(ann: User) -> None:
    client, draft = signed_in(ann), write(ann, what_i_did="I hid the card.")
    answer = client.post(address(draft.pk, "discarding/"))
    assert "I hid the card." in answer.content.decode()
    assert not Draft.objects.filter(pk=draft.pk).exists()
    assert client.post(address(draft.pk), typed("I hid the card.")).status_code == 302
    assert Draft.objects.get(pk=draft.pk).words["what_i_did"] == "I hid the card."


def test_printing_shows_only_the_words(ann: User) -> None:
    draft = write(ann, what_i_did="I hid the card.")
    page = signed_in(ann).get(address(draft.pk, "print/")).content.decode()
    assert "I hid the card." in page
    assert "<textarea" not in page


def test_saving_from_a_stale_row_never_overwrites(ann: User) -> None:
    draft = write(ann, what_i_did="one")
    stale = Draft.objects.get(pk=draft.pk)
    draft.save_words({"what_i_did": "two"}, revision=1)
    with pytest.raises(Conflict) as conflict:
        stale.save_words({"what_i_did": "three"}, revision=1)
    assert conflict.value.saved.words == {"what_i_did": "two"}


def test_what_is_on_its_way_cannot_be_changed_or_thrown_away(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    draft = write(ann)
    draft.share(by=ann)
    with pytest.raises(Conflict):
        draft.save_words({"what_i_did": "other"}, revision=1)
    with pytest.raises(Refused):
        draft.discard()
    assert Draft.objects.filter(pk=draft.pk).exists()


def test_in_two_minutes_it_goes_and_until_then_it_can_be_taken_back(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    client, draft = signed_in(ann), write(ann, what_i_did="I lied.")
    assert client.post(address(draft.pk, "sharing/")).status_code == 302
    assert "On its way" in client.get(address(draft.pk)).content.decode()
    deliver_due()
    assert not Item.objects.visible_to(ben).exists()
    assert client.post(address(draft.pk, "sharing/end/")).status_code == 302
    with clock.at(clock.now() + THREE_MINUTES):
        deliver_due()
    assert not Item.objects.visible_to(ben).exists()
    assert not Event.objects.exists()


def test_what_went_is_known_as_of_the_time_it_was_held_for_however_late_the_clock_is(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    draft = write(ann)
    draft.share(by=ann)
    with clock.at(clock.now() + dt.timedelta(hours=5)):
        with pytest.raises(Refused):
            draft.take_back(by=ann)
        deliver_due()
    assert Item.objects.visible_to(ben).get().sent_at == draft.goes_at
    assert Event.objects.get().at == draft.goes_at


def test_sending_leaves_one_copy_each_one_entry_and_no_draft(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    item = send(write(ann, what_i_did="I lied."), by=ann)
    assert not Draft.objects.exists()
    assert {copy.person_id for copy in Copy.objects.all()} == {ann.pk, ben.pk}
    assert all(copy.words["words"] == {"what_i_did": "I lied."} for copy in Copy.objects.all())
    assert Event.objects.get().item_id == item.pk
    deliver_due()
    assert Event.objects.count() == 1


def test_pressing_share_again_after_it_went_shows_what_was_sent(
    couple: tuple[User, User],
) -> None:
    ann, _ = couple
    item = send(write(ann), by=ann)
    answer = signed_in(ann).post(address(item.pk, "sharing/"))
    assert (answer.status_code, answer.url) == (302, f"/card/{item.pk}/")  # type: ignore[attr-defined]
    assert signed_in(ann).get(address(item.pk)).status_code == 302


def test_alone_there_is_nobody_to_share_with(ann: User) -> None:
    draft = write(ann)
    answer = signed_in(ann).post(address(draft.pk, "sharing/"))
    assert answer.status_code == 409
    assert not Draft.objects.get(pk=draft.pk).is_held


def test_a_private_step_and_a_note_are_never_shared(couple: tuple[User, User]) -> None:
    ann, _ = couple
    for draft in (
        write(ann, step=7, anything="x"),
        write(ann, kind="note", step=None, note="for me"),
    ):
        draft.words = dict.fromkeys(draft.as_form().fields, "words")
        draft.save()
        with pytest.raises(Refused):
            draft.share(by=ann)


def test_told_in_person_is_on_no_shared_page(couple: tuple[User, User]) -> None:
    ann, ben = couple
    item = tell(write(ann, what_i_did="I said it."), by=ann)
    assert Item.objects.visible_to(ann).get().pk == item.pk
    assert not Item.objects.visible_to(ben).exists()
    assert not Event.objects.exists()
    assert [copy.person_id for copy in Copy.objects.all()] == [ann.pk]
    assert "I said it." in signed_in(ann).get(f"/card/{item.pk}/").content.decode()
    assert signed_in(ben).get(f"/card/{item.pk}/").status_code == 404


def test_a_day_to_come_is_not_a_day_on_which_it_was_said(ann: User) -> None:
    client, draft = signed_in(ann), write(ann)
    tomorrow = clock.today(ann.time_zone) + dt.timedelta(days=1)
    for day in (tomorrow.isoformat(), "not a day", ""):
        assert client.post(address(draft.pk, "telling/"), {"on": day}).status_code == 422
    with pytest.raises(Refused):
        draft.tell(on=tomorrow, by=ann)


def test_every_step_can_be_said_in_person_alone(ann: User) -> None:
    draft = write(ann, step=7, x="y")
    draft.words = dict.fromkeys(draft.as_form().fields, "words")
    draft.save()
    signed_in(ann).post(address(draft.pk, "telling/"), {"on": clock.today(ann.time_zone)})
    assert Item.objects.written_by(ann).get().told_on == clock.today(ann.time_zone)


def test_the_preview_shows_what_the_other_will_see(couple: tuple[User, User]) -> None:
    ann, _ = couple
    draft = write_promise(ann, sentence="I call before eight.")
    page = signed_in(ann).get(address(draft.pk, "preview/")).content.decode()
    assert "I call before eight." in page
    assert "Share with Ben" in page


def test_unfinished_words_are_not_previewed_but_shown_with_what_is_missing(ann: User) -> None:
    draft = write_promise(ann, sentence="x" * 141)
    answer = signed_in(ann).get(address(draft.pk, "preview/"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "x" * 141 in page
    assert "140" in page
    answer = signed_in(ann).post(address(draft.pk, "sharing/"))
    assert answer.status_code == 422
