"""Said once aloud, alone, before it is shared or told: a word of its writer to themselves.

It lies among the words of the draft, sealed like them, and goes with them: no reader ever has it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from steps.sharing.drafts import Draft

ALOUD = "said_aloud"  # among the words of a draft; no question of ours is called so


def to_say(draft: "Draft") -> str:
    """What is to be said aloud still; nothing where it was, word for word, or never is."""
    text = draft.words.get(draft.slice.aloud, "")
    return text if draft.slice.aloud and draft.words.get(ALOUD) != text else ""


def said(draft: "Draft", text: str) -> dict[str, Any]:
    """The words of the draft once `text` was said aloud; of what stood there before, as before."""
    words: dict[str, Any] = draft.words
    return words | {ALOUD: text} if text and text == to_say(draft) else words
