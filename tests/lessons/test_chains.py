"""Ann's chain at step 8: links that she adds, moves, takes out and puts back; and its ties."""

import uuid
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from mend.fresh import fresh_id
from mend.identity import acting_as
from steps.evidence import states
from steps.journey.models import Journey
from steps.journey.plate import JOINED, OPEN
from steps.lessons.models import Chain, Tie
from steps.lessons.views import chain_of
from steps.promises.models import Promise
from steps.sharing.drafts import Draft
from steps.sharing.items import Item, with_words
from steps.sharing.withdrawing import withdraw
from tests.pairing.test_pages import both, text_of
from tests.people import signed_in
from tests.writing import send, tell, write_chain, write_lesson, write_plan, write_promise

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def state(of: User) -> int | None:
    journey = Journey.of(of)
    assert journey is not None
    return states(journey).get(8)


def tie(by: User, chain: uuid.UUID, point: str, to: Item | None) -> None:
    with acting_as(by):
        Tie.tie(chain_of(by, chain), point, to and to.pk, by=by)


def typed(draft: Draft, **more: Any) -> dict[str, Any]:
    draft.refresh_from_db()
    place = {"kind": "chain", "step": "8", "revision": draft.revision}
    return place | draft.words | more


@both
def test_links_are_added_moved_taken_out_and_put_back_by_buttons(
    ann: User, headers: dict[str, str]
) -> None:
    draft = write_chain(ann, "I opened it.", "I said nothing.")
    client, address = signed_in(ann), f"/writing/{draft.pk}/"

    def press(button: str, **more: Any) -> list[str]:
        answer = client.post(address, typed(draft, rearrange=button, **more), headers=headers)
        assert answer.status_code == (200 if headers else 302)
        page = answer.text or client.get(address).text
        draft.refresh_from_db()
        keys = draft.words["parts"]
        shown = [page.index(f'id="part-{key}"') for key in keys]
        assert shown == sorted(shown), "in their order"
        return list(keys)

    assert press("up choice3", choice3_text="Typed just now.") == ["before1", "choice3", "choice2"]
    assert press("down before1") == ["choice3", "before1", "choice2"]
    assert press("up choice3") == ["choice3", "before1", "choice2"], "there is nowhere to go"
    assert press("add told") == ["choice3", "before1", "choice2", "told4"]
    assert press("out before1") == ["choice3", "choice2", "told4"]
    page = client.get(address).text
    assert "One part was taken out." in page
    assert press("add before", told4_text="Only this once.")[-1] == "before5"
    assert press("back") == ["choice3", "before1", "choice2", "told4", "before5"]
    assert draft.words["before1_text"] == "I told nobody how tired I was."
    assert draft.words["choice3_text"] == "Typed just now."
    assert "gone" not in draft.words
    for nonsense in ("up", "out nobody1", "add cheese", "add", "back", "fly choice2"):
        assert len(press(nonsense)) == 5
    for _ in range(9):
        press("add choice")
    assert len(draft.words["parts"]) == 12
    assert "That is as long as it can be." in client.get(address).text


def test_a_stale_tab_gets_the_whole_form_back_and_loses_nothing(ann: User) -> None:
    draft = write_chain(ann, "I opened it.")
    client, address = signed_in(ann), f"/writing/{draft.pk}/"
    behind = typed(draft, rearrange="out before1", choice2_text="From the stale tab.")
    client.post(address, typed(draft, choice2_text="From the other tab."))
    for headers in (HTMX, {}):
        answer = client.post(address, behind, headers=headers)
        assert answer.status_code == 409
        assert 'id="writing"' in answer.text, "what htmx puts in the place of the form"
        assert "From the stale tab." in answer.text
        assert "From the other tab." in answer.text
    assert Draft.objects.get(pk=draft.pk).words["choice2_text"] == "From the other tab."
    forged = {"kind": "chain", "step": "8", "revision": "1", "parts": ["x" * 99, "choice2", "<b>1"]}
    client.post(f"/writing/{fresh_id(ann.pk)}/", forged)
    assert Draft.objects.latest("saved_at").words["parts"] == ["choice2"]
    too_long = typed(draft, rearrange="add told", choice2_text="a" * 300_000)
    answer = client.post(address, too_long, headers=HTMX)
    assert answer.status_code == 409
    assert answer["HX-Reselect"] == ".refusal"


def test_what_goes_stands_in_order_under_its_headings_as_no_excuse(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    draft = write_chain(ann, "I opened it.", "", told9_text="Only this once.")
    with acting_as(ann):
        parts = ["told9", "choice2", "choice3", "before1"]
        draft.save_words(draft.words | {"parts": parts, "gone": ["before1", "0"]}, revision=1)
    page = text_of(signed_in(ann).get(f"/writing/{draft.pk}/preview/"))
    assert page.index("Only this once.") < page.index("I opened it.") < page.index("how tired")
    assert "An explanation, not an excuse." in page
    assert text_of(signed_in(ann).get(f"/writing/{draft.pk}/print/")).count("I opened it.") == 2
    chain = send(draft, by=ann)
    client = signed_in(ben)
    assert "I opened it." not in client.get(f"/card/{chain.pk}/").text
    client.post(f"/card/{chain.pk}/opening/")
    for address in (f"/card/{chain.pk}/", "/record/"):
        page = text_of(client.get(address))
        assert page.index("Only this once.") < page.index("I opened it.") < page.index("how tired")
        assert "What I will do instead" in page
        assert "An explanation, not an excuse." in page
    empty = write_chain(ann, before1_text=" ")
    assert signed_in(ann).get(f"/writing/{empty.pk}/preview/").status_code == 422


def test_two_choice_points_that_are_tied_join_the_step_with_nothing_sent(ann: User) -> None:
    chain = write_chain(ann, "I opened it.", "I said nothing.")
    plan = tell(write_plan(ann), by=ann)
    promise = tell(write_promise(ann), by=ann)
    assert state(ann) == OPEN
    tie(ann, chain.pk, "choice2", plan)
    tie(ann, chain.pk, "choice2", plan)
    assert state(ann) == OPEN
    tie(ann, chain.pk, "choice3", promise)
    assert state(ann) == JOINED
    tie(ann, chain.pk, "choice3", None)
    assert state(ann) == OPEN
    tie(ann, chain.pk, "choice3", plan)
    told = tell(Draft.objects.get(pk=chain.pk), by=ann)
    assert state(ann) == JOINED, "it keeps its ties once it was said"
    tie(ann, told.pk, "choice2", promise)
    assert Tie.objects.get(point="choice2").tied_to_id == promise.pk


def test_what_is_gone_ties_nothing_any_more(couple: tuple[User, User]) -> None:
    ann, _ben = couple
    chain = write_chain(ann, "I opened it.", "I said nothing.")
    plan = send(write_plan(ann), by=ann)
    for point in ("choice2", "choice3"):
        tie(ann, chain.pk, point, plan)
    assert state(ann) == JOINED
    client, address = signed_in(ann), f"/writing/{chain.pk}/"
    client.post(address, typed(chain, rearrange="out choice3"))
    assert state(ann) == OPEN
    client.post(address, typed(chain, rearrange="back"))
    tie(ann, chain.pk, "choice3", plan)
    assert state(ann) == JOINED
    with acting_as(ann):
        withdraw(Item.objects.get(pk=plan.pk), by=ann)
    assert state(ann) == OPEN, "the plan was taken back"
    tied_anew = client.post(f"/steps/8/ties/{chain.pk}/choice2/", {"tied_to": plan.pk})
    assert tied_anew.status_code == 404
    promise = tell(write_promise(ann), by=ann)
    for point in ("choice2", "choice3"):
        tie(ann, chain.pk, point, promise)
    assert state(ann) == JOINED
    Draft.objects.get(pk=chain.pk).discard()
    assert state(ann) is None


def test_only_ones_own_points_are_tied_to_ones_own_promises_and_plans(
    couple: tuple[User, User], cy: User
) -> None:
    ann, ben = couple
    chain = write_chain(ann, "I opened it.", " ")
    plan, of_cy = tell(write_plan(ann), by=ann), tell(write_plan(cy), by=cy)
    lesson = tell(write_lesson(ann), by=ann)
    address = f"/steps/8/ties/{chain.pk}/choice2/"
    client = signed_in(ann)
    for tied_to in (of_cy.pk, lesson.pk, chain.pk, uuid.uuid4(), "nonsense"):
        assert client.post(address, {"tied_to": tied_to}).status_code == 404
    for point in ("choice3", "choice9", "before1"):
        elsewhere = f"/steps/8/ties/{chain.pk}/{point}/"
        assert client.post(elsewhere, {"tied_to": plan.pk}).status_code == 404
    for other in (ben, cy):
        assert signed_in(other).post(address, {"tied_to": plan.pk}).status_code == 404
    assert not Tie.objects.exists()


@both
def test_the_page_of_ties_is_for_who_wrote_the_chain_and_shows_what_answers_each_point(
    couple: tuple[User, User], headers: dict[str, str]
) -> None:
    ann, ben = couple
    client = signed_in(ann)
    assert "There is no choice point yet." in client.get("/steps/8/ties/").text
    chain = write_chain(ann, "I opened it.", "I said nothing.")
    assert "You have made no promise and no plan yet." in client.get("/steps/8/ties/").text
    plan, promise = tell(write_plan(ann), by=ann), tell(write_promise(ann, "I call."), by=ann)
    page = text_of(client.get("/steps/8/ties/"))
    assert "A promise: I call." in page
    assert "A plan: A bank letter on a long day." in page
    for point, thing in (("choice2", plan), ("choice3", promise)):
        address = f"/steps/8/ties/{chain.pk}/{point}/"
        answer = client.post(address, {"tied_to": thing.pk}, headers=headers)
        assert answer.status_code == (200 if headers else 302)
    if headers:
        assert f'id="keep-{chain.pk}-choice2"' in answer.text, "by it the focus stays on the button"
        assert "just-joined" in answer.text or "joined" in answer.text
    assert client.get("/steps/8/ties/").text.count(" selected") == 2
    sent = send(Draft.objects.get(pk=chain.pk), by=ann)
    signed_in(ben).post(f"/card/{sent.pk}/opening/")
    assert "I call." not in signed_in(ben).get(f"/card/{sent.pk}/").text
    assert "I opened it." not in signed_in(ben).get("/steps/8/ties/").text
    [known] = with_words([Chain.objects.get(pk=sent.pk)], ann)
    assert list(known.words) == [
        "before1_text", "choice2_text", "choice2_instead", "choice3_text", "choice3_instead",
    ]  # fmt: skip


def test_the_lesson_goes_alone_and_the_chain_stays(couple: tuple[User, User]) -> None:
    ann, ben = couple
    write_chain(ann, "I opened it.")
    client = signed_in(ann)
    assert "Write only the lesson" in client.get("/steps/8/").text
    fresh = client.get("/steps/8/writing/lesson/")
    assert "What did you learn" in client.get(fresh.url).text
    assert client.get(fresh.url.replace("step=8", "step=4")).status_code == 404
    lesson = send(write_lesson(ann, "I hide when I am afraid."), by=ann)
    reader: Client = signed_in(ben)
    reader.post(f"/card/{lesson.pk}/opening/")
    page = text_of(reader.get(f"/card/{lesson.pk}/"))
    assert "I hide when I am afraid." in page
    assert "An explanation, not an excuse." in page
    assert Draft.objects.filter(kind="chain").exists()
    assert state(ann) == OPEN
    assert not Promise.objects.exists()
