"""The habits of the code, checked: what a reader of it may rely on everywhere."""

import ast
import re
from collections.abc import Iterator

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
    "accounts.adapter": {"User.objects.filter"},  # whose address it is that a code is asked for
    "accounts.pairing.state": {"Invitation.objects.standing"},  # narrowed to the user's own below
    "accounts.pairing.invited": {"Invitation.objects.open_to"},  # by a token that one must hold
    "steps.guide.evidence": {"Draft.objects.filter", "Item.objects.filter"},  # own journey
    "steps.language.evidence": {"Copy.objects.filter"},  # own copies
    "steps.entries.evidence": {"Draft.objects.filter", "Item.objects.filter"},  # own journey
    "steps.acknowledging.evidence": {"Account.objects.filter"},  # own journey
    "steps.impact.evidence": {  # own journey
        "Guess.objects.filter", "SecondLook.objects.filter", "Correction.objects.filter",
    },
    "steps.amends.evidence": {  # own journey
        "Offer.objects.filter", "Answer.objects.filter", "CarryingOut.objects.filter",
    },
    "steps.letters.evidence": {"Letter.objects.filter"},  # own journey
    "steps.patience.evidence": {"Draft.objects.filter"},  # own journey
    "steps.promises.evidence": {  # own journey
        "Promise.objects.filter", "Report.objects.filter", "Pause.objects.filter",
        "Journey.objects.filter", "Consent.objects.filter",
    },
    "steps.promises.running": {  # of promises that a reader begins with
        "Report.objects.filter", "Pause.objects.filter", "Consent.objects.filter",
    },
    "steps.space.evidence": {  # own journey
        "Draft.objects.filter", "Item.objects.filter", "Attempt.objects.filter",
        "Space.objects.filter",
    },
    "steps.sharing.door": {  # for both
        "Version.objects.create", "Copy.objects.bulk_create", "Copy.objects.create",
        "Item.objects.filter",  # is this id known already?
    },
    "steps.lessons.evidence": {  # own journey
        "Draft.objects.filter", "Item.objects.filter", "Tie.objects.filter",
    },
    "steps.plans.evidence": {"Plan.objects.filter"},  # own journey
    "steps.ownership.evidence": {"Item.objects.filter", "CardLook.objects.filter"},
    "steps.ownership.tick": {"User.objects.get"},  # the clock acts for every writer
    "steps.promises.tick": {"User.objects.get"},  # the clock acts for every writer
    "steps.space.tick": {"User.objects.get"},
    "steps.leaving.tick": {"User.objects.filter"},
    "steps.management.commands.demo": {"User.objects.filter"},  # is anybody here already?
}  # fmt: skip
ABSTRACT = {"Dated", "FreeAnswer"}  # parts of models, without rows of their own
SAVES = {
    "save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete",
}  # fmt: skip
SLICES = (
    "acknowledging", "amends", "entries", "impact", "lessons", "letters", "mypage", "ownership",
    "patience", "plans", "promises", "space",
)  # fmt: skip
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
    assert set(defined) - ABSTRACT <= set(steps.models.__all__)


def test_outside_the_models_every_query_starts_from_a_reader() -> None:
    assert not [
        (module.name, step)
        for module in NO_MODELS
        for step in first_steps(module)
        if step not in NOT_FROM_A_READER.get(module.name, ())
    ]


def first_steps(module: Module) -> Iterator[str]:
    """`Model.objects.verb` for every query that does not begin with a reader."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and is_manager(node.value) and node.attr not in READERS:
            yield ast.unparse(node)


def is_manager(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "objects"


def test_only_models_save() -> None:
    assert not [
        (module.name, ast.unparse(call.func))
        for module in NO_MODELS
        for call in module.calls()
        if isinstance(call.func, ast.Attribute) and call.func.attr in SAVES
        if module.name != "steps.sharing.door"
    ]


def test_imports_point_down_and_never_sideways() -> None:
    assert not [
        (module.name, name)
        for module in modules()
        for name in module.imports()
        if name.startswith(above_or_beside(module))
    ]


def above_or_beside(module: Module) -> tuple[str, ...]:
    """What a module must not import."""
    app, *rest = module.name.split(".")
    if app == "steps" and rest and rest[0] in SLICES:
        return tuple(f"steps.{name}" for name in SLICES if name != rest[0])
    return {"mend": ("accounts", "steps"), "accounts": ("steps",)}.get(app, ())


def test_no_file_is_longer_than_200_lines() -> None:
    lengths = {module.name: len(module.path.read_text().splitlines()) for module in modules()}
    assert {name: length for name, length in lengths.items() if length > 200} == {}


def test_templates_are_given_and_do_not_ask() -> None:
    assert not [
        (name, token.contents)
        for name, source in templates().items()
        for token in tokens(source)
        if token.token_type in (TokenType.VAR, TokenType.BLOCK) and QUERIES.search(token.contents)
    ]


def test_a_day_is_written_with_its_year_only_where_that_is_another() -> None:
    """By the filters `day` and `short_day`."""
    assert not [name for name, source in templates().items() if "DATE_FORMAT" in source]


def test_every_visible_word_can_be_translated() -> None:
    assert not [
        (name, text)
        for name, source in templates().items()
        for text in (Markup(source).texts if name.endswith(".html") else [untranslated(source)])
        if LETTER.search(BRAND.sub("", text))
    ]


def test_nothing_stands_inline() -> None:
    """The content security policy forbids it."""
    for name, source in templates().items():
        markup = Markup(source) if name.endswith(".html") else Markup("")
        assert all(markup.scripts), name
        assert "style" not in markup.open, name
        for tag, attribute, value in markup.attributes:
            assert attribute != "style", (name, tag)
            assert not attribute.startswith(("on", "hx-on")), (name, tag)
            assert not value.strip().startswith(("javascript:", "js:")), (name, tag)


def test_titles_come_from_the_neutral_list() -> None:
    for name, source in templates().items():
        for title in TITLE.findall(source):
            assert set(translated(title)) <= NEUTRAL, name
            assert not LETTER.search(BRAND.sub("", untranslated(title))), name


def test_addresses_say_nothing() -> None:
    assert not [route for route, _ in addresses(get_resolver()) if NOT_IN_ADDRESSES.search(route)]


def test_the_words_of_the_code_are_not_on_the_screen() -> None:
    assert not [(place, text) for place, text in msgids() if NOT_ON_SCREEN.search(text)]
