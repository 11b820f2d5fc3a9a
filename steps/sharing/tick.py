"""What goes by the clock: held drafts whose time has come."""

import logging

from mend.identity import acting_as
from steps.sharing.drafts import Draft

logger = logging.getLogger(__name__)


def deliver_due() -> None:
    """Send each as its writer, in a transaction of its own; one that fails is tried again."""
    for draft in Draft.objects.due().select_related("writer").order_by("goes_at"):
        try:
            with acting_as(draft.writer):
                draft.deliver(by=draft.writer)
        except Exception:
            logger.exception("a held draft could not go")
