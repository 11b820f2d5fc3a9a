"""Every private text holds a canary; whoever is not its reader looks everywhere and hears none."""

import logging
import re
import uuid
from collections.abc import Callable, Iterator

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks, DjangoDbBlocker

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.promises.models import Promise
from steps.promises.tracking import Clearing, Tracking, Verdict
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.sharing.limits import Limits
from steps.sharing.shelf import Reading
from steps.sharing.tick import deliver_due
from steps.space.models import PutAway
from steps.timeline.models import Event
from tests.access_table import TABLE, Row, fields_of
from tests.looking_on import past_wall_2
from tests.people import signed_in
from tests.test_access import FRESH
from tests.world import AN_HOUR, FRIDAY, MONDAY, WEDNESDAY, World, rows_of, whole_world
from tests.writing import tell, write, write_offer

HTMX = {"HX-Request": "true"}
PEOPLE = ("nobody", "Ann", "Ben", "Cy", "Dora")
PAGES = [row for row in TABLE if row.name != "leave" and {"200", "302"} & set(row.get.split())]
ACTIONS = [row for row in TABLE if row.name != "leave" and {"302", "409"} & set(row.post.split())]
NARROWED = ("person=me", "person=other", "kind=writing", "kind=offers", "kind=list", "before=9")
TITLE = re.compile(r"<head>.*?<title>(.*?)</title>", re.DOTALL)
ADDRESS = re.compile(r'(?:href|action|src|hx-\w+)="([^"]*)"')
NOT_OUTSIDE = re.compile(
    r"\b(ann|ben|cy|dora|apolog\w*|promise\w*|forgiv\w*|partner\w*|mend)\b", re.I
)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), whole_world() as world:
        yield world


@pytest.fixture
def undone(world: World) -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def before(world: World) -> dict[str, dict[str, bytes]]:
    """Of each person: the pages of the table, as nobody has done anything yet."""
    return {name: seen_by(world, name) for name in PEOPLE}


@pytest.fixture(scope="module")
def heard(world: World) -> dict[str, dict[str, str]]:
    """Of each person: what they are answered at each address, headers and all.

    Past row-level security: the querysets keep silent by themselves.
    """
    with past_wall_2():
        return {
            name: {address: whole(get(world.clients[name], address)) for address in addresses}
            for name, addresses in everywhere(world).items()
        }


@pytest.mark.parametrize("name", PEOPLE)
def test_nobody_hears_what_is_not_for_them(
    world: World, heard: dict[str, dict[str, str]], name: str
) -> None:
    canaries = world.hidden_from(name)
    assert not [
        (address, canary)
        for address, text in heard[name].items()
        for canary in canaries
        if canary in text
    ]


@pytest.mark.parametrize("name", ["Ann", "Ben", "Cy", "Dora"])
def test_everybody_hears_all_that_is_for_them(
    world: World, heard: dict[str, dict[str, str]], name: str
) -> None:
    """Without this the silence above would prove nothing."""
    everything = "\n".join(heard[name].values())
    assert not [canary for canary in world.heard_by(name) if canary not in everything]


@pytest.mark.parametrize("name", ["Ben", "Cy"])
def test_not_even_the_ids_of_what_ann_keeps_are_anywhere(
    world: World, heard: dict[str, dict[str, str]], name: str
) -> None:
    assert not [
        (address, pk)
        for address, text in heard[name].items()
        for pk in rows_of(world.ann)
        if pk in text and pk not in address
    ]


@pytest.mark.parametrize("name", PEOPLE)
def test_nobody_learns_an_address_of_anybody_else(
    world: World, heard: dict[str, dict[str, str]], name: str
) -> None:
    everything = "\n".join(heard[name].values())
    mails = re.findall(r"\w+@example\.org", everything)
    assert set(mails) <= {f"{name.lower()}@example.org"}


def test_titles_and_addresses_hold_no_word_of_anybody(
    heard: dict[str, dict[str, str]],
) -> None:
    """A list of visited pages keeps both."""
    titles = set()
    for pages in heard.values():
        for text in pages.values():
            titles |= {" ".join(title.split()) for title in TITLE.findall(text)}
            assert not [address for address in ADDRESS.findall(text) if "canary" in address]
    assert titles <= {
        "Today", "Steps", "List", "Record", "My page", "Writing", "Settings", "Help", "Stop",
        "Sign in", "Start", "Copy",
    }  # fmt: skip


def test_mails_and_logs_hold_no_word_and_no_name(
    world: World,
    undone: None,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    """Whatever anybody does, and also when it is refused."""
    mail.outbox.clear()
    cache.clear()  # allauth counts attempts in it
    for logger, level in (("", logging.DEBUG), ("django", logging.WARNING)):
        caplog.set_level(level, logger)
    for name in ("Ann", "Ben", "nobody"):
        client = world.clients[name]
        cookies = client.cookies.copy()
        for row in ACTIONS:
            with transaction.atomic(), django_capture_on_commit_callbacks(execute=True):
                fields = fields_of(row, world, name)
                client.post(address_of(row, world), fields, headers=HTMX if name == "Ben" else {})
                transaction.set_rollback(True)
        client.cookies = cookies
    for name in ("account_request_login_code", "account_reset_password"):
        for email in ("ann@example.org", "nobody@example.org"):
            Client().post(reverse(name), {"email": email})
    with clock.at(FRIDAY + 2 * AN_HOUR):
        deliver_due()
    outside = [f"{letter.subject}\n{letter.from_email}\n{letter.body}" for letter in mail.outbox]
    assert len(outside) >= 4
    assert not [text for text in outside if NOT_OUTSIDE.search(text.replace("example.org", ""))]
    assert "canary" not in caplog.text + "".join(outside)
    assert "I lied." not in caplog.text + "".join(outside)


def by_himself(ben: User, world: World) -> None:
    """All that Ben can do without saying anything."""
    promise = Promise.objects.get(pk=world.ids["promise"])
    for name in ("entry_closed", "promise_closed", "offer_closed"):
        Reading.open(Item.objects.get(pk=world.ids[name]), by=ben)
    Tracking.choose("private", promise=promise, by=ben)
    Verdict.give("excused", promise=promise, due_on=WEDNESDAY.date(), by=ben)
    Verdict.give("unsaid", promise=promise, due_on=WEDNESDAY.date(), by=ben)
    Reading.put_away(promise, by=ben)
    Reading.bring_back(promise, by=ben)
    Clearing.clear(promise=promise, due_on=MONDAY.date(), by=ben)
    Clearing.put_back(promise=promise, due_on=MONDAY.date(), by=ben)
    Limits.choose(by=ben, aside=["entry"], closed=["promise"])
    PutAway.begin(by=ben)
    PutAway.end(by=ben)


def by_herself(ann: User, world: World) -> None:
    """All that Ann can do without sending anything."""
    tell(write_offer(ann, "I tell nobody."), by=ann)
    promise = Promise.objects.get(pk=world.ids["promise_told"])
    promise.report("missed", due_on=FRIDAY.date(), by=ann, note="Hush.", pk=uuid.uuid4())
    promise.end(by=ann)
    Draft.objects.get(pk=world.ids["taken_back"]).discard()


def like_anybody(user: User, world: World) -> None:
    """Write, keep, hold, take back, look around."""
    write(user, kind="note", step=None, note="Hush.")
    held = write(user, what_i_did="Hush.")
    if user.partner:
        held.share(by=user)
        held.take_back(by=user)
    client = signed_in(user)
    for page in PAGES[::3]:
        get(client, address_of(page, world))


@pytest.mark.parametrize(
    ("name", "alone", "others"),
    [
        ("Ben", by_himself, ["Ann", "Cy"]),
        ("Ann", by_herself, ["Ben", "nobody"]),
        ("Cy", like_anybody, ["Ann", "Dora"]),
    ],
)
def test_what_one_does_alone_changes_no_byte_for_others(
    world: World, undone: None, before: dict[str, dict[str, bytes]],
    name: str, alone: Callable[[User, World], None], others: list[str],
) -> None:  # fmt: skip
    user = User.objects.get(first_name=name)
    recorded = Event.objects.count()
    with acting_as(user):
        alone(user, world)
        like_anybody(user, world)
    assert Event.objects.count() == recorded
    for other in others:
        assert seen_by(world, other) == before[other]


def everywhere(world: World) -> dict[str, list[str]]:
    """Every page, for the two of the couple with every id that there is, for others with some."""
    some = [address_of(row, world) for row in PAGES]
    some += [reverse("record") + f"?{narrowed}" for narrowed in NARROWED]
    drafts, items = (model.objects.values_list("pk", flat=True) for model in (Draft, Item))
    for_ids = {"writing": drafts, "preview": drafts, "card": items, "promise": items}
    for_ids |= {"record_entry": range(1, Event.objects.count() + 2), "step": (1, 2, 4, 9, 13)}
    every = [reverse(name, args=[pk]) for name, ids in for_ids.items() for pk in ids]
    return {name: some + every * (name in ("Ann", "Ben")) for name in PEOPLE} | {
        name: [*some, reverse("writing", args=[world.ids[f"draft_of_{name.lower()}"]])]
        for name in ("Cy", "Dora")
    }


def address_of(row: Row, world: World) -> str:
    return reverse(row.name, args=row.arguments(world))


def seen_by(world: World, name: str) -> dict[str, bytes]:
    """The pages of the table as they are for somebody, without what is new in each answer."""
    addresses = [address_of(row, world) for row in PAGES if not row.name.endswith("new")]
    seen = {address: get(world.clients[name], address) for address in addresses}
    return {address: FRESH.sub(b"", whole(answer).encode()) for address, answer in seen.items()}


def get(client: Client, address: str) -> HttpResponse:
    answer: HttpResponse = client.get(address)
    return answer


def whole(answer: HttpResponse) -> str:
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{headers}\n{answer.content.decode()}"
