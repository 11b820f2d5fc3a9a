"""A link by mail: discreet, at most one in 30 days, and none where none is wanted."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.models import Invitation, MailedAddress, User
from mend import clock
from tests.pairing.test_pages import both, text_of
from tests.people import signed_in

pytestmark = pytest.mark.django_db

Post = Callable[..., HttpResponse]
BEN = "ben@example.org"
ON_ITS_WAY = "it is on its way"


@pytest.fixture
def post(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Post:
    """Send the link of `user` by mail, and let the commit happen."""

    def mail_it(user: User, to: str = BEN) -> HttpResponse:
        at = reverse("mailing", args=[Invitation.invite(by=user).pk])
        with django_capture_on_commit_callbacks(execute=True):
            return signed_in(user).post(at, {"email": to}, follow=True)

    return mail_it


def test_the_mail_names_nobody_and_says_nothing_of_mend(post: Post, ann: User) -> None:
    assert ON_ITS_WAY in text_of(post(ann))
    (sent,) = mail.outbox
    assert sent.subject == "A link for you"
    assert sent.to == [BEN]
    assert Invitation.objects.get().token in sent.body
    words = re.sub(r"\S+://\S+", "", sent.body)
    for word in ("Ann", "Ben", "Mend", "apolog", "promise", "forgiv", "partner", "hurt", "trust"):
        assert word.lower() not in words.lower()


def test_the_address_itself_is_not_kept(post: Post, ann: User) -> None:
    post(ann)
    assert BEN not in str(MailedAddress.objects.values().get())


def test_an_address_gets_one_in_30_days_from_whomever(post: Post, ann: User, cy: User) -> None:
    answers = {text_of(post(ann)), text_of(post(ann, "BEN@Example.org"))}
    assert len(answers) == 1
    assert ON_ITS_WAY in text_of(post(cy))
    assert len(mail.outbox) == 1
    with clock.at(clock.now() + dt.timedelta(days=29)):
        post(cy)
    assert len(mail.outbox) == 1
    with clock.at(clock.now() + dt.timedelta(days=30, minutes=1)):
        post(cy)
    assert len(mail.outbox) == 2


def test_one_person_has_five_mailed_within_a_day_and_is_told(
    post: Post, ann: User, cy: User
) -> None:
    for number in range(5):
        assert ON_ITS_WAY in text_of(post(ann, f"some{number}@example.org"))
    refused = post(ann, "more@example.org")
    assert refused.status_code == 409
    assert "You had five links mailed within a day." in text_of(refused)
    assert ON_ITS_WAY in text_of(post(cy, "more@example.org"))
    assert len(mail.outbox) == 6
    with clock.at(clock.now() + dt.timedelta(days=1, minutes=1)):
        assert ON_ITS_WAY in text_of(post(ann, "later@example.org"))


def test_an_address_with_an_account_is_treated_like_any_other(
    post: Post, ann: User, ben: User
) -> None:
    known, unknown = text_of(post(ann, ben.email)), text_of(post(ann, "nobody@example.org"))
    assert known == unknown
    bodies = {re.sub(r"no-more/\S+", "", message.body) for message in mail.outbox}
    assert len(bodies) == 1


def test_no_more_of_these_holds_for_ever_and_tells_nobody(post: Post, ann: User, cy: User) -> None:
    before = text_of(post(ann))
    path = re.search(r"/invitation/no-more/\S+", mail.outbox[0].body)[0]
    ben = Client()
    assert "No more of these?" in text_of(ben.get(path))
    assert MailedAddress.objects.get().refused_at is None, "looking changes nothing"
    assert ben.post(path).status_code == 302
    assert ben.post(path).status_code == 302
    assert "From now on" in text_of(ben.get(path))
    assert BEN not in ben.get(path).text
    with clock.at(clock.now() + dt.timedelta(days=400)):
        assert ON_ITS_WAY in text_of(post(cy))
    assert text_of(post(ann)) == before
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("signed", ["x", "a:b:c", "%F0%9F%8C%B1", "ImFiIg:1:abc"])
def test_a_made_up_refusal_leads_nowhere(signed: str) -> None:
    for answer in (
        Client().get(f"/invitation/no-more/{signed}/"),
        Client().post(f"/invitation/no-more/{signed}/"),
    ):
        assert answer.status_code == 404
    assert not MailedAddress.objects.exists()


@pytest.mark.parametrize("to", ["", "ben", "ben@", "x" * 400 + "@example.org", "be\nn@example.org"])
@both
def test_what_is_no_address_is_handed_back(ann: User, to: str, headers: dict[str, str]) -> None:
    link = Invitation.invite(by=ann)
    at = reverse("mailing", args=[link.pk])
    answer = signed_in(ann).post(at, {"email": to}, headers=headers)
    assert answer.status_code == 422
    assert to != "ben" or 'value="ben"' in answer.text
    assert "<details open>" in text_of(answer)
    assert not MailedAddress.objects.exists()


@both
def test_a_link_that_leads_nowhere_is_not_mailed(
    ann: User, ben: User, headers: dict[str, str]
) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    answer = signed_in(ann).post(
        reverse("mailing", args=[link.pk]), {"email": "dan@example.org"}, headers=headers
    )
    assert answer.status_code == 409
    assert "calls themselves" in answer.text
    assert not MailedAddress.objects.exists()


def test_a_mail_server_that_fails_breaks_nothing_and_frees_the_address(
    post: Post, ann: User
) -> None:
    smtp = "django.core.mail.backends.smtp.EmailBackend"
    deaf = {"BACKEND": smtp, "OPTIONS": {"host": "localhost", "port": 1}}
    with override_settings(MAILERS={"default": deaf}):
        assert ON_ITS_WAY in text_of(post(ann))
    assert MailedAddress.objects.get().mailed_at is None
    post(ann)
    assert len(mail.outbox) == 1


def test_nothing_is_mailed_before_the_commit(ann: User) -> None:
    link = Invitation.invite(by=ann)
    signed_in(ann).post(reverse("mailing", args=[link.pk]), {"email": BEN})
    assert mail.outbox == []
