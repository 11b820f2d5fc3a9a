"""Our own code and templates, read as text and as trees, for the tests of conventions."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, Token, TokenType

ROOT = Path(__file__).parent.parent
OURS = ("accounts", "mend", "steps")
BASES = {
    "models.Model", "Item", "FreeAnswer", "AbstractBaseUser", "AbstractBaseSession",
    "Authenticator",
}  # fmt: skip
TRANSLATES = ("_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "_lazy")


@dataclass(frozen=True)
class Module:
    """One Python file of ours."""

    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts)

    @property
    def models(self) -> list[str]:
        """The names of the rows that it defines."""
        return [
            node.name
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ClassDef) and BASES & set(map(ast.unparse, node.bases))
        ]

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def imports(self, *, while_typing: bool = False) -> set[str]:
        """Names of modules, without those that only the type checker needs."""
        skipped = set() if while_typing else set(self._only_for_types())
        names = set()
        for node in ast.walk(self.tree):
            if node in skipped:
                continue
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            if isinstance(node, ast.ImportFrom) and node.module:
                names |= {f"{node.module}.{alias.name}" for alias in node.names}
        return names

    def _only_for_types(self) -> Iterator[ast.AST]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
                yield from ast.walk(node)


@cache
def modules() -> list[Module]:
    return [
        Module(path, ast.parse(path.read_text()))
        for app in OURS
        for path in sorted((ROOT / app).rglob("*.py"))
        if "migrations" not in path.parts
    ]


@cache
def templates() -> dict[str, str]:
    """Every template of ours by its name."""
    folder = ROOT / "templates"
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_text() for path in files}


def tokens(source: str) -> list[Token]:
    return Lexer(source).tokenize()


class Markup(HTMLParser):
    """What is left of a template when its tags, variables, comments and translations are gone."""

    READ_ALOUD = ("alt", "aria-label", "content", "label", "placeholder", "title", "value")

    def __init__(self, source: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[bool] = []
        self.open: list[str] = []
        self.proper = ""
        self.feed(untranslated(source))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if ("translate", "no") in attrs:
            self.proper = tag
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "script":
            self.scripts.append("src" in dict(attrs))
        self.texts += [value or "" for name, value in attrs if self.is_read(tag, name)]

    def handle_endtag(self, tag: str) -> None:
        if tag == self.proper:
            self.proper = ""

    def handle_data(self, data: str) -> None:
        """Names, which nobody translates, are marked as such."""
        if not self.proper:
            self.texts.append(data)

    def is_read(self, tag: str, name: str) -> bool:
        return name in self.READ_ALOUD and not (tag == "meta" or (tag, name) in SILENT)


UNSEEN = ("blocktranslate", "comment", "setvar")
# The value of a hidden field, of a button or of an option is for us, not for a reader.
SILENT = {("input", "value"), ("button", "value"), ("option", "value")}


def untranslated(source: str) -> str:
    """The text of a template outside translations, comments, variables and tags."""
    text, inside = [], ""
    for token in tokens(source):
        words = token.contents.split()
        if token.token_type is TokenType.BLOCK and words[0] in UNSEEN:
            inside = words[0]
        elif token.token_type is TokenType.BLOCK and words[0] == f"end{inside}":
            inside = ""
        elif token.token_type is TokenType.TEXT and not inside:
            text.append(token.contents)
    return "".join(text)


def msgids() -> Iterator[tuple[str, str]]:
    """(place, text) of everything that is given to gettext."""
    for module in modules():
        for call in module.calls():
            if ast.unparse(call.func).rsplit(".", 1)[-1] in TRANSLATES:
                texts = (arg.value for arg in call.args if isinstance(arg, ast.Constant))
                yield from ((module.name, text) for text in texts if isinstance(text, str))
    for name, source in templates().items():
        yield from ((name, text) for text in translated(source))


def translated(source: str) -> Iterator[str]:
    """What a template says, without the names of its variables."""
    inside: list[str] | None = None
    for token in tokens(source):
        is_block = token.token_type is TokenType.BLOCK
        words = token.split_contents() if is_block else [""]
        if words[0] in ("translate", "trans"):
            yield words[1].strip("\"'")
        elif words[0] == "blocktranslate":
            inside = []
        elif words[0] == "endblocktranslate" and inside is not None:
            yield " ".join("".join(inside).split())
            inside = None
        elif inside is not None and token.token_type is TokenType.TEXT:
            inside.append(token.contents)
