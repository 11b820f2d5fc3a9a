"""The pages about an invitation, with htmx and without, for each who may come by."""

import datetime as dt
import re
import uuid

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import Invitation, User
from mend import clock
from tests.accounts.signing import hidden
from tests.people import pair, person, signed_in

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
both = pytest.mark.parametrize("headers", [{}, HTMX], ids=["whole page", "fragment"])


def text_of(answer: HttpResponse) -> str:
    """What stands on the page, without the secret of its forms and the wrapping of its lines."""
    page = re.sub(r'csrfmiddlewaretoken" value="\w+|X-CSRFToken": "\w+', "", answer.text)
    return " ".join(page.split())


def answered(answer: HttpResponse, headers: dict[str, str]) -> str:
    """What an action shows: its fragment, or the page that it redirects to."""
    if not headers:
        assert answer.status_code == 302, answer.status_code
        user = answer.wsgi_request.user
        client = signed_in(user) if user.is_authenticated else Client()
        answer = client.get(answer["Location"])
    assert answer.status_code == 200
    assert ("<html" in answer.text) == (not headers)
    return text_of(answer)


def look(link: Invitation, client: Client | None = None) -> HttpResponse:
    return (client or Client()).get(reverse("invited", args=[link.token]))


@both
def test_ann_makes_a_link_and_finds_it_as_text_and_as_a_picture(
    ann: User, headers: dict[str, str]
) -> None:
    client = signed_in(ann)
    assert "Invite one person" in text_of(client.get("/invitation/"))
    answer = client.post("/invitation/link/", {"role": "offender"}, headers=headers)
    shown = answered(answer, headers)
    link = Invitation.objects.get()
    assert f"http://testserver/invitation/{link.token}/" in shown
    assert "<svg" in shown
    assert "style=" not in shown
    assert link.role == "offender"


def test_the_time_that_is_left_is_told_by_anns_own_clock(ann: User) -> None:
    with clock.at(dt.datetime(2026, 11, 22, 12, 30, tzinfo=dt.UTC)):
        Invitation.invite(by=ann)
        assert "25 November 2026, 13:30" in text_of(signed_in(ann).get("/invitation/"))


@both
def test_a_role_that_nobody_offered_is_not_kept(ann: User, headers: dict[str, str]) -> None:
    answer = signed_in(ann).post("/invitation/link/", {"role": "judge"}, headers=headers)
    assert answer.status_code == 422
    assert "Make a link" in answer.text
    assert not Invitation.objects.exists()


@both
def test_ann_renews_and_takes_back(ann: User, headers: dict[str, str]) -> None:
    first = Invitation.invite(by=ann)
    client = signed_in(ann)
    shown = answered(client.post(reverse("renewal", args=[first.pk]), headers=headers), headers)
    second = Invitation.objects.standing().get()
    assert first.token not in shown
    assert second.token in shown
    answer = client.post(reverse("withdrawal", args=[second.pk]), headers=headers)
    assert "Make a link" in answered(answer, headers)
    assert look(second).status_code == 404


def test_ann_is_told_that_her_link_has_run_out(ann: User) -> None:
    Invitation.invite(by=ann)
    with clock.at(clock.now() + dt.timedelta(days=4)):
        shown = text_of(signed_in(ann).get("/invitation/"))
    assert "Your link has run out." in shown
    assert "Make a new link" in shown


@pytest.mark.parametrize("action", ["renewal", "withdrawal", "mailing", "confirmation", "refusal"])
def test_anns_link_is_nothing_to_cy(ann: User, cy: User, action: str) -> None:
    link = Invitation.invite(by=ann)
    client = signed_in(cy)
    form = {"email": "ben@example.org", "who": link.mark}
    foreign = client.post(reverse(action, args=[link.pk]), form)
    unknown = client.post(reverse(action, args=[uuid.uuid4()]), form)
    assert (foreign.status_code, unknown.status_code) == (404, 404)
    assert text_of(foreign) == text_of(unknown)
    assert Invitation.objects.open_to(None).get() == link


@pytest.mark.parametrize("action", ["renewal", "withdrawal", "mailing", "confirmation", "refusal"])
def test_who_is_signed_out_is_sent_to_sign_in(ann: User, action: str) -> None:
    link = Invitation.invite(by=ann)
    assert Client().post(reverse(action, args=[link.pk])).status_code == 302
    assert Client().post("/invitation/link/").status_code == 302
    assert Client().post(reverse("acceptance", args=[link.token])).status_code == 302
    assert Invitation.objects.open_to(None).get() == link


@pytest.mark.parametrize(
    ("role", "said"), [("offender", "“I hurt you.”"), ("wronged", "“I was hurt.”"), ("", "")]
)
def test_ben_may_look_first_without_an_account(ann: User, role: str, said: str) -> None:
    link = Invitation.invite(by=ann, role=role)
    shown = text_of(look(link))
    assert "<bdi>Ann</bdi> invites you." in shown
    assert (said in shown) if said else ("says" not in shown)
    assert "<title> Settings </title>" in shown
    for way in ("account_signup_by_passkey", "account_login"):
        assert f'href="{reverse(way)}?next=/invitation/{link.token}/"' in shown
    assert reverse("example") in shown


def test_no_page_of_an_invitation_shows_an_address(ann: User, ben: User) -> None:
    link = Invitation.invite(by=ann)
    pages = [look(link), look(link, signed_in(ben)), look(link, signed_in(ann))]
    link.accept(by=ben)
    pages += [look(link, signed_in(ben))]
    pages += [signed_in(user).get("/invitation/") for user in (ann, ben)]
    link.confirm(ben.pk, by=ann)
    pages += [
        signed_in(user).get(at) for user in (ann, ben) for at in ("/invitation/", "/settings/")
    ]
    for page in pages:
        assert page.status_code == 200
        assert "example.org" not in page.text


def test_ann_is_told_that_it_is_her_own_link(ann: User) -> None:
    link = Invitation.invite(by=ann)
    assert "This is your own link" in text_of(look(link, signed_in(ann)))
    answer = signed_in(ann).post(reverse("acceptance", args=[link.token]))
    assert answer.status_code == 409
    assert "This is your own link" in answer.text


@both
def test_ben_says_yes_and_ann_says_that_he_is_the_one(
    ann: User, ben: User, headers: dict[str, str]
) -> None:
    link = Invitation.invite(by=ann)
    bens, anns = signed_in(ben), signed_in(ann)
    answer = bens.post(reverse("acceptance", args=[link.token]), headers=headers)
    assert "You said yes." in answered(answer, headers)
    assert "You said yes to <bdi>Ann</bdi>" in text_of(bens.get("/invitation/"))
    shown = anns.get("/invitation/")
    assert "calls themselves <bdi>Ben</bdi>" in text_of(shown)
    assert str(ben.pk) not in shown.text
    form = {"who": hidden(shown.text, "who")[0]}
    answer = anns.post(reverse("confirmation", args=[link.pk]), form, headers=headers)
    assert "You share this place with <bdi>Ben</bdi>." in answered(answer, headers)
    assert "You share this place with <bdi>Ann</bdi>." in text_of(bens.get("/invitation/"))
    assert look(link, bens).status_code == 404


@both
def test_ann_says_that_it_is_somebody_else(ann: User, ben: User, headers: dict[str, str]) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    link.refresh_from_db()
    form = {"who": link.mark}
    answer = signed_in(ann).post(reverse("refusal", args=[link.pk]), form, headers=headers)
    assert "Invite one person" in answered(answer, headers)
    assert look(link, signed_in(ben)).status_code == 404
    assert "You said yes" not in text_of(signed_in(ben).get("/invitation/"))


@both
def test_ann_sees_who_came_since_before_she_answers(
    ann: User, ben: User, cy: User, headers: dict[str, str]
) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    seen = link.mark
    link.leave_it(by=ben)
    link.accept(by=cy)
    for who in (seen, str(cy.pk), "ben", ""):
        answer = signed_in(ann).post(
            reverse("confirmation", args=[link.pk]), {"who": who}, headers=headers
        )
        assert answer.status_code == 409
        assert "Something has changed in the meantime." in answer.text
        assert "calls themselves <bdi>Cy</bdi>" in text_of(answer)


@both
def test_ben_takes_his_yes_back(ann: User, ben: User, headers: dict[str, str]) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    answer = signed_in(ben).post(reverse("acceptance_end", args=[link.token]), headers=headers)
    assert "You said yes" not in answered(answer, headers)
    assert "Yes, join" in text_of(look(link, signed_in(ben)))


@both
def test_declining_changes_nothing(ann: User, ben: User, headers: dict[str, str]) -> None:
    link = Invitation.invite(by=ann)
    rows = list(Invitation.objects.values())
    ann_sees = text_of(signed_in(ann).get("/invitation/"))
    for client in (Client(), signed_in(ben)):
        before = text_of(look(link, client))
        answer = client.post(reverse("declining", args=[link.token]), headers=headers)
        assert answer.status_code == 200
        assert "Nothing was written down" in answer.text
        assert text_of(look(link, client)) == before
    assert list(Invitation.objects.values()) == rows
    assert text_of(signed_in(ann).get("/invitation/")) == ann_sees


def test_withdrawn_run_out_used_and_unknown_links_look_alike(
    ann: User, ben: User, cy: User
) -> None:
    dan = person("Dan")
    withdrawn = Invitation.invite(by=ann)
    withdrawn.withdraw(by=ann)
    used = Invitation.invite(by=ann)
    used.accept(by=ben)
    with clock.at(clock.now() - dt.timedelta(days=4)):
        expired = Invitation.invite(by=dan)
    tokens = [withdrawn.token, used.token, expired.token, "a" * 24, "x", "%F0%9F%8C%B1"]
    for visitor in (lambda: Client(), lambda: signed_in(cy)):
        client = visitor()
        answers = [client.get(f"/invitation/{token}/") for token in tokens]
        assert {answer.status_code for answer in answers} == {404}
        assert len({text_of(answer) for answer in answers}) == 1
        assert len({str(sorted(answer.headers.items())) for answer in answers}) == 1
    for action in ("acceptance", "acceptance/end", "declining"):
        answers = [signed_in(cy).post(f"/invitation/{token}/{action}/") for token in tokens]
        assert {answer.status_code for answer in answers} == {404}
        assert len({text_of(answer) for answer in answers}) == 1


@both
def test_ben_who_shares_the_place_already_is_told_so(
    ann: User, ben: User, cy: User, headers: dict[str, str]
) -> None:
    pair(ann, ben)
    link = Invitation.invite(by=cy)
    answer = signed_in(ben).post(reverse("acceptance", args=[link.token]), headers=headers)
    assert answer.status_code == 409
    assert "You share this place with somebody already." in answer.text
    answer = signed_in(ben).post("/invitation/link/", {"role": ""}, headers=headers)
    assert answer.status_code == 409
    assert Invitation.objects.open_to(None).get() == link


@pytest.mark.parametrize("before", ["", "  http://testserver/invitation/", "/invitation/"])
@pytest.mark.parametrize("after", ["", "/", "/  "])
def test_a_pasted_link_leads_on(ann: User, before: str, after: str) -> None:
    link = Invitation.invite(by=ann)
    answer = Client().post("/invitation/pasting/", {"link": f"{before}{link.token}{after}"})
    assert answer.status_code == 302
    assert answer["Location"] == f"/invitation/{link.token}/"


@both
@pytest.mark.parametrize(
    "pasted",
    ["", "hello", "http://", "x" * 600, "\x00" * 24, "\u202e\u0301" * 30, "🌱" * 24],
    ids=["nothing", "a word", "no place", "too much", "NUL", "marks", "emoji"],
)
def test_what_is_no_link_is_handed_back(pasted: str, headers: dict[str, str]) -> None:
    answer = Client().post("/invitation/pasting/", {"link": pasted}, headers=headers)
    assert answer.status_code == 422
    assert "The link you were given" in answer.text
    assert "hello" in answer.text or pasted != "hello"


def test_names_of_every_script_stand_apart_from_the_sentence(ann: User) -> None:
    for name in ("نيلوفر", "می‌نا", "Zoë", "Ångström", "🌱 Sam", "A͎n͎n", "O’Neil & <3"[:8]):
        User.objects.filter(pk=ann.pk).update(first_name=name)
        shown = text_of(look(Invitation.invite(by=ann)))
        assert f"<bdi>{name.replace('&', '&amp;')}</bdi> invites you." in shown
