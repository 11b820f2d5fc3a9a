"""What goes by the clock: accounts whose seven days are over."""

import logging

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.leaving.erasing import erase

logger = logging.getLogger(__name__)


def erase_due() -> None:
    """Each by itself; one that fails is tried again."""
    for user in User.objects.filter(erases_at__lte=clock.now()):
        try:
            with acting_as(user):
                erase(by=user)
        except Exception:
            logger.exception("an account could not be erased")
