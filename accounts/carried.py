"""What somebody sent when their session had ended, or before they showed that it is them.

The page that asks for it carries it along. The words stand in that page alone, never on the server.
After the same person has answered they are sent once more, by hand; for anybody else they are not
there.
"""

from dataclasses import dataclass
from typing import Any, Self

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from accounts.models import User

# A mark of whoever was signed in last in this browser; it names nobody.
COOKIE = f"{settings.COOKIE_PREFIX}last"
SALT = "accounts.carried"
DOES = {
    "/stop/parting/": _("You are about to leave."),
    "/stop/erasing/": _("You are about to erase everything."),
    "/space/end/": _("You are about to end your space."),
    "/settings/copy/export/": _("You are about to make a file of all that is yours."),
}
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
        """A post whose CSRF token was right, from a page of whoever is or was last signed in.

        Signing in changes the token: one from before somebody else did does not come this far.
        """
        user = request.user
        who = mark_of(user) if user.is_authenticated else request.COOKIES.get(COOKIE, "")
        if request.method != "POST" or not who or request.path.startswith(NEVER):
            return None
        fields = [
            (name, text)
            for name, texts in request.POST.lists()
            for text in texts
            if name != "csrfmiddlewaretoken"
        ]
        return cls(who, request.get_full_path(), [(name, str(text)) for name, text in fields])

    @property
    def does(self) -> str:
        """What it would do, where that cannot be undone."""
        return str(DOES.get(self.path, ""))

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


class TakesAlong:
    """A page, one of allauth's, that asks who it is; `carried` is what it takes along, signed."""

    carried = ""
    request: HttpRequest

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        carried = self.carried or self.request.POST.get("carried", "")
        shown: dict[str, Any] = super().get_context_data(**context)  # type: ignore[misc]
        return shown | {"carried": carried}

    def form_valid(self, form: Any) -> HttpResponse:
        """The same person finds what they had sent; everybody else goes on as usual."""
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        carried = Carried.opened(self.request.POST.get("carried", ""))
        user = self.request.user
        if carried and user.is_authenticated and carried.is_of(user):
            return render(self.request, "account/again.html", {"carried": carried})
        return response
