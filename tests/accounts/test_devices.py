"""Where Ann is signed in: a short list, that she can shorten; and how idleness ends it."""

import datetime as dt
import uuid

import pytest
from allauth.mfa.models import Authenticator as Kept
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.devices.models import IDLE, IDLE_MINE
from accounts.models import Device, User
from mend.fresh import fresh_id
from tests.accounts.signing import adds_passkey, browser, hidden, sure
from tests.pairing.test_pages import both
from tests.people import PASSWORD, signed_in

pytestmark = pytest.mark.django_db

PHONE = "Mozilla/5.0 (Android 16; Mobile; rv:151.0) Gecko/151.0 Firefox/151.0"
LAPTOP = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0"
    " Safari/537.36"
)


def arrives(user: User, agent: str) -> Client:
    client = Client(headers={"User-Agent": agent}, REMOTE_ADDR="203.0.113.7")
    fields = {"login": user.email, "password": PASSWORD}
    assert client.post("/accounts/login/", fields).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200


def left(client: Client) -> dt.timedelta:
    """Until idleness ends the session."""
    row = Device.objects.get(session_key=client.session.session_key)
    return row.expire_date - timezone.now()


def wait(client: Client, length: dt.timedelta) -> None:
    """Nothing is done in this browser for so long."""
    row = Device.objects.filter(session_key=client.session.session_key)
    row.update(expire_date=row.get().expire_date - length)


def test_ann_sees_her_devices_by_a_short_name_and_the_day_and_nobody_elses(
    ann: User, ben: User
) -> None:
    laptop, _, _ = arrives(ann, LAPTOP), arrives(ann, PHONE), arrives(ben, "Opera of Ben")
    page = laptop.get("/settings/devices/").text
    assert "Chrome on Linux" in page
    assert "Firefox on Android" in page
    assert timezone.localdate().strftime("%B") in page
    assert page.count("Sign it out") == 2, "one button, with its name for those who listen"
    kept = list(Device.objects.values_list("name", "session_data"))
    assert "203.0.113.7" not in f"{page}{kept}"
    assert "Mozilla" not in f"{page}{kept}"
    assert 'href="/settings/devices/"' in laptop.get("/settings/").text


@both
def test_ann_signs_one_of_them_out(ann: User, headers: dict[str, str]) -> None:
    laptop, phone, third = (arrives(ann, agent) for agent in (LAPTOP, PHONE, ""))
    pk = Device.objects.get(name="Firefox on Android").id
    for _ in range(2):
        answer = laptop.post(f"/settings/devices/{pk}/end/", headers=headers)
        assert answer.status_code == (200 if headers else 302)
        page = answer.text if headers else laptop.get("/settings/devices/").text
        assert "That device is signed out." in page
        assert "Firefox" not in page
    assert [is_in(client) for client in (laptop, phone, third)] == [True, False, True]


@both
def test_ann_signs_out_everywhere_else(ann: User, ben: User, headers: dict[str, str]) -> None:
    laptop, phone, third = (arrives(ann, agent) for agent in (LAPTOP, PHONE, ""))
    of_ben = arrives(ben, PHONE)
    laptop.post("/settings/devices/others/end/", headers=headers)
    ins = [is_in(client) for client in (laptop, phone, third, of_ben)]
    assert ins == [True, False, False, True]


def test_ann_cannot_sign_ben_out_and_learns_nothing_by_trying(ann: User, ben: User) -> None:
    laptop, of_ben = arrives(ann, LAPTOP), arrives(ben, PHONE)
    pk = Device.objects.get(name="Firefox on Android").id
    answers = [laptop.post(f"/settings/devices/{each}/end/") for each in (pk, uuid.uuid4())]
    assert {answer.headers["Location"] for answer in answers} == {"/settings/devices/"}
    assert is_in(of_ben)


def test_after_15_minutes_without_a_request_ann_is_signed_out_and_her_words_are_kept(
    ann: User,
) -> None:
    client = arrives(ann, LAPTOP)
    assert is_in(client)
    wait(client, IDLE)
    page = client.post(f"/writing/{fresh_id(ann.pk)}/", {"kind": "note", "note": "I took it."}).text
    assert "You had been signed out. What you typed is still here" in page
    fields = {"login": ann.email, "password": PASSWORD, "carried": hidden(page, "carried")[0]}
    page = client.post("/accounts/login/", fields, follow=True).text
    assert hidden(page, "note") == ["I took it."]


def test_whatever_ann_asks_for_begins_the_15_minutes_anew_with_one_write_a_minute(
    ann: User,
) -> None:
    client = arrives(ann, LAPTOP)
    client.get("/settings/")
    assert writes(client) == 0
    wait(client, dt.timedelta(minutes=14))
    assert left(client) < dt.timedelta(minutes=1)
    assert writes(client) == 1
    assert left(client) > IDLE - dt.timedelta(seconds=30)
    assert writes(client) == 0


def writes(client: Client) -> int:
    """How often a look at a page writes to the list of devices."""
    with CaptureQueriesContext(connection) as said:
        assert is_in(client)
    return sum("accounts_device" in query["sql"] and "UPDATE" in query["sql"] for query in said)


def test_the_cookie_goes_with_the_browser(ann: User) -> None:
    assert arrives(ann, LAPTOP).cookies["sessionid"]["max-age"] == ""
    assert 'name="remember"' not in Client().get("/accounts/login/").text


def test_a_device_can_be_marked_as_mine_with_a_passkey_and_then_stays_for_14_days(
    ann: User,
) -> None:
    client = sure(ann)
    answer = client.post("/settings/devices/mine/")
    assert answer.status_code == 409
    assert "This needs a passkey." in answer.text
    adds_passkey(client)
    assert "This device is mine" in client.get("/settings/devices/").text
    assert client.post("/settings/devices/mine/").status_code == 302
    assert left(client) > IDLE_MINE - dt.timedelta(minutes=1)
    assert int(client.cookies["sessionid"]["max-age"]) > IDLE_MINE.total_seconds()
    wait(client, dt.timedelta(days=13))
    assert "It is marked as yours" in client.get("/settings/devices/").text
    assert left(client) > IDLE_MINE - dt.timedelta(minutes=1)
    client.post("/settings/devices/mine/end/")
    assert left(client) < IDLE + dt.timedelta(seconds=1)
    assert client.cookies["sessionid"]["max-age"] == ""


def test_with_the_last_passkey_the_mark_goes_everywhere(ann: User) -> None:
    client, other = sure(ann), sure(ann)
    adds_passkey(client)
    for each in (client, other):
        assert each.post("/settings/devices/mine/").status_code == 302
    pk = Kept.objects.get(user=ann, type="webauthn").pk
    client.post(f"/accounts/keys/{pk}/end/")
    assert [is_in(client), is_in(other)] == [True, False]
    assert left(client) < IDLE + dt.timedelta(seconds=1)


def test_who_only_holds_the_device_cannot_mark_it(ann: User) -> None:
    adds_passkey(sure(ann))
    client = browser(ann)
    assert client.post("/settings/devices/mine/").status_code == 401
    assert left(client) < IDLE + dt.timedelta(seconds=1)


def test_a_new_password_leaves_this_device_signed_in_and_no_other(ann: User) -> None:
    client, other = arrives(ann, LAPTOP), arrives(ann, PHONE)
    fields = {"oldpassword": PASSWORD, "password1": "another phrase", "password2": "another phrase"}
    client.post("/accounts/password/change/", fields)
    (device,) = Device.objects.visible_to(ann)
    assert device.name == "Chrome on Linux"
    assert client.get("/settings/devices/").text.count("This is the device") == 1
    assert not is_in(other)


def test_what_has_ended_is_forgotten_by_the_tick(ann: User) -> None:
    gone, here = arrives(ann, LAPTOP), arrives(ann, PHONE)
    wait(gone, IDLE)
    call_command("tick")
    assert [device.name for device in Device.objects.all()] == ["Firefox on Android"]
    assert is_in(here)


def test_signing_out_asks_the_browser_to_forget(ann: User) -> None:
    answer = signed_in(ann).post("/accounts/logout/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'


def test_each_browser_has_a_name(ann: User) -> None:
    for agent, name in (
        ("", "A browser"),
        ("curl/8", "A browser"),
        ("x Safari iPhone", "Safari on iPhone"),
    ):
        arrives(ann, agent)
        assert Device.objects.filter(name=name).exists()
