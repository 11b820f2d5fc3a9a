"""Rule 11: what is seen outside says nothing, and every mail goes through one place.

Broken on purpose, each for itself: a subject that names Mend in mend/discreet.py, an address
/promises/ in steps/promises/urls.py, a title “Your promises” in a template. Each time a test
failed. What pages are called is seen in tests/test_canary.py, too.
"""

import ast
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.urls import get_resolver

from mend import discreet
from tests.sources import modules, templates
from tests.test_access import addresses

TELLING = re.compile(
    r"\b(ann|ben|cy|apolog\w*|sorry|promise\w*|forgiv\w*|partner\w*|couple\w*|hurt\w*|mend)\b", re.I
)
MAILS = [name for name in templates() if name.endswith(("_message.txt", "/mail.txt"))]
OWN = {"EmailMessage", "EmailMultiAlternatives", "send_mail", "send_mass_mail", "mail_admins"}


TITLE = re.compile(r"{% block title %}(.*?){% endblock", re.DOTALL)


def test_no_address_tells_what_it_is_about() -> None:
    """A history of visited pages keeps addresses: steps are numbers there."""
    assert not [route for route, _ in addresses(get_resolver()) if TELLING.search(plain(route))]


def plain(route: str) -> str:
    """Its words, without what is filled in."""
    return re.sub(r"<[^>]*>|[-/_]", " ", route)


def test_no_title_tells_what_it_is_about() -> None:
    titles = [title for source in templates().values() for title in TITLE.findall(source)]
    assert len(titles) > 20
    assert not [title for title in titles if TELLING.search(title)]


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
