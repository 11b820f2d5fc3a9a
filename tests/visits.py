"""Every address is visited and every template is drawn by some test.

The workers of a run tell theirs to the process that started them, which looks at all of them in
the end; a run of only some tests is not asked.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.handlers.base import BaseHandler
from django.template import Context, PartialTemplate, Template
from django.urls import get_resolver

from tests.sources import templates

visited: set[str] = set()
drawn: set[str] = set()
missing: list[str] = []
# Never drawn by themselves or by us: allauth's fallbacks that our settings switch off.
UNUSED: frozenset[str] = frozenset()


@pytest.fixture(autouse=True, scope="session")
def _visits(django_test_environment: None) -> Iterator[None]:
    """Note each address as it is resolved, and each template as it is drawn."""
    resolve = BaseHandler.resolve_request

    def noted(handler: BaseHandler, request: Any) -> Any:
        match = resolve(handler, request)
        visited.add(match.route)
        return match

    def draw(template: Template | PartialTemplate, context: Context) -> str:
        name = template.origin.template_name if template.origin else template.name
        if name:  # a plain string of it: a worker cannot tell of a safe one
            drawn.add(str.__str__(name))
        return template.nodelist.render(context)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseHandler, "resolve_request", noted)
        for kind in (Template, PartialTemplate):
            patch.setattr(kind, "_render", draw)
        yield


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A worker is done."""
    told = getattr(node, "workeroutput", {})
    visited.update(told.get("visited", ()))
    drawn.update(told.get("drawn", ()))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput |= {"visited": sorted(visited), "drawn": sorted(drawn)}
    elif is_whole(session) and session.exitstatus == pytest.ExitCode.OK:
        missing.extend(never_seen())
        if missing:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if missing:
        terminalreporter.section("no test saw")
        for name in missing:
            terminalreporter.line(name)


def is_whole(session: pytest.Session) -> bool:
    """Were all tests asked for?"""
    config = session.config
    chosen = ("keyword", "markexpr", "lf", "collectonly", "deselect")
    all_paths = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    return all_paths and not any(config.getoption(name, None) for name in chosen)


def never_seen() -> list[str]:
    """Our addresses and templates that no test has seen."""
    from tests.test_access import addresses

    ours = {route for route, _ in addresses(get_resolver())}
    return [
        *sorted(f"address {route or '/'}" for route in ours - visited),
        *sorted(f"template {name}" for name in set(templates()) - drawn - UNUSED),
    ]
