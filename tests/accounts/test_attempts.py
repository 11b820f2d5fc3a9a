"""Attempts are counted for all processes together, and nothing pushes a count out."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections
from django.test import Client

from accounts.adapter import CODES_SENT
from accounts.attempts.cache import AttemptCache
from accounts.attempts.models import digest_of
from accounts.models import Attempt, User
from mend import clock
from tests.accounts.signing import sure
from tests.people import person, signed_in
from tests.walls.test_stored import everything_stored

pytestmark = pytest.mark.django_db


def fail(client: Client, email: str = "ann@example.org", address: str = "203.0.113.7") -> str:
    fields = {"login": email, "password": "not this one"}
    return client.post("/accounts/login/", fields, REMOTE_ADDR=address).text


def test_guessing_a_password_comes_to_an_end_from_wherever_it_is_done(ann: User) -> None:
    for number in range(5):
        assert "are not correct" in fail(Client(), address=f"203.0.113.{number}")
    assert "Too many failed" in fail(Client(), address="203.0.113.9")


def test_an_address_gets_five_codes_in_an_hour_and_ten_in_a_day_over_all_kinds(ann: User) -> None:
    """Asked for from outside, and answered as ever; who is signed in has a count of their own."""
    ways = ["/accounts/login/code/", "/accounts/password/reset/"]
    start = clock.now()

    def ask(number: int, email: str = "Ann@example.org") -> str:
        cache_of_allauth = Attempt.objects.exclude(digest=digest_of("codes:outside:" + ann.email))
        cache_of_allauth.delete()  # its own limits are for the minute
        answer = Client().post(ways[number % 2], {"email": email})
        return f"{answer.status_code} {answer['Location']}"

    usual = {ask(number, "nobody@example.org") for number in range(2)}
    mail.outbox.clear()
    assert {ask(number) for number in range(8)} == usual
    assert len(mail.outbox) == 5
    for hours, sent in ((2, 10), (4, 10), (25, 11)):
        with clock.at(start + dt.timedelta(hours=hours)):
            assert {ask(number) for number in range(6 if sent == 10 else 1)} <= usual
        assert len(mail.outbox) == sent
    ben = person("Ben")
    with clock.at(start + dt.timedelta(hours=2, minutes=1)):
        ask(0, "new@example.org")
        for _ in range(6):
            Attempt.once_more("codes:outside:new@example.org", CODES_SENT)
        mail.outbox.clear()
        sure(ben).post("/accounts/email/", {"action_add": "", "email": "new@example.org"})
        assert [letter.to for letter in mail.outbox] == [["new@example.org"]]


def test_nobody_uses_up_the_codes_of_a_browser_in_which_ann_was_signed_in_last(ann: User) -> None:
    browser = signed_in(ann)
    browser.get("/me/")
    browser.post("/accounts/logout/")
    for _ in range(6):
        Attempt.once_more(f"codes:outside:{ann.email}", CODES_SENT)
    for asking, sent in ((Client(), 0), (browser, 1)):
        mail.outbox.clear()
        asking.post("/accounts/login/code/", {"email": ann.email})
        assert len(mail.outbox) == sent


def test_ten_thousand_other_attempts_push_none_out(ann: User) -> None:
    """Django's own cache would have dropped most of them after 300."""
    for _ in range(5):
        fail(Client())
    now = clock.now()
    Attempt.objects.bulk_create(
        Attempt(digest=number.to_bytes(32), value=[], ends_at=now + dt.timedelta(hours=1))
        for number in range(10_000)
    )
    cache.set("another", [1.5], 60)
    assert "Too many failed" in fail(Client())
    assert Attempt.objects.count() > 10_000


def test_a_count_ends_by_its_time_and_the_tick_takes_it_away() -> None:
    other = AttemptCache("", {})  # as another process has it
    cache.set("count", [1.5, 2.5], 60)
    assert other.get("count") == [1.5, 2.5]
    assert not other.add("count", True)
    with clock.at(clock.now() + dt.timedelta(seconds=61)):
        assert other.get("count", "nothing") == "nothing"
        assert other.add("count", True, 60)
        call_command("tick")
        assert other.get("count") is True
    with clock.at(clock.now() + dt.timedelta(days=1)):
        call_command("tick")
    assert not Attempt.objects.exists()


def test_what_has_no_end_ends_after_a_day() -> None:
    cache.set("endless", "y", None)
    assert Attempt.objects.get().ends_at < clock.now() + dt.timedelta(days=1, seconds=1)
    assert cache.delete("endless")
    assert not cache.delete("endless")


def test_who_tried_what_from_where_is_not_kept(ann: User) -> None:
    fail(Client(), email="dora@example.org", address="203.0.113.77")
    assert Attempt.objects.exists()
    stored = everything_stored()
    assert "203.0.113.77" not in stored
    assert "dora@example.org" not in stored


@pytest.mark.django_db(transaction=True)
def test_of_twenty_at_once_one_is_the_first() -> None:
    def first(_: int) -> bool:
        try:
            return bool(cache.add("lock", True, 10))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as pool:
        assert sum(pool.map(first, range(20))) == 1


@pytest.mark.django_db(transaction=True)
def test_of_twenty_at_once_as_many_count_as_may() -> None:
    def counted(_: int) -> bool:
        try:
            return Attempt.once_more("links", {dt.timedelta(days=1): 5})
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as pool:
        assert sum(pool.map(counted, range(20))) == 5
