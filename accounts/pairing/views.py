"""Inviting, and what the inviter answers to a yes."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.pairing.forms import AcceptorForm, MailForm, PastedForm, RoleForm
from accounts.pairing.invitations import Invitation
from accounts.pairing.mailing import mail_link
from accounts.pairing.state import pairing
from mend.fragments import changed
from mend.identity import SignedInRequest
from mend.refusals import Refused


@login_not_required
@require_safe
def invitation(request: HttpRequest) -> HttpResponse:
    """Where a link is pasted; for who is signed in also where they stand."""
    return render(request, "pairing/index.html", pairing(request))


@login_not_required
@require_POST
def pasting(request: HttpRequest) -> HttpResponse:
    """Go where a pasted link leads."""
    form = PastedForm(request.POST)
    if form.is_valid():
        return redirect("invited", form.cleaned_data["link"])
    return show(request, status=422, pasted=form)


@require_POST
def link(request: SignedInRequest) -> HttpResponse:
    """Make a link, or show the one that is out."""
    form = RoleForm(request.POST)
    if not form.is_valid():
        return show(request, status=422, role=form)
    return act(request, lambda: Invitation.invite(by=request.user, **form.cleaned_data))


@require_POST
def renewal(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """A new link in place of this one."""
    return act(request, lambda: mine(request, pk).renew(by=request.user))


@require_POST
def withdrawal(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """End the link."""
    return act(request, lambda: mine(request, pk).withdraw(by=request.user))


@require_POST
def mailing(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Mail the link; the answer is the same whether a mail may go or not."""
    form = MailForm(request.POST)
    if not form.is_valid():
        return show(request, status=422, mail=form)
    site, to = request.build_absolute_uri("/"), form.cleaned_data["email"]
    return act(
        request,
        lambda: mail_link(mine(request, pk), to=to, site=site),
        said=_("If this address may have a mail from here, it is on its way."),
    )


@require_POST
def confirmation(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Who said yes is the person I meant: they join."""
    out = mine(request, pk)
    return act(request, lambda: out.confirm(who_was_seen(request, out), by=request.user))


@require_POST
def refusal(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Who said yes is somebody else."""
    out = mine(request, pk)
    return act(request, lambda: out.refuse(who_was_seen(request, out), by=request.user))


def mine(request: SignedInRequest, pk: UUID) -> Invitation:
    return get_object_or_404(Invitation.objects.written_by(request.user), pk=pk)


def who_was_seen(request: HttpRequest, out: Invitation) -> UUID | None:
    """Whose yes the page showed, if it is still theirs."""
    form = AcceptorForm(request.POST)
    return out.marked(form.cleaned_data["who"]) if form.is_valid() else None


def act(request: HttpRequest, verb: Callable[[], Any], *, said: str = "") -> HttpResponse:
    """Say the verb; the answer is where one stands now, with the reason if it was refused."""
    try:
        verb()
    except Refused as refused:
        return show(request, status=409, refused=refused.sentence)
    return changed(request, "pairing/link.html", pairing(request), back_to="invitation", said=said)


def show(request: HttpRequest, *, status: int, **parts: Any) -> HttpResponse:
    part = "#pairing" if request.headers.get("HX-Request") else ""
    return render(request, f"pairing/index.html{part}", pairing(request) | parts, status=status)
