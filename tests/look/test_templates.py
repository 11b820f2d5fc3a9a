"""What holds for every template and style sheet: nothing inline, no loud words, small."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
STYLES = sorted((settings.BASE_DIR / "static/css").glob("*.css"))
LETTERS = sorted((settings.BASE_DIR / "templates/account/email").glob("*.txt"))
NEVER_ON_SCREEN = re.compile(
    r"\b(offender|wronged|verdict|occurrence|evidence|ledger|journey)\b", re.I
)
NEVER_IN_MAIL = re.compile(r"\b(mend|apolog\w*|promis\w*|forgiv\w*|partner)\b", re.I)


def said_in(text: str) -> str:
    """The sentences of a template: what goes through translation."""
    plain = re.findall(r"{% translate (\"[^\"]*\"|'[^']*')", text)
    blocks = re.findall(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate", text, re.S)
    return " ".join([*plain, *(re.sub(r"{{.*?}}|{%.*?%}|<[^>]*>", " ", block) for block in blocks)])


def test_no_template_has_anything_inline_that_the_policy_would_block():
    inline = re.compile(r"\sstyle=|\son\w+=|hx-on|js:|<style|<script(?![^>]*\ssrc=)")
    assert not [path for path in TEMPLATES if inline.search(path.read_text())]


def test_no_template_shouts_or_uses_our_own_jargon():
    loud = re.compile(rf"!|{NEVER_ON_SCREEN.pattern}", re.I)
    assert not [path for path in TEMPLATES if loud.search(said_in(path.read_text()))]


def test_the_style_sheets_are_small():
    assert sum(sheet.stat().st_size for sheet in STYLES) < 40_000


def test_every_class_of_a_component_is_one_that_the_style_sheets_know():
    known = set(re.findall(r"\.([a-z][\w-]*)", " ".join(sheet.read_text() for sheet in STYLES)))
    for template in TEMPLATES:
        text = re.sub(r"{%.*?%}", " ", template.read_text())
        for value in re.findall(r'class="([^"]*)"', text):
            assert set(re.sub(r"\S*{{.*?}}\S*", " ", value).split()) <= known, template


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.name)
def test_a_mail_about_the_account_gives_nothing_away(letter: Path):
    words = render_to_string(f"account/email/{letter.name}", {"code": "AB12-CD34"})
    assert not NEVER_IN_MAIL.search(words)
    if letter.stem.endswith("_subject"):
        assert words.strip() in {"Your code", "Your account"}
