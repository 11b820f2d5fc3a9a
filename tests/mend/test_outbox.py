"""Mails that were not sent are shown to whoever sits at this machine, and to nobody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core import mail
from django.core.mail import mailers
from django.test import Client, override_settings

from mend.outbox import newest_mails

HERE = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost:8000"}


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Path]:
    backend = "django.core.mail.backends.filebased.EmailBackend"
    files = {"default": {"BACKEND": backend, "OPTIONS": {"file_path": str(tmp_path)}}}
    hosts = ["localhost", "127.0.0.1", "[::1]", "example.org"]
    with override_settings(
        MAILERS=files, OUTBOX=tmp_path, EMBEDDED=True, DEBUG=True, ALLOWED_HOSTS=hosts
    ):
        yield tmp_path


def write(subject: str, text: str = "Hello") -> None:
    mail.EmailMessage(subject, text, "post@localhost", ["ann@example.org"]).send()


@pytest.mark.django_db
def test_ann_reads_her_code_on_the_page(outbox: Path, client: Client) -> None:
    write("Your code", "Your code is K3-7Q. Grüße")
    page = client.get("/outbox/", **HERE)
    assert page.status_code == 200
    assert "K3-7Q. Grüße" in page.content.decode()
    assert "ann@example.org" in page.content.decode()


def test_the_newest_mail_comes_first_also_within_one_file(outbox: Path) -> None:
    with mailers["default"] as connection:
        for subject in ("first", "second"):
            message = mail.EmailMessage(subject, "Hello", "post@localhost", ["ann@example.org"])
            connection.send_messages([message])
    write("third")
    assert [message.subject for message in newest_mails(outbox)][:1] == ["third"]
    subjects = [message.subject for message in newest_mails(outbox)]
    assert subjects.index("second") < subjects.index("first")


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": ""},
        {"HTTP_HOST": "example.org"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_VIA": "1.1 proxy"},
        {"HTTP_X_REAL_IP": "127.0.0.1"},
    ],
)
@pytest.mark.django_db
def test_from_elsewhere_there_is_no_such_page(
    elsewhere: dict[str, str], outbox: Path, client: Client
) -> None:
    assert client.get("/outbox/", **HERE | elsewhere).status_code == 404


@pytest.mark.parametrize("change", [{"DEBUG": False}, {"EMBEDDED": False}])
@pytest.mark.django_db
def test_on_a_server_there_is_no_such_page(
    change: dict[str, bool], outbox: Path, client: Client
) -> None:
    with override_settings(**change):
        assert client.get("/outbox/", **HERE).status_code == 404


@pytest.mark.django_db
def test_an_empty_outbox_says_so(outbox: Path, client: Client) -> None:
    assert (
        "No mail yet." in client.get("/outbox/", **HERE | {"REMOTE_ADDR": "::1"}).content.decode()
    )
