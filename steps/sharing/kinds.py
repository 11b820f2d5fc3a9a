"""Which form belongs to which kind of draft, and what it becomes when it is made known."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from steps.thresholds import HELD_FOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.utils.functional import Promise as LazyText

    from steps.sharing.drafts import Draft
    from steps.sharing.forms import DraftForm
    from steps.sharing.items import Item


@dataclass(frozen=True)
class Kind:
    """A kind of draft. Without an `item` it is private for good.

    `at_step`: it is written at a step although it is private.
    `held_for`: how long it can be taken back without trace once it is shared.
    `counts_as`: how the flow limits count what comes unasked; empty for what they never count.
    `practice`: it is written at the steps that ask for this; its own name if nothing else is said.
    `comes_in_space`: the one fixed card that may come while the other takes space and allows it.
    `by_other`: written by the one who was hurt, in what the other has begun; it gets no hints, and
    can be taken back for good at any time.
    `is_kept_back`: told when it is written even in space, and known to the other once that is over.
    `replies`: what the other may say to it.
    `above` stands over its words, for both, and with `facts_first` its facts do, too.
    `aloud`: the box that its writer says aloud once before it is shared or told.
    `is_told`: it can be said in person instead.
    `noted` lets facts that a slice keeps beside a draft follow its words.
    """

    name: str
    label: "LazyText | str"
    form: "type[DraftForm]"
    item: "type[Item] | None" = None
    at_step: bool = False
    held_for: dt.timedelta = HELD_FOR
    counts_as: Literal["letter", "other", ""] = "other"
    practice: str = ""
    comes_in_space: bool = False
    by_other: bool = False
    is_kept_back: bool = False
    replies: tuple[str, ...] = ()
    above: "LazyText | str" = ""
    facts_first: bool = False
    aloud: str = ""
    is_told: bool = True
    noted: "Callable[[Draft], None] | None" = None

    def on_saved(self, draft: "Draft") -> None:
        """Facts that its slice keeps beside a draft follow its words."""
        if self.noted:
            self.noted(draft)

    @property
    def is_private(self) -> bool:
        return self.item is None


KINDS: dict[str, Kind] = {}


def register(name: str, **parts: Any) -> None:
    """Said once by each slice's models."""
    KINDS[name] = Kind(**({"name": name, "practice": name} | parts))


def placed() -> list[str]:
    """The kinds of which their reader chooses where they lie: all but the fixed card."""
    return [name for name, kind in KINDS.items() if kind.item and not kind.comes_in_space]


def counted(*ways: str) -> list[str]:
    """The kinds that the flow limits count in these ways; in every way if none is named."""
    wanted = ways or ("letter", "other")
    return [name for name, kind in KINDS.items() if kind.item and kind.counts_as in wanted]
