"""Which invitations there are for whom."""

import hashlib
from typing import TYPE_CHECKING

from django.db.models import Q

from mend import clock
from mend.rows import Rows

if TYPE_CHECKING:
    from accounts.models import User
    from accounts.pairing.invitations import Invitation


class InvitationQuerySet(Rows["Invitation"]):
    def written_by(self, user: "User") -> "InvitationQuerySet":
        """The invitations that `user` made."""
        return self.filter(inviter=user)

    def standing(self) -> "InvitationQuerySet":
        """Neither withdrawn nor confirmed; it may have run out, or wait for the inviter."""
        return self.filter(withdrawn_at=None, confirmed_at=None)

    def free(self) -> "InvitationQuerySet":
        """Those that nobody has accepted and whose time has not run out."""
        return self.standing().filter(accepted_by=None, expires_at__gt=clock.now())

    def open_to(self, user: "User | None") -> "InvitationQuerySet":
        """Those that lead somewhere for `user`; all others are as if they had never been."""
        theirs = Q(accepted_by=user) | Q(inviter=user) if user else Q(pk=None)
        return self.free() | self.standing().filter(theirs)

    def get_by_token(self, token: str) -> "Invitation":
        return self.get(digest=digest_of(token))

    def close_for(self, *two: "User") -> None:
        """Two who join have no other link out; whoever else they said yes to has an open one."""
        theirs = self.filter(Q(inviter__in=two) | Q(accepted_by__in=two))
        # In one order, so that two who join and two others never wait in a ring.
        locked = self.filter(pk__in=[row.pk for row in theirs.select_for_update().order_by("pk")])
        locked.filter(inviter__in=two).update(withdrawn_at=clock.now())
        locked.exclude(inviter__in=two).update(accepted_by=None, accepted_at=None)


def digest_of(token: str) -> bytes:
    """What is stored of a link: nobody can make the link from it."""
    return hashlib.sha256(token.encode()).digest()
