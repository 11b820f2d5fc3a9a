"""What somebody sent when their session had ended: the sign-in page carries it along.

The words stand in that page alone, never on the server. After the same person has signed in they
are sent once more, by hand; for anybody else they are not there.
"""

from dataclasses import dataclass
from typing import Self

from django.core import signing
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from accounts.models import User

COOKIE = "last"  # a mark of whoever was signed in last in this browser; it names nobody
SALT = "accounts.carried"
NEVER = ("/accounts/", "/leave/")  # passwords are typed under the first


def mark_of(user: User) -> str:
    return salted_hmac(SALT, str(user.pk), algorithm="sha256").hexdigest()


@dataclass(frozen=True)
class Carried:
    """One post of `who`: where it went, and its fields in their order."""

    who: str
    path: str
    fields: list[tuple[str, str]]

    @classmethod
    def of(cls, request: HttpRequest) -> Self | None:
        """A post whose CSRF token was right, from a page of whoever was signed in last.

        Signing in changes the token: one from before somebody else did does not come this far.
        """
        who = request.COOKIES.get(COOKIE, "")
        if request.method != "POST" or not who or request.path.startswith(NEVER):
            return None
        fields = [
            (name, text)
            for name, texts in request.POST.lists()
            for text in texts
            if name != "csrfmiddlewaretoken"
        ]
        return cls(who, request.get_full_path(), [(name, str(text)) for name, text in fields])

    @classmethod
    def opened(cls, signed: str) -> Self | None:
        """What a sign-in page has carried, if that page was ours."""
        try:
            return cls(**signing.loads(signed, salt=SALT))
        except signing.BadSignature:
            return None

    @property
    def signed(self) -> str:
        return signing.dumps(vars(self), salt=SALT, compress=True)

    def is_of(self, user: User) -> bool:
        return self.who == mark_of(user)
