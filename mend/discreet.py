"""What of Mend is seen outside of it: mails. No name, no topic, the same for everybody.

A screen that is locked shows subject and sender to whoever holds it, so both say only what a
mail of any site could say, and are constant for each channel.
"""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext_lazy as _

log = logging.getLogger(__name__)

SUBJECTS = {
    "code": _("Your code"),
    "account": _("Your account"),
    "link": _("A link for you"),
}


def send_later(letter: EmailMessage) -> None:
    """After the commit; a server that refuses it breaks no page, and the log names nobody."""

    def send() -> None:
        try:
            letter.send()
        except (OSError, ValueError) as error:
            log.warning("A mail could not be sent: %s", type(error).__name__)

    transaction.on_commit(send)


def mail(channel: str, body: str, *, to: str) -> EmailMessage:
    """Every mail that leaves Mend is made here."""
    return EmailMessage(
        subject=str(SUBJECTS[channel]),
        body=body.strip(),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to],
    )
