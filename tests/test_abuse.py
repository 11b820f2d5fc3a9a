"""Forms as no page of ours sends them, and twenty at once: a clear answer, nothing of others."""

import datetime as dt
import functools
import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_from_bytes, urlencode

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from accounts.models import Invitation, User
from mend import clock
from mend.fresh import fresh_id
from steps.amends.models import Answer
from steps.amends.results import CarryingOut, FeltResult
from steps.journey.models import Journey
from steps.lessons.models import Tie
from steps.letters.models import LetterReply
from steps.ownership.models import CardLook
from steps.patience.models import Pushed
from steps.promises.changes import Change
from steps.promises.consents import Consent
from steps.promises.repairs import Repair
from steps.promises.reports import Report
from steps.promises.tracking import Clearing, Tracking, Verdict
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy, Item
from steps.sharing.replies import Reply
from steps.sharing.shelf import Reading
from steps.timeline.models import Event
from tests.access_table import ACCOUNT_IDS, ACCOUNTS, ROLES, TABLE, Fields, Row, fields_of
from tests.people import person, signed_in
from tests.test_access import written
from tests.world import FRIDAY, MONDAY, THURSDAY, TUESDAY, World, everything_happens, whole_world
from tests.writing import tell, write_offer

FORM = "application/x-www-form-urlencoded"
DONE = {"200", "302", "409"}
ACTORS = {"nobody": "nobody", "stranger": "Cy", "other": "Ben", "ex": "Cy"}
HUGE = "x" * 100_000
ODD = [
    "", "a\0b", "9" * 40, "0001-01-01", "9999-12-31", "\u202etxet\u202c",
    "é\u0301" * 50, "<script>alert(1)</script>",
]  # fmt: skip
FOREIGN_FIELDS = ("writer", "offender", "person", "couple", "journey", "sent_at", "actor", "user")
NARROWED = [
    "before=0", "before=-1", "before=abc", f"before={'9' * 30}", "before=9999-12-31",
    "before=0001-01-01", "before=%00", "before=%ff", "person=nobody", "kind=letters", "kind=note",
    "kind=entry&step=22", "kind=entry&step=-1", "kind=entry&step=%00", "kind=entry&step=1e9",
]  # fmt: skip
HTMX = {"HX-Request": "true"}
# The other’s copies of what one answered.
ENDS = ("answer_end", "letter_reply_end", "reply_end", "pushed_end", "wish_end")
TAKES_AWAY = dict.fromkeys(ENDS, ("steps_copy",))
AT_ONCE = 20


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), whole_world() as world:
        yield world


def actor_of(row: Row) -> str:
    """Somebody whom the action lets in, rather a person than nobody."""
    codes = row.codes("post")
    role = next((role for role in reversed(ROLES) if codes[role] in DONE and role != "ex"), "")
    return row.writer if role == "writer" else ACTORS.get(role, "")


def actions() -> list[Row]:
    """One row for each address that takes a post, with its first objects."""
    rows = {row.name: row for row in reversed(TABLE) if actor_of(row) and row.name != "leave"}
    return list(reversed(rows.values()))


@dataclass(frozen=True)
class Body:
    """What is posted, and what it is called."""

    content: Any
    kind: str = FORM
    is_whole: bool = False


WHOLE = [
    Body("", is_whole=True),
    Body("=&&=;&&%", is_whole=True),
    Body(b"\xff\xfe\x00" * 20, is_whole=True),
    Body('{"outcome": "kept"}', "application/json", is_whole=True),
    Body("what_i_did=I lied.", "text/plain", is_whole=True),
    Body("--x\r\nContent-Disposition: form-data", "multipart/form-data; boundary=x", is_whole=True),
    Body("no boundary", "multipart/form-data", is_whole=True),
    Body("a=1&" * 2_000, is_whole=True),
]


def spoilt(fields: Fields, world: World, turn: int) -> Iterator[Body]:
    """The right fields, each of them spoilt, and whole posts that are none.

    Each odd text comes to every fourth field, each odd post to every fourth action, by `turn`.
    """
    fields = {name: str(value) for name, value in fields.items()}
    yield from WHOLE[turn % 4 :: 4]
    yield Body(urlencode(fields | dict.fromkeys(FOREIGN_FIELDS, str(world.cy.pk))))
    for place, name in enumerate(fields, turn):
        others = {key: value for key, value in fields.items() if key != name}
        yield Body(urlencode(others))
        yield Body(urlencode([*fields.items(), (name, "twice")]))
        yield Body(
            f"{urlencode(others)}&{name}={quote_from_bytes(bytes([0xFF, 0xC3, 0x28, 0xED]))}"
        )
        for text in ODD[place % 4 :: 4]:
            yield Body(urlencode(others | {name: text}))
    yield Body(urlencode(dict.fromkeys(fields, HUGE)))


def forged(fields: Fields, world: World) -> Iterator[Body]:
    """Ids of others, and of one's own that are taken, in the place of a fresh one."""
    names = (
        "draft",
        "held",
        "note_of_ben",
        "draft_of_cy",
        "entry",
        "promise_told",
        "offer",
        "link",
    )
    for name in {"id", "who"} & set(fields):
        for taken in names:
            yield Body(urlencode(fields | {name: world.ids[taken]}))


@pytest.mark.parametrize("row", actions(), ids=str)
def test_no_post_breaks_anything_or_touches_what_belongs_to_others(world: World, row: Row) -> None:
    name = actor_of(row)
    me = "" if name == "nobody" else str(User.objects.get(first_name=name).pk)
    taken = TAKES_AWAY.get(row.name, ())
    before = rows_of_others(me)
    fields = fields_of(row, world, name)
    turn = actions().index(row)
    for number, body in enumerate((*spoilt(fields, world, turn), *forged(fields, world)), turn):
        headers = HTMX if number % 2 or not body.is_whole else {}
        with transaction.atomic():
            rows = written()
            answer = post(world.clients[name], row, world, body, headers)
            has_written = answer.status_code < 400 and written() != rows
            changed = before - rows_of_others(me) if has_written else None
            transaction.set_rollback(True)
        assert answer.status_code < 500, body
        assert not [one for one in changed or () if not one.startswith(taken)], body


@pytest.mark.parametrize("row", actions(), ids=str)
def test_a_file_or_a_broken_upload_is_no_answer_to_a_question(world: World, row: Row) -> None:
    name = actor_of(row)
    fields = fields_of(row, world, name) or {"words": ""}
    for spoilt_ones in (list(fields)[:1], list(fields)[1:]):
        files = {
            field: SimpleUploadedFile("words.txt", b"I lied.", "text/plain")
            for field in spoilt_ones
        }
        with transaction.atomic():
            address = reverse(row.name, args=row.arguments(world))
            answer = world.clients[name].post(address, fields | files)
            transaction.set_rollback(True)
        assert answer.status_code < 500, files


@pytest.mark.parametrize("odd", ["0001-01-01", "2000-01-01", "2999-12-31", "9999-12-31"])
@pytest.mark.parametrize("row", [row for row in TABLE if dt.date in map(type, row.args)], ids=str)
def test_a_day_far_off_is_answered(world: World, row: Row, odd: str) -> None:
    pk, day = row.arguments(world)
    address = reverse(row.name, args=[pk, day]).replace(str(day), odd)
    for name in ("Ann", "Ben"):
        for fields in (fields_of(row, world, name), {}):
            assert undone(world.clients[name], address, fields).status_code < 500


@pytest.mark.parametrize("narrowed", NARROWED)
def test_odd_questions_in_an_address_are_answered(world: World, narrowed: str) -> None:
    pages = [
        reverse("record"), reverse("list"), reverse("promise", args=[world.ids["promise"]]),
        reverse("writing", args=[uuid.uuid4()]),
    ]  # fmt: skip
    for page in pages:
        for name, headers in (("Ann", {}), ("Ben", HTMX)):
            answer = world.clients[name].get(f"{page}?{narrowed}", headers=headers)
            assert answer.status_code in (200, 302, 400, 404), page


@pytest.mark.parametrize("text", [*ODD, HUGE], ids=range(len(ODD) + 1))
def test_odd_words_on_allauths_pages_are_answered(world: World, text: str) -> None:
    cache.clear()  # allauth counts attempts in it
    names = ("login", "email", "password", "password1", "first_name", "time_zone", "code", "next",
             "credential", "carried", "name")  # fmt: skip
    for page in ACCOUNTS:
        ids = ACCOUNT_IDS.get(page)
        for name in ("nobody", "Cy"):
            answer = undone(
                world.clients[name], reverse(page, args=ids), dict.fromkeys(names, text)
            )
            assert answer.status_code < 500, page


def undone(client: Client, address: str, fields: Fields) -> HttpResponse:
    with transaction.atomic():
        cookies = client.cookies.copy()
        answer: HttpResponse = client.post(address, fields)
        client.cookies = cookies
        transaction.set_rollback(True)
    return answer


def post(client: Client, row: Row, world: World, body: Body, headers: Any) -> HttpResponse:
    address = reverse(row.name, args=row.arguments(world))
    answer: HttpResponse = client.post(
        address, body.content, content_type=body.kind, headers=headers
    )
    return answer


def rows_of_others(me: str) -> set[str]:
    """Every row that has an owner, who is not `me`."""
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(
                f"SELECT '{table}' || md5(t::text) FROM {table} t WHERE {column}::text <> '{me}'"
                for table, column in owned()
            )
        )
        return {row for (row,) in cursor.fetchall()}


@functools.cache
def owned() -> list[tuple[str, str]]:
    """The tables whose rows have an owner, with the column that says who."""
    owners = ("writer_id", "reader_id", "person_id", "offender_id", "user_id", "inviter_id")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND column_name = ANY(%s)",
            [list(owners)],
        )
        found: list[tuple[str, str]] = cursor.fetchall()
    return found


@dataclass(frozen=True)
class Form:
    """A form that makes something: whoever sends it twenty times has made it once."""

    name: str
    by: str
    makes: dict[type, int]
    about: tuple[Any, ...] = ()
    fields: Fields | None = None


def creating_forms(world: World) -> list[Form]:
    rows = {str(row): row for row in TABLE}
    told = tell(write_offer(world.ann, "I tell nobody."), by=world.ann)
    ben = world.ben.pk
    new = {name: fresh_id(User.objects.get(first_name=name).pk) for name in ("Ann", "Ben", "Eve")}
    world.ids |= {"fresh": new["Ann"], "fresh_note": new["Ben"], "offer_to_do": told.pk}
    entry = {"kind": "account", "step": "1", "revision": "0", "what_i_did": "I lied."}
    note = {"kind": "note", "revision": "0", "note": "Tea helps."}
    thursday = ("promise", THURSDAY.date())
    report = rows[f"report-promise-{thursday[1]}"].fields(world) | {"id": new["Ann"]}
    answer = rows["answer-offer"].fields(world) | {"id": new["Ben"]}
    read = rows["letter_reply-letter"].fields(world) | {"choice": "aside", "id": fresh_id(ben)}
    thanks = rows["reply-ownership_sent"].fields(world) | {"id": fresh_id(ben)}
    begun = {
        "id": new["Eve"],
        "words": "I lied.",
        "is_mine": "on",
    }
    look = {"id": fresh_id(User.objects.get(first_name="Eve").pk), "pushed": "no", "how": ""}
    felt = rows["pushed"].fields(world) | {"id": fresh_id(ben)}
    monday = ("promise_told", MONDAY.date())
    repair = {"id": fresh_id(world.ann.pk), "repair": "I call her first thing tomorrow."}
    stands, yes = {"choice": "stands"}, {"choice": "yes"}
    wish = rows["wish-promise"].fields(world) | {"id": fresh_id(ben)}
    day = {"on": FRIDAY.date().isoformat()}
    return [
        Form("writing", "Ann", {Draft: 1}, ("fresh",), entry),
        Form("writing", "Ben", {Draft: 1}, ("fresh_note",), note),
        Form("begin", "Eve", {Journey: 1, Draft: 1}, (), begun),
        Form("telling", "Ann", {Item: 1, Copy: 1, Draft: -1}, ("draft",), day),
        Form("opening", "Ben", {Reading: 1}, ("offer_closed",)),
        Form("leaving", "Ben", {Reading: 1}, ("entry_closed",)),
        Form("answer", "Ben", {Answer: 1, Copy: 2, Event: 1}, ("offer",), answer),
        Form("carrying_out", "Ann", {CarryingOut: 1, Event: 0}, ("offer_to_do",), day),
        Form("feeling", "Ben", {FeltResult: 1, Event: 1}, ("offer",), {"result": "little"}),
        Form("report", "Ann", {Report: 1, Copy: 2, Event: 1}, thursday, report),
        Form("marks", "Ann", {Event: 0, Item: 0}, ("letter",), rows["marks-letter"].fields(world)),
        Form("looks", "Eve", {Draft: 1}, (), look),
        Form("pushed", "Ben", {Draft: 1}, (), felt),
        Form("pushed_telling", "Ben", {Draft: -1, Pushed: 1, Copy: 2}, ("pushed_kept",)),
        Form("pushed_end", "Ben", {Event: 1, Copy: -1}, ("pushed",)),
        Form("answer_end", "Ben", {Event: 1, Copy: -3}, ("offer",)),
        Form("reply", "Ben", {Reply: 1, Copy: 2, Event: 1}, ("ownership_sent",), thanks),
        Form("reply_end", "Ben", {Event: 1, Copy: -2}, ("ownership_sent",)),
        Form("tie", "Ann", {Tie: 1}, ("chain", "choice3"), {"tied_to": world.ids["plan_sent"]}),
        Form("card_look", "Ann", {CardLook: 0}, ("ownership_sent",)),
        Form("letter_reply", "Ben", {LetterReply: 1, Copy: 2, Event: 1}, ("letter",), read),
        Form("letter_reply_end", "Ben", {Event: 1, Copy: -3}, ("letter",)),
        Form("withdrawing", "Ann", {Event: 1, Copy: 0}, ("entry",)),
        Form("verdict", "Ben", {Verdict: 1, Event: 1}, thursday, {"outcome": "excused"}),
        Form("clearing", "Ben", {Clearing: 1}, ("promise", TUESDAY.date())),
        Form("tracking", "Ben", {Tracking: 1}, (), {"choice": "none"}),
        Form("repair", "Ann", {Repair: 1, Copy: 1, Event: 0}, monday, repair),
        Form("consent", "Ben", {Consent: 1, Copy: 2, Event: 1}, ("promise",), stands),
        Form("change_consent", "Ann", {Consent: 1, Copy: 2, Event: 1}, ("promise", "asked"), yes),
        Form("wish", "Ben", {Change: 1, Copy: 2, Event: 1}, ("promise",), wish),
        Form("wish_end", "Ben", {Event: 1, Copy: -1}, ("promise",)),
        Form("change", "Ann", {Draft: 0}, ("promise",)),
        Form("ending", "Ann", {Event: 1}, ("promise",)),
        Form("link", "Eve", {Invitation: 1}, (), {"role": "offender"}),
        Form("acceptance", "Cy", {Invitation: 0}, ("token",)),
        Form("sharing", "Ann", {Draft: 0}, ("taken_back",)),
        Form("discarding", "Cy", {Draft: -1}, ("draft_of_cy",)),
    ]


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_make_what_one_makes() -> None:
    world = everything_happens()
    world.clients["Eve"] = signed_in(person("Eve"))
    with clock.at(FRIDAY):
        for form in creating_forms(world):
            before = {model: model.objects.count() for model in form.makes}  # type: ignore[attr-defined]
            codes = at_once(world, form)
            assert all(code in (200, 302, 409) for code in codes), (form.name, codes)
            made = {model: model.objects.count() - before[model] for model in form.makes}  # type: ignore[attr-defined]
            assert made == form.makes, form.name


@pytest.mark.django_db(transaction=True)
def test_twenty_mails_at_once_are_one_mail(world_of_links: tuple[Client, Invitation]) -> None:
    client, link = world_of_links
    address = reverse("mailing", args=[link.pk])
    mail.outbox.clear()
    codes = together([sender(client, address, {"email": "eve@example.org"})] * AT_ONCE)
    assert set(codes) == {302}
    assert len(mail.outbox) == 1


@pytest.fixture
def world_of_links(transactional_db: None) -> tuple[Client, Invitation]:
    dora = person("Dora")
    return signed_in(dora), Invitation.invite(by=dora)


@pytest.mark.django_db(transaction=True)
def test_twenty_who_sign_up_at_once_with_one_address_are_one_person() -> None:
    cache.clear()  # allauth counts attempts in it
    fields = {
        "first_name": "Eve", "email": "eve@example.org", "password1": "a long pass phrase",
        "time_zone": "Europe/Berlin",
    }  # fmt: skip
    together([sender(Client(), reverse("account_signup"), fields)] * AT_ONCE)
    assert User.objects.filter(email="eve@example.org").count() == 1


def at_once(world: World, form: Form) -> list[int]:
    address = reverse(form.name, args=[world.ids.get(one, one) for one in form.about])
    return together([sender(world.clients[form.by], address, form.fields or {})] * AT_ONCE)


def sender(client: Client, address: str, fields: Fields) -> Callable[[], int]:
    """A press of the button in a browser of the same person."""

    def press() -> int:
        browser = Client()
        browser.cookies = client.cookies.copy()
        return int(browser.post(address, fields).status_code)

    return press


def together(acts: list[Callable[[], int]]) -> list[int]:
    """All begun at the same moment, each over its own connection."""
    gate, codes = threading.Barrier(len(acts)), []

    def run(act: Callable[[], int]) -> None:
        gate.wait()
        try:
            codes.append(act())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(codes) == len(acts)
    return codes
