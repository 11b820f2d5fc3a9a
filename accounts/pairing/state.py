"""Where somebody stands: alone, with a link out, asked whom they meant, or joined."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from accounts.pairing.forms import AcceptorForm, MailForm, PastedForm, RoleForm
from accounts.pairing.invitations import Invitation
from accounts.qr import qr


def pairing(request: HttpRequest) -> dict[str, Any]:
    """What the page about invitations shows; for who is signed out only where to paste a link."""
    user = request.user
    if not user.is_authenticated:
        return {"pasted": PastedForm()}
    standing = Invitation.objects.standing()
    out = standing.written_by(user).select_related("accepted_by").first()
    return {
        "partner": user.partner,
        "out": out,
        "yes": standing.filter(accepted_by=user).select_related("inviter").first(),
        "pasted": PastedForm(),
        "role": RoleForm(initial={"role": ""}),
        "mail": MailForm(),
        **(link_parts(request, out) if out else {}),
    }


def link_parts(request: HttpRequest, out: Invitation) -> dict[str, Any]:
    link = request.build_absolute_uri(reverse("invited", args=[out.token]))
    who = AcceptorForm(initial={"who": out.mark})
    return {"link": link, "qr": qr(link), "who": who}
