"""Rule 11: what is seen outside says nothing, and every mail goes through one place."""

import ast
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from mend import discreet
from tests.sources import modules, templates

TELLING = re.compile(
    r"\b(ann|ben|cy|apolog\w*|sorry|promise\w*|forgiv\w*|partner\w*|couple\w*|hurt\w*|mend)\b", re.I
)
MAILS = [name for name in templates() if name.endswith(("_message.txt", "/mail.txt"))]
OWN = {"EmailMessage", "EmailMultiAlternatives", "send_mail", "send_mass_mail", "mail_admins"}


@pytest.mark.parametrize("channel", discreet.SUBJECTS)
def test_subjects_and_sender_say_nothing(channel: str) -> None:
    letter = discreet.mail(channel, "A body.", to="ann@example.org")
    assert not TELLING.search(f"{letter.subject} {letter.from_email}")
    assert len(letter.subject) < 20
    assert letter.subject == discreet.mail(channel, "Another.", to="ben@example.org").subject


def test_every_mail_is_made_in_one_place() -> None:
    for module in modules():
        calls = {ast.unparse(call.func).removeprefix("mail.") for call in module.calls()}
        assert module.name == "mend.discreet" or not calls & OWN, module.name


@pytest.mark.parametrize("name", MAILS)
def test_bodies_name_nobody_and_not_what_it_is_about(name: str) -> None:
    words = {"code": "ABCD-EFGH", "link": "https://example.org/x", "no_more": "", "signup_url": ""}
    assert not TELLING.search(render_to_string(name, words))


def test_no_template_brings_a_subject_of_its_own() -> None:
    assert not [name for name in templates() if "subject" in Path(name).name]
