"""Which form belongs to which kind of draft, and what it becomes when it is made known."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from django.utils.functional import Promise as LazyText

    from steps.sharing.forms import DraftForm
    from steps.sharing.items import Item


HELD_FOR = dt.timedelta(minutes=2)


@dataclass(frozen=True)
class Kind:
    """A kind of draft. Without an `item` it is private for good.

    `step`: the one step it is written at, also where it is private; else the address names one.
    `held_for`: how long it can be taken back without trace once it is shared.
    `counts_as`: how the flow limits count what comes unasked; empty for what they never count.
    `comes_in_space`: the one fixed card that may come while the other takes space and allows it.
    """

    name: str
    label: "LazyText | str"
    form: "type[DraftForm]"
    item: "type[Item] | None" = None
    step: int | None = None
    held_for: dt.timedelta = HELD_FOR
    counts_as: Literal["letter", "other", ""] = "other"
    comes_in_space: bool = False

    @property
    def is_private(self) -> bool:
        return self.item is None


KINDS: dict[str, Kind] = {}


def register(name: str, **parts: Any) -> None:
    """Said once by each slice's models."""
    KINDS[name] = Kind(name=name, **parts)


def counted(*ways: str) -> list[str]:
    """The kinds that the flow limits count in these ways; in every way if none is named."""
    wanted = ways or ("letter", "other")
    return [name for name, kind in KINDS.items() if kind.item and kind.counts_as in wanted]
