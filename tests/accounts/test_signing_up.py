"""Ann makes an account through the pages, with the code out of her mail."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connections
from django.http import HttpResponse
from django.test import Client, override_settings

from accounts.models import Invitation, Membership, User
from tests.people import PASSWORD, person, signed_in

pytestmark = pytest.mark.django_db

ANN = {
    "first_name": "Ann",
    "email": "ann@example.org",
    "password1": PASSWORD,
    "time_zone": "America/Lima",
}


@pytest.fixture(autouse=True)
def _quickly(db: None) -> None:
    """Who came before does not count against the rates."""
    cache.clear()


def sign_up(client: Client, **changes: str) -> HttpResponse:
    return client.post("/accounts/signup/", ANN | changes)


def code() -> str:
    """The code in the newest mail, which stands on its first line."""
    return mail.outbox[-1].body.split()[0]


def confirm(client: Client, answer: HttpResponse) -> HttpResponse:
    """Type the code into the page that asks for it."""
    return client.post(answer["Location"], {"code": code()})


def test_ann_signs_up_confirms_her_address_and_comes_to_today() -> None:
    client = Client()
    answer = confirm(client, sign_up(client))
    assert (answer.status_code, answer["Location"]) == (302, "/today/")
    assert client.get("/settings/").status_code == 200
    ann = User.objects.get()
    assert (ann.first_name, ann.email, ann.time_zone) == ("Ann", "ann@example.org", "America/Lima")
    assert Membership.objects.get().user_id == ann.pk
    assert ann.partner is None


def test_a_password_that_somebody_chose_beforehand_for_anns_address_opens_nothing() -> None:
    sign_up(Client(), password1="of somebody else")
    ann = Client()
    asked = ann.post("/accounts/login/code/", {"email": "ann@example.org"})
    assert confirm(ann, asked)["Location"] == "/today/"
    fields = {"login": "ann@example.org", "password": "of somebody else"}
    other = Client()
    assert other.post("/accounts/login/", fields).status_code == 200
    assert other.get("/today/").status_code == 302
    assert User.objects.get().has_usable_password() is False


@pytest.mark.parametrize("door", ["/begin/", "/me/", "/invitation/{token}/"])
@pytest.mark.parametrize("way", ["signup", "login", "code"])
def test_who_came_through_a_door_comes_back_to_it(ben: User, door: str, way: str) -> None:
    door = door.format(token=Invitation.invite(by=ben).token)
    client, then = Client(), f"?next={door}"
    if way == "signup":
        page = client.get(f"/accounts/signup/{then}")
        assert f'<input type="hidden" name="next" value="{door}">' in page.text
        answer = confirm(client, sign_up(client, next=door))
    elif way == "login":
        person("Ann")
        page = client.get(f"/accounts/login/{then}")
        assert f'<input type="hidden" name="next" value="{door}">' in page.text
        form = {"login": "ann@example.org", "password": PASSWORD, "next": door}
        answer = client.post("/accounts/login/", form)
    else:
        person("Ann")
        asked = client.post(f"/accounts/login/code/{then}", {"email": "ann@example.org"})
        page = client.get(asked["Location"])
        assert f'<input type="hidden" name="next" value="{door}">' in page.text
        answer = client.post(asked["Location"], {"code": code(), "next": door})
    assert (answer.status_code, answer["Location"]) == (302, door)


def test_the_doors_lead_to_signing_in_and_back() -> None:
    for door in ("/begin/", "/me/"):
        assert Client().get(door)["Location"] == f"/accounts/login/?next={door}"
        page = Client().get(f"/accounts/login/?next={door}")
        assert f"/accounts/signup/passkey/?next={door}" in page.text.replace("%2F", "/")
        page = Client().get(f"/accounts/signup/passkey/?next={door}")
        assert f"/accounts/signup/?next={door}" in page.text.replace("%2F", "/")


def test_next_never_leads_to_another_site() -> None:
    client = Client()
    answer = confirm(client, sign_up(client, next="https://example.com/"))
    assert answer["Location"] == "/today/"


@pytest.mark.parametrize("zone", ["", "Atlantis/Capital", "../../etc/passwd", "localtime", "🌱"])
def test_a_zone_that_is_missing_or_unknown_is_utc(zone: str) -> None:
    sign_up(Client(), time_zone=zone)
    assert User.objects.get().time_zone == "UTC"


@pytest.mark.parametrize(
    "changes",
    [
        {"first_name": ""},
        {"first_name": "http://example.com"},
        {"first_name": "A" * 41},
        {"email": "ann"},
        {"password1": "short"},
        {"password1": "password1234"},
        {"first_name": "\x00"},
    ],
    ids=str,
)
def test_what_is_unfinished_is_handed_back(changes: dict[str, str]) -> None:
    answer = sign_up(Client(), **changes)
    assert answer.status_code == 200
    assert "errorlist" in answer.text
    assert not User.objects.exists()
    assert mail.outbox == []


def test_the_mails_are_discreet() -> None:
    sign_up(Client())
    (sent,) = mail.outbox
    assert sent.subject == "Your code"
    for word in ("Ann", "Mend", "apolog", "promise", "forgiv", "partner"):
        assert word.lower() not in (sent.subject + sent.body).lower()


def test_nobody_learns_that_an_address_has_an_account() -> None:
    """A second sign-up looks like the first; only the mail tells its owner."""
    person("Ben", email="ann@example.org")
    taken, free = Client(), Client()
    answers = sign_up(taken), sign_up(free, email="new@example.org")
    assert answers[0]["Location"] == answers[1]["Location"]
    pages = [client.get(answers[0]["Location"]).text for client in (taken, free)]
    plain = [re.sub(r'"\w{64}"|\w+@example.org', "", page) for page in pages]
    assert plain[0] == plain[1]
    assert User.objects.count() == 2
    for path in ("/accounts/login/code/", "/accounts/password/reset/"):
        known, unknown = Client(), Client()
        form = [{"email": address} for address in ("ann@example.org", "nobody@example.org")]
        answer = known.post(path, form[0]), unknown.post(path, form[1])
        assert answer[0].status_code == answer[1].status_code == 302
        assert answer[0]["Location"] == answer[1]["Location"]


def test_ann_signs_in_with_her_password_and_nobody_keeps_when() -> None:
    ann = person("Ann")
    client = Client()
    form = {"login": "ANN@example.org", "password": PASSWORD}
    assert client.post("/accounts/login/", form)["Location"] == "/today/"
    assert "last_login" not in {field.name for field in ann._meta.get_fields()}


def test_a_wrong_password_is_told_in_one_way_for_everybody() -> None:
    person("Ann")
    for address in ("ann@example.org", "nobody@example.org"):
        answer = Client().post("/accounts/login/", {"login": address, "password": "no"})
        assert answer.status_code == 200
        assert "are not correct" in answer.text


def test_ann_sets_a_new_password_with_a_code() -> None:
    person("Ann")
    client = Client()
    answer = client.post("/accounts/password/reset/", {"email": "ann@example.org"})
    assert "Code" in client.get(answer["Location"]).text
    answer = client.post(answer["Location"], {"code": code()})
    assert 'name="password1"' in client.get(answer["Location"]).text
    both = {f"password{number}": "another long phrase" for number in (1, 2)}
    answer = client.post(answer["Location"], both)
    assert answer.status_code == 302
    form = {"login": "ann@example.org", "password": "another long phrase"}
    assert Client().post("/accounts/login/", form)["Location"] == "/today/"


def test_ann_who_has_no_password_sets_one() -> None:
    ann = person("Ann")
    ann.set_unusable_password()
    ann.save()
    client = signed_in(ann)
    assert 'class="btn btn--main"' in " ".join(client.get("/accounts/password/set/").text.split())
    both = {f"password{number}": "another long phrase" for number in (1, 2)}
    page = client.post("/accounts/password/set/", both, follow=True)
    assert "Your password is set." in page.text
    assert User.objects.get().check_password("another long phrase")


def test_ann_asks_for_another_code_when_the_first_does_not_come() -> None:
    client = Client()
    page = sign_up(client)["Location"]
    first = code()
    assert "Send a new code" in client.get(page).text
    assert client.post(page, {"action": "resend"}).status_code == 429, "not in the same second"
    cache.clear()
    assert client.post(page, {"action": "resend"}).status_code == 302
    assert code() != first
    assert client.post(page, {"code": code()})["Location"] == "/today/"


def test_a_mail_server_that_fails_breaks_no_page() -> None:
    smtp = "django.core.mail.backends.smtp.EmailBackend"
    deaf = {"BACKEND": smtp, "OPTIONS": {"host": "localhost", "port": 1}}
    client = Client()
    with override_settings(MAILERS={"default": deaf}):
        answer = sign_up(client)
    assert answer.status_code == 302
    assert User.objects.exists()
    assert client.get(answer["Location"]).status_code == 200


def test_ann_changes_her_address_and_signs_out() -> None:
    client = signed_in(person("Ann"))
    answer = client.get("/accounts/email/")
    assert answer.status_code in {200, 302}
    assert client.post("/accounts/logout/")["Location"] == "/"
    assert client.get("/settings/").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_signing_up_20_times_at_once_makes_one_account() -> None:
    def act(_: int) -> int:
        try:
            return sign_up(Client()).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(act, range(20))) <= {302, 429}
    assert User.objects.count() == Membership.objects.count() == 1
