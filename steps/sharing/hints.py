"""Hints beside a draft of the one who did the hurt, and what its writer decided about each.

They are found anew each time and kept nowhere; a decision lies among the words of the draft, sealed
like them, and goes with them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from mend.refusals import Refused
from steps.sharing.aloud import ALOUD

if TYPE_CHECKING:
    from steps.language.hints import Hint
    from steps.sharing.drafts import Draft

KEPT = "kept_phrases"  # among the words of a draft; no question of ours is called so


@dataclass(frozen=True)
class Beside:
    """A hint with its phrase; `mark` names both, for the one decision there is: keep it."""

    hint: "Hint"
    phrase: str
    is_kept: bool

    @property
    def mark(self) -> str:
        return mark_of(self.hint, self.phrase)


def mark_of(hint: "Hint", phrase: str) -> str:
    return f"{hint.category} {phrase}"


def beside(draft: "Draft") -> list[Beside]:
    """In the order of the boxes and of the text. Notes and answers of who was hurt get none."""
    if draft.journey_id is None or draft.slice.by_other:
        return []
    from steps.language.hints import hints_of  # its patterns take a second: not at every start

    kept = draft.words.get(KEPT, [])
    found = (
        (hint, text[hint.start : hint.end]) for text in texts_of(draft) for hint in hints_of(text)
    )
    return [Beside(hint, phrase, mark_of(hint, phrase) in kept) for hint, phrase in found]


def decided(draft: "Draft", mark: str) -> dict[str, Any]:
    """Its words with one more phrase kept; of the earlier decisions those that still matter."""
    known = {one.mark for one in beside(draft) if one.hint.level != "safety"}
    words: dict[str, Any] = draft.words
    return words | {KEPT: sorted({*words.get(KEPT, []), mark} & known)}


def decisions(words: dict[str, Any]) -> dict[str, Any]:
    """They stay when the boxes are saved anew."""
    return {name: words[name] for name in (KEPT, ALOUD) if name in words}


def undecided(draft: "Draft") -> bool:
    """Is there a firm phrase, or one that asks for something back, neither changed nor kept?"""
    return any(
        (one.hint.level == "firm" or one.hint.category == "closing_pressure") and not one.is_kept
        for one in beside(draft)
    )


def texts_of(draft: "Draft") -> Iterator[str]:
    unread = {KEPT, ALOUD, *draft.slice.form.repeats}
    found = (typed for name, typed in draft.words.items() if name not in unread)
    return (typed for typed in found if isinstance(typed, str))


def is_reread(draft: "Draft") -> bool:
    """Is no firm hint left about which its writer has not decided, by other words or by keeping?"""
    return all(one.is_kept for one in beside(draft) if one.hint.level == "firm")


def threatens(draft: "Draft") -> bool:
    """Does it say what frightens? The only hint that holds something back."""
    return any(one.hint.level == "safety" for one in beside(draft))


def refuse_threat(text: str) -> None:
    """The same of a line that goes without a draft; raises Refused."""
    from steps.language.hints import hints_of  # as above

    if any(hint.level == "safety" for hint in hints_of(text)):
        raise Refused(_("This can be read as a threat, so it stays with you."))
