"""A form in parts: one adds them, moves them, takes them out and puts them back, by buttons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import QueryDict
from django.utils.functional import Promise as LazyText

from steps.sharing.forms import DraftForm

MOST = 12
LONGEST = 2_000
KEY = re.compile(r"([a-z]+)([1-9][0-9]?)")


class Box(NamedTuple):
    """One text of a part: how it is asked for, and what stands over it for its reader."""

    name: str
    label: LazyText
    hint: LazyText
    told_as: LazyText


@dataclass(frozen=True)
class Sort:
    """A sort of part. `name`: of one that stands there; `add`: the button that adds one."""

    name: LazyText
    add: LazyText
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Part:
    """One part on the page. `key` is its sort and a number of its own, which it keeps."""

    key: str
    name: LazyText
    boxes: list[forms.BoundField]
    is_first: bool
    is_last: bool


class SeriesForm(DraftForm):
    """`parts` of its words is the order of keys; `gone` is the one taken out last, and its place.

    `begins_with` are the keys of a fresh page.
    """

    is_series = True
    sorts: ClassVar[dict[str, Sort]]
    begins_with: ClassVar[tuple[str, ...]]

    def __init__(self, data: Any = None, *, step: int, initial: Any = None, **kwargs: Any) -> None:
        super().__init__(data, step=step, initial=initial, **kwargs)
        self.said = (initial or {}) if data is None else data
        self.keys = known(self.sorts, self.said.get("parts", self.begins_with))
        for key in self.keys:
            for box in boxes_of(self.sorts, key):
                self.fields[f"{key}_{box.name}"] = forms.CharField(
                    label=str(box.label),
                    help_text=str(box.hint),
                    required=False,
                    validators=[MaxLengthValidator(LONGEST)],
                    widget=forms.Textarea(attrs={"rows": 2}),
                )

    @classmethod
    def told(cls, step: int, words: dict[str, Any]) -> list[tuple[str, str]]:
        """In the order of the parts; as they were delivered, that is the order of the words."""
        written = dict.fromkeys(name.partition("_")[0] for name in words)
        found = ((key, box) for key in known(cls.sorts, words.get("parts", written))
                 for box in boxes_of(cls.sorts, key))  # fmt: skip
        texts = ((box.told_as, words.get(f"{key}_{box.name}")) for key, box in found)
        return [(str(heading), text) for heading, text in texts if text]

    def typed(self, post: QueryDict) -> dict[str, Any]:
        """What was typed, after the button that was pressed."""
        parts = known(self.sorts, post.getlist("parts"))
        gone = known(self.sorts, post.getlist("gone")[:1])
        names = [name for key in [*parts, *gone] for name in names_of(self.sorts, key)]
        words = {"parts": parts} | {name: post.get(name, "") for name in names}
        if gone:
            words["gone"] = post.getlist("gone")[:2]
        verb, _space, about = post.get("rearrange", "").partition(" ")
        if verb in CHANGES:
            CHANGES[verb](words, about, self.sorts)
        return words

    @property
    def parts(self) -> list[Part]:
        return [
            Part(
                key=key,
                name=self.sorts[sort_of(key)].name,
                boxes=[self[name] for name in names_of(self.sorts, key)],
                is_first=key == self.keys[0],
                is_last=key == self.keys[-1],
            )
            for key in self.keys
        ]

    @property
    def may_grow(self) -> bool:
        return len(self.keys) < MOST

    @property
    def addable(self) -> list[tuple[str, LazyText]]:
        """What can be added: its sort, and what the button says."""
        return [(name, sort.add) for name, sort in self.sorts.items()]

    @property
    def gone(self) -> list[tuple[str, str]]:
        """What was taken out last, to be sent along until it is put back or forgotten."""
        key, *_place = gone = self.said.get("gone") or [""]
        if not known(self.sorts, [key]):
            return []
        texts = [(name, self.said.get(name, "")) for name in names_of(self.sorts, key)]
        return [*(("gone", text) for text in gone), *texts]

    def filled(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Of a form that was sent: each part in which something stands, with all its texts."""
        for key in self.keys:
            names = names_of(self.sorts, key)
            texts = {name: self.cleaned_data.get(name, "") for name in names}
            if any(texts.values()):
                yield key, texts


def sort_of(key: str) -> str:
    found = KEY.fullmatch(key)
    return found[1] if found else ""


def known(sorts: dict[str, Sort], keys: Any) -> list[str]:
    """Those that are keys, each once, and no more than there may be."""
    return [key for key in dict.fromkeys(keys) if sort_of(key) in sorts][:MOST]


def boxes_of(sorts: dict[str, Sort], key: str) -> tuple[Box, ...]:
    return sorts[sort_of(key)].boxes


def names_of(sorts: dict[str, Sort], key: str) -> list[str]:
    return [f"{key}_{box.name}" for box in boxes_of(sorts, key)]


def add(words: dict[str, Any], sort: str, sorts: dict[str, Sort]) -> None:
    """At the end, under a number that no part of it has or had lately."""
    keys = [*words["parts"], *words.get("gone", [])[:1]]
    taken = {int(found[2]) for key in keys if (found := KEY.fullmatch(key))}
    if sort in sorts and len(words["parts"]) < MOST:
        number = next(number for number in range(1, 100) if number not in taken)
        words["parts"] = [*words["parts"], f"{sort}{number}"]


def move(words: dict[str, Any], key: str, by: int) -> None:
    parts = words["parts"]
    if key in parts and 0 <= (to := parts.index(key) + by) < len(parts):
        parts.remove(key)
        parts.insert(to, key)


def take_out(words: dict[str, Any], key: str, sorts: dict[str, Sort]) -> None:
    if key in words["parts"]:
        words["gone"] = [key, str(words["parts"].index(key))]
        words["parts"].remove(key)


def put_back(words: dict[str, Any], about: str, sorts: dict[str, Sort]) -> None:
    key, at = [*words.pop("gone", []), "", ""][:2]
    if key and key not in words["parts"]:
        words["parts"].insert(int(at) if at.isdecimal() else MOST, key)


CHANGES: dict[str, Any] = {
    "add": add,
    "up": lambda words, key, sorts: move(words, key, -1),
    "down": lambda words, key, sorts: move(words, key, 1),
    "out": take_out,
    "back": put_back,
}
