"""A name is a name, and a zone is one in which a day can be told."""

import zoneinfo

import pytest
from django import forms
from django.core.exceptions import ValidationError

from accounts.models import User, plain_name
from accounts.zones import ZONES, known_zone, zone_choices
from mend.marks import few_marks
from steps.mypage.forms import NoteForm
from steps.sharing.forms import DraftForm
from tests.people import signed_in


@pytest.mark.parametrize(
    "name",
    [
        "Ann", "Ann Marie", "Zoë", "J. R.", "St. John", "Sammy Davis Jr.", "O’Neil", "O'Brien",
        "Jean-Luc", "Gal·la", "María del Mar", "Nguyễn Thị Minh", "Kaʻiulani", "ʿAlī", "N’Golo",
        "Ирина", "Ελένη", "נועה", "שָׂרָה", "نیلوفر", "می‌نا", "नेहा", "ज़ीनत", "மணி", "เด่น", "ကျော်ကျော်",
        "རྡོ་རྗེ", "한나", "李", "ジョン・スミス", "You Jin", "Zoe\u0308", "\u1ec7\u0323n",
    ],
)  # fmt: skip
def test_a_name_of_any_script_is_welcome(name: str) -> None:
    plain_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "https://example.com", "www.example", "example.com", "Ann <b>", "ann@example.org", "a\\b",
        "Ann\nBen", "Ann\u202eneB", "\u200fAnn", "\u200b", "\u200d", "🌱", "...", "a\x00", "bit.ly",
        "🌱 Sam", "Ann 2", "Who?", "Come home, now", "Sorry!", "I come by tonight", "Ann: no",
        "“Ann”", "Ann_Ben", "Answer. Now.", "Bе n", "\u0430nna", "o\u0301\u0302\u0303\u0304",
    ],
)  # fmt: skip
def test_links_sentences_and_invisible_signs_are_no_name(name: str) -> None:
    with pytest.raises(ValidationError, match="plain first name"):
        plain_name(name)


@pytest.mark.parametrize(
    "name",
    ["You", "you.", "Y\u0332o\u0332u\u0332", "Yóu", "ＹＯＵ", "I", "Me", "MEND", "Someone",
     "Nobody", "No-one", "the  other person"],
)  # fmt: skip
def test_what_pages_call_somebody_is_no_name(name: str) -> None:
    with pytest.raises(ValidationError, match="stands for somebody already"):
        plain_name(name)


@pytest.mark.django_db
def test_nobody_takes_the_name_of_the_other_and_each_keeps_their_own(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    client, zone = signed_in(ann), {"time_zone": "Europe/Paris"}
    answer = client.post("/settings/profile/", zone | {"first_name": "bén"})
    assert answer.status_code == 422
    assert "The other person is called so here." in answer.text
    User.objects.filter(pk=ben.pk).update(first_name="Ann")
    assert client.post("/settings/profile/", zone | {"first_name": "Ann"}).status_code == 302


def test_marks_are_not_heaped_on_a_letter() -> None:
    fine = ["Việt Nam", "e\u0301\u0323\u0302", "ज़ीं", "ကျွန်တော်", "བསྒྲུབས", "בְּרֵאשִׁית", "👩‍👩‍👧", ""]
    for text in fine:
        few_marks(text)
    heaps = ["e" + "\u0301" * 4, "e\u0301\u200d" * 1 + "\u0301\u200d" * 3, "क" + "\u093f" * 7]
    for text in heaps:
        with pytest.raises(ValidationError):
            few_marks(text)


def test_no_text_goes_to_the_other_without_that_rule() -> None:
    """Drafts have it in their own class; every other form says it."""
    others = set(forms.Form.__subclasses__()) - {DraftForm}
    ours = [form for form in others if form.__module__.startswith("steps.")]
    texts = {
        (form.__name__, name): field
        for form in ours
        for name, field in form.base_fields.items()  # type: ignore[attr-defined]
        if type(field) is forms.CharField
    }
    assert len(texts) >= 3
    own = {("BeginForm", "words")}  # the first words of a draft
    assert {at for at, field in texts.items() if few_marks not in field.validators} == own
    form = NoteForm({"note": "e" + "\u0301" * 4}, step=0)
    assert "Too many accents" in str(form.errors["note"])


def test_dates_can_be_told_in_every_zone_on_offer() -> None:
    assert [zone for zone, _ in zone_choices()] == sorted(ZONES)
    for zone in ZONES:
        zoneinfo.ZoneInfo(zone)
        known_zone(zone)


@pytest.mark.parametrize("zone", ["", "localtime", "Factory", "Europe/Atlantis", "/etc/passwd"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(ValidationError):
        known_zone(zone)
