"""What the documents show and name is there."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent
DOCUMENTS = sorted([*HERE.glob("*.md"), *HERE.glob("docs/*.md")])
EXCERPT = re.compile(r"^`([^`\n]+)`\n```\w+\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
OURS = r"(?:mend|accounts|steps|templates|static|tests|docs)/[\w/.-]*\w/?"
NAMED = re.compile(rf"`({OURS})`|\]\(([\w/.-]+)\)")
VARIABLE = re.compile(r"^#?([A-Z_]+)=", re.MULTILINE)


def test_every_excerpt_of_the_style_guide_stands_in_our_code() -> None:
    excerpts = EXCERPT.findall((HERE / "STYLE.md").read_text())
    assert len(excerpts) >= 14
    for path, excerpt in excerpts:
        assert excerpt in (HERE / path).read_text(), path


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_names_is_there(document: Path) -> None:
    named = {code or link for code, link in NAMED.findall(document.read_text())}
    places = (HERE, document.parent)
    assert not [path for path in named if not any((place / path).exists() for place in places)]


def test_the_readme_explains_every_variable_of_the_environment() -> None:
    readme = (HERE / "README.md").read_text()
    variables = VARIABLE.findall((HERE / ".env.example").read_text())
    assert variables
    assert [name for name in variables if f"`{name}`" not in readme] == []


def test_every_command_of_make_is_explained() -> None:
    documents = "".join(path.read_text() for path in DOCUMENTS)
    targets = re.findall(r"^([a-z]+):.*##", (HERE / "Makefile").read_text(), re.MULTILINE)
    assert targets
    assert [name for name in targets if f"make {name}" not in documents] == []
