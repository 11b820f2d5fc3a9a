"""What the invited person sees and answers. Looking and declining leave nothing behind."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.pairing.invitations import Invitation
from accounts.pairing.mailing import MailedAddress
from mend.fragments import changed
from mend.identity import SignedInRequest
from mend.refusals import Refused


def with_invitation[Request: HttpRequest](
    view: Callable[[Request, Invitation], HttpResponse],
) -> Callable[[Request, str], HttpResponse]:
    """Find it by its token. Withdrawn, run out, used by somebody else, unknown: one answer."""

    @wraps(view)
    def found(request: Request, token: str) -> HttpResponse:
        user = request.user if request.user.is_authenticated else None
        invitations = Invitation.objects.open_to(user).select_related("inviter")
        try:
            return view(request, invitations.get_by_token(token))
        except Invitation.DoesNotExist:
            return render(request, "pairing/gone.html", status=404)

    return found


@login_not_required
@require_safe
@with_invitation
def invited(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """Look first: who invites, what they say of themselves, what each would see."""
    return show(request, invitation)


@require_POST
@with_invitation
def acceptance(request: SignedInRequest, invitation: Invitation) -> HttpResponse:
    """Say yes."""
    try:
        invitation.accept(by=request.user)
    except Refused as refused:
        return show(request, invitation, status=409, refused=refused.sentence)
    back = reverse("invited", args=[invitation.token])
    return changed(request, "pairing/acceptance.html", {"invitation": invitation}, back_to=back)


@require_POST
@with_invitation
def acceptance_end(request: SignedInRequest, invitation: Invitation) -> HttpResponse:
    """Take one's yes back."""
    invitation.leave_it(by=request.user)
    context = {"invitation": invitation}
    return changed(request, "pairing/acceptance.html", context, back_to="invitation")


@login_not_required
@require_POST
@with_invitation
def declining(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """A kind word; nothing is written down."""
    return show(request, invitation, declined="yes")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def no_more(request: HttpRequest, signed: str) -> HttpResponse:
    """Out of a mail: no more of these."""
    try:
        address = MailedAddress.signed_as(signed)
    except signing.BadSignature:
        return render(request, "pairing/gone.html", status=404)
    if request.method == "POST":
        address.refuse()
        return redirect(request.path)
    return render(request, "pairing/no_more.html", {"address": address})


def show(
    request: HttpRequest, invitation: Invitation, *, status: int = 200, **said: str
) -> HttpResponse:
    part = "#answer" if request.headers.get("HX-Request") else ""
    context = {"invitation": invitation, **said}
    return render(request, f"pairing/invited.html{part}", context, status=status)
