"""Ann changes how she is called, and reads what Ben may see."""

import datetime as dt

import pytest
from django.test import Client

from accounts.models import User
from mend import clock
from tests.pairing.test_pages import both, text_of
from tests.people import pair, signed_in

pytestmark = pytest.mark.django_db


@both
def test_ann_changes_her_name_and_her_zone(ann: User, headers: dict[str, str]) -> None:
    client = signed_in(ann)
    form = {"first_name": "  Anna ", "time_zone": "Asia/Tokyo"}
    answer = client.post("/settings/profile/", form, headers=headers)
    if headers:
        assert answer.status_code == 200
        assert 'id="profile"' in answer.text
        assert "<html" not in answer.text
    else:
        assert answer["Location"] == "/settings/"
        answer = client.get("/settings/")
    assert "Saved." in answer.text
    assert 'value="Anna"' in answer.text
    ann.refresh_from_db()
    assert (ann.first_name, ann.time_zone) == ("Anna", "Asia/Tokyo")


@both
@pytest.mark.parametrize(
    "form",
    [
        {"first_name": "www.example.com", "time_zone": "Asia/Tokyo"},
        {"first_name": "A" * 41, "time_zone": "Asia/Tokyo"},
        {"first_name": "Anna", "time_zone": "Europe/Atlantis"},
    ],
    ids=["a link", "too long", "no zone"],
)
def test_what_is_wrong_is_handed_back_as_typed(
    ann: User, form: dict[str, str], headers: dict[str, str]
) -> None:
    answer = signed_in(ann).post("/settings/profile/", form, headers=headers)
    assert answer.status_code == 422
    assert f'value="{form["first_name"]}"' in answer.text
    assert "errorlist" in answer.text
    ann.refresh_from_db()
    assert (ann.first_name, ann.time_zone) == ("Ann", "Europe/Berlin")


def test_three_times_a_day_is_enough_and_nothing_changed_counts_for_nothing(ann: User) -> None:
    """The other person reads the name wherever it stands."""
    client = signed_in(ann)

    def named(name: str) -> int:
        fields = {"first_name": name, "time_zone": "Asia/Tokyo"}
        return client.post("/settings/profile/", fields).status_code

    assert [named(name) for name in ("Anna", "Anna", "Annie", "Ann", "Ann", "Nan")] == [
        302, 302, 302, 302, 302, 409
    ]  # fmt: skip
    ann.refresh_from_db()
    assert ann.first_name == "Ann"
    with clock.at(clock.now() + dt.timedelta(days=1)):
        assert named("Nan") == 302


def test_ann_reads_what_may_be_seen_alone_and_joined(ann: User, ben: User) -> None:
    client = signed_in(ann)
    assert "nobody sees anything that you write" in text_of(client.get("/settings/"))
    pair(ann, ben)
    page = text_of(client.get("/settings/"))
    assert "<bdi>Ben</bdi> sees your first name, and what you sent." in page
    assert "<title> Settings </title>" in page


def test_the_device_offers_its_own_zone_and_the_pages_about_signing_in_are_near(ann: User) -> None:
    page = signed_in(ann).get("/settings/").text
    assert 'data-zone-for="id_time_zone"' in page
    for way in (
        "/accounts/email/",
        "/accounts/password/change/",
        "/accounts/logout/",
        "/invitation/",
    ):
        assert f'"{way}"' in page


def test_settings_are_ones_own(ann: User) -> None:
    assert Client().get("/settings/")["Location"] == "/accounts/login/?next=/settings/"
    assert Client().post("/settings/profile/", {"first_name": "Cy"}).status_code == 302
    ann.refresh_from_db()
    assert ann.first_name == "Ann"
