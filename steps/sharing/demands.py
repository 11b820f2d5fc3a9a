"""What nobody may ask for and nobody should give up: hinted at, never forbidden."""

import re
from typing import Any

from django.utils.translation import gettext_lazy as _

NOTHING_TO_ASK_FOR = _(
    "Passwords, live location, copies of messages, money and whom somebody sees are nothing to ask "
    "for here."
)

# Passwords, where somebody is, copies of messages, their money, whom they see.
GIVEN_UP = re.compile(
    r"""
      \bpass\s?(?:words?|codes?|phrases?)\b
    | \b(?:live|my|your)\s+location\b
    | \btrack(?:ing|er)?\s+(?:me|you|my|your)\b
    | \b(?:read|see|show|check|cop(?:y|ies)|screenshots?)\s+
      (?:you\s+)?(?:of\s+)?(?:all\s+)?(?:of\s+)?
      (?:my|your|every|all|the)\s+(?:messages?|chats?|phone|e?-?mails?)\b
    | \b(?:hand\s+over|give\s+(?:you|me)|control)\b[^.]{0,30}
      \b(?:wages|salary|bank\s+account|bank\s+cards?)\b
    | \b(?:not|never|stop)\s+(?:see|meet)(?:ing)?\s+(?:my|your)\s+
      (?:friends?|family|sister|brother|mother|father)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def gives_up(words: dict[str, Any]) -> bool:
    """Does what was typed sound like giving somebody such a hold?"""
    texts = [typed for typed in words.values() if isinstance(typed, str)]
    return any(GIVEN_UP.search(text) for text in texts)
