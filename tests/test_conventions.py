"""The habits of the code, checked: what a reader of it may rely on everywhere."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.template.base import TokenType
from django.urls import get_resolver

import steps.models
from tests.sources import (
    Markup,
    Module,
    modules,
    msgids,
    templates,
    tokens,
    translated,
    untranslated,
)
from tests.test_access import addresses

NO_MODELS = [one for one in modules() if not one.models and not one.name.startswith("steps.demo")]
READERS = {"visible_to", "written_by", "sent_to"}
# What starts from nobody, by name, and why.
NOT_FROM_A_READER = {
    "steps.sharing.tick": {"User.objects.get"},  # the clock acts for every writer
    "steps.management.commands.verify_record": {  # the operator looks at all of it
        "Event.objects.order_by", "Event.objects.filter",
    },
    "accounts.keys.rotation": {  # so does this
        "kind.objects.order_by", "kind.objects.outdated", "FactorSecret.objects.values_list",
    },
    "accounts.pairing.state": {"Invitation.objects.standing"},  # narrowed to the user's own below
    "accounts.pairing.invited": {"Invitation.objects.open_to"},  # by a token that one must hold
    "steps.entries.evidence": {"Draft.objects.filter", "Item.objects.filter"},  # own journey
    "steps.amends.evidence": {  # own journey
        "Offer.objects.filter", "Answer.objects.filter", "CarryingOut.objects.filter",
    },
    "steps.promises.evidence": {"Promise.objects.filter", "Report.objects.filter"},  # own journey
    "steps.space.evidence": {  # own journey
        "Draft.objects.filter", "Item.objects.filter", "Attempt.objects.filter",
        "Space.objects.filter",
    },
    "steps.sharing.door": {  # for both
        "Version.objects.create", "Copy.objects.bulk_create", "Copy.objects.create",
    },
    "steps.promises.tick": {"User.objects.get"},  # the clock acts for every writer
    "steps.space.tick": {"User.objects.get"},
    "steps.leaving.tick": {"User.objects.filter"},
    "steps.management.commands.demo": {"User.objects.filter"},  # is anybody here already?
}  # fmt: skip
SAVES = {
    "save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete",
}  # fmt: skip
SLICES = ("amends", "entries", "mypage", "promises", "space")
NEUTRAL = {
    "Today", "Steps", "List", "Record", "My page", "Writing", "Settings", "Help", "Stop", "Sign in",
    "Start", "Closed", "Copy",
}  # fmt: skip
NOT_IN_ADDRESSES = re.compile(r"names?\b|apolog|promise|forgiv|partner|mend\b", re.IGNORECASE)
NOT_ON_SCREEN = re.compile(
    r"\b(offenders?|wronged|verdicts?|occurrences?|evidence|ledgers?|journeys?|items?)\b", re.I
)
QUERIES = re.compile(r"\.(all|count|exists|filter|values|values_list)\b|_set\b")
TITLE = re.compile(r"{% block title %}(.*?){% endblock", re.DOTALL)
BRAND = re.compile(r"\bmend\b", re.IGNORECASE)
LETTER = re.compile(r"[^\W\d_]")


def test_the_index_of_models_is_complete() -> None:
    for model in apps.get_app_config("steps").get_models():
        assert getattr(steps.models, model.__name__) is model
        assert model.__name__ in steps.models.__all__
    defined = [
        name for module in modules() if module.name.startswith("steps") for name in module.models
    ]
    assert set(defined) <= set(steps.models.__all__)


@pytest.mark.parametrize("module", NO_MODELS, ids=lambda m: m.name)
def test_outside_the_models_every_query_starts_from_a_reader(module: Module) -> None:
    allowed = NOT_FROM_A_READER.get(module.name, set())
    assert set(first_steps(module)) <= allowed


def first_steps(module: Module) -> Iterator[str]:
    """`Model.objects.verb` for every query that does not begin with a reader."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and is_manager(node.value) and node.attr not in READERS:
            yield ast.unparse(node)


def is_manager(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "objects"


@pytest.mark.parametrize("module", NO_MODELS, ids=lambda m: m.name)
def test_only_models_save(module: Module) -> None:
    said = {
        ast.unparse(call.func)
        for call in module.calls()
        if isinstance(call.func, ast.Attribute) and call.func.attr in SAVES
    }
    assert module.name == "steps.sharing.door" or not said


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_imports_point_down_and_never_sideways(module: Module) -> None:
    imported = module.imports()
    app, *rest = module.name.split(".")
    if app == "mend":
        assert not {name for name in imported if name.startswith(("accounts", "steps"))}
    if app == "accounts":
        assert not {name for name in imported if name.startswith("steps")}
    if app == "steps" and rest and rest[0] in SLICES:
        siblings = tuple(f"steps.{name}" for name in SLICES if name != rest[0])
        assert not {name for name in imported if name.startswith(siblings)}


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_no_file_is_longer_than_200_lines(module: Module) -> None:
    assert len(module.path.read_text().splitlines()) <= 200


@pytest.mark.parametrize("name", templates())
def test_templates_are_given_and_do_not_ask(name: str) -> None:
    asked = [
        token.contents
        for token in tokens(templates()[name])
        if token.token_type in (TokenType.VAR, TokenType.BLOCK) and QUERIES.search(token.contents)
    ]
    assert not asked


@pytest.mark.parametrize("name", templates())
def test_every_visible_word_can_be_translated(name: str) -> None:
    source = templates()[name]
    texts = Markup(source).texts if name.endswith(".html") else [untranslated(source)]
    assert not [text for text in texts if LETTER.search(BRAND.sub("", text))]


@pytest.mark.parametrize("name", [name for name in templates() if name.endswith(".html")])
def test_nothing_stands_inline(name: str) -> None:
    """The content security policy forbids it."""
    markup = Markup(templates()[name])
    assert all(markup.scripts)
    assert "style" not in markup.open
    for tag, attribute, value in markup.attributes:
        assert attribute != "style", tag
        assert not attribute.startswith(("on", "hx-on")), tag
        assert not value.strip().startswith(("javascript:", "js:")), tag


@pytest.mark.parametrize("name", templates())
def test_titles_come_from_the_neutral_list(name: str) -> None:
    for title in TITLE.findall(templates()[name]):
        assert set(translated(title)) <= NEUTRAL
        assert not LETTER.search(BRAND.sub("", untranslated(title)))


def test_addresses_say_nothing() -> None:
    assert not [route for route, _ in addresses(get_resolver()) if NOT_IN_ADDRESSES.search(route)]


def test_the_words_of_the_code_are_not_on_the_screen() -> None:
    assert not [(place, text) for place, text in msgids() if NOT_ON_SCREEN.search(text)]
