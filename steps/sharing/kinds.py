"""Which form belongs to which kind of draft, and what it becomes when it is made known."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.utils.functional import Promise as LazyText

    from steps.sharing.forms import DraftForm
    from steps.sharing.items import Item


@dataclass(frozen=True)
class Kind:
    """A kind of draft. Without an `item` it is private for good."""

    name: str
    label: "LazyText | str"
    form: "type[DraftForm]"
    item: "type[Item] | None" = None

    @property
    def is_private(self) -> bool:
        return self.item is None


KINDS: dict[str, Kind] = {}


def register(name: str, **parts: Any) -> None:
    """Said once by each slice's models."""
    KINDS[name] = Kind(name=name, **parts)
