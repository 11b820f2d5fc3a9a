"""A link by mail: discreet, rarely, and never again where it is not wanted."""

import datetime as dt
import logging
from typing import TYPE_CHECKING, Self

from django.core import signing
from django.core.mail import EmailMessage
from django.db import models, transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from accounts.attempts.models import Attempt
from mend import clock, discreet
from mend.refusals import Refused
from mend.rows import Rows

if TYPE_CHECKING:
    from accounts.pairing.invitations import Invitation

A_DAY = dt.timedelta(days=1)
LINKS_SENT = {A_DAY: 5}  # by one person, to whomever
EVERY = dt.timedelta(days=30)
SALT = "mend.mailed-address"

log = logging.getLogger(__name__)


class MailedAddress(models.Model):
    """That an address had a link by mail: one in 30 days over all senders, or none ever again.

    The address itself is not kept, only what a server that knows its secret can compare.
    """

    digest = models.BinaryField(max_length=32, unique=True)
    mailed_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)

    objects = Rows["MailedAddress"].as_manager()

    @classmethod
    def of(cls, digest: bytes) -> Self:
        cls.objects.bulk_create([cls(digest=digest)], ignore_conflicts=True)
        return cls.objects.get(digest=digest)

    @property
    def signed(self) -> str:
        """What the link "no more of these" carries."""
        return signing.dumps(bytes(self.digest).hex(), salt=SALT)

    @classmethod
    def signed_as(cls, signed: str) -> Self:
        """The address whose mail carried `signed`; raises signing.BadSignature."""
        return cls.of(bytes.fromhex(signing.loads(signed, salt=SALT)))

    def refuse(self) -> None:
        """No more of these, by whoever holds a mail."""
        MailedAddress.objects.filter(pk=self.pk, refused_at=None).update(refused_at=clock.now())

    def claim(self) -> bool:
        """May a mail go now? Says yes once in 30 days."""
        rested = Q(mailed_at=None) | Q(mailed_at__lte=clock.now() - EVERY)
        free = MailedAddress.objects.filter(rested, pk=self.pk, refused_at=None)
        return bool(free.update(mailed_at=clock.now()))

    def release(self) -> None:
        """The mail could not go, so it does not count."""
        MailedAddress.objects.filter(pk=self.pk).update(mailed_at=None)


def mail_link(invitation: "Invitation", *, to: str, site: str) -> None:
    """Send the link after the commit, if the address may have one; nobody learns whether it did.

    Nobody who ever shared a place with the sender gets one. The same link to the same address
    within a day is said once.

    `site` is the address of Mend as the sender sees it, such as https://example.org/.
    """
    if not invitation.is_free:
        raise Refused(_("This link leads nowhere any more. Please make a new one."))
    mac = salted_hmac(SALT, to.strip().lower(), algorithm="sha256")
    pressed = f"link:{invitation.pk}:{mac.hexdigest()}"
    if not Attempt.put(pressed, [], seconds=A_DAY.total_seconds(), only_if_free=True):
        return
    if not Attempt.once_more(f"links:{invitation.inviter_id}", LINKS_SENT):
        raise Refused(_("You had five links mailed within a day. Try again tomorrow."))
    if invitation.is_for_who_was_here(to):
        return
    address = MailedAddress.of(mac.digest())
    if not address.claim():
        return
    words = {
        "link": site.rstrip("/") + reverse("invited", args=[invitation.token]),
        "no_more": site.rstrip("/") + reverse("no_more", args=[address.signed]),
        "until": invitation.expires_at.astimezone(dt.UTC),
    }
    body = render_to_string("pairing/mail.txt", words)
    mail = discreet.mail("link", body, to=to.strip())
    transaction.on_commit(lambda: send(mail, address, pressed))


def send(mail: EmailMessage, address: MailedAddress, pressed: str) -> None:
    """A server that refuses the mail frees the address again; the log names nobody."""
    try:
        mail.send()
    except (OSError, ValueError) as error:
        log.warning("A link could not be mailed: %s", type(error).__name__)
        address.release()
        Attempt.take_away(pressed)
