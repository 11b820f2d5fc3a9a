"""What holds for each form that somebody types into, of ours and of allauth."""

from collections.abc import Iterator

from django import forms
from django.urls import get_resolver

LOADED = get_resolver().url_patterns  # and with them every form


def fields(*places: str) -> Iterator[tuple[str, forms.Field]]:
    waiting = [forms.BaseForm]
    while waiting:
        form = waiting.pop()
        waiting += form.__subclasses__()
        if form.__module__.startswith(places):
            for name, field in getattr(form, "base_fields", {}).items():
                yield f"{form.__qualname__}.{name}", field


def test_what_is_missing_is_said_in_our_words() -> None:
    found = fields("accounts.", "steps.", "allauth.account.")
    said = {str(field.error_messages["required"]) for _name, field in found}
    assert "Something is still missing here." in said
    assert not [words for words in said if "required" in words]


def test_no_browser_cuts_off_words_that_are_pasted() -> None:
    cut = [name for name, field in fields("steps.") if "maxlength" in field.widget.attrs]
    assert not cut
