"""Where I am signed in; signing a device out; marking one as mine."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.devices.models import Device
from accounts.factors.models import has_passkey
from accounts.sure import only_if_sure
from mend.fragments import changed
from mend.identity import SignedInRequest
from mend.refusals import Refused


@require_safe
def devices(request: SignedInRequest) -> HttpResponse:
    return render(request, "settings/devices.html", shown(request))


@require_POST
def device_end(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Sign one device out; what is signed out already stays so."""
    Device.end(pk, by=request.user)
    return answer(request, said=_("That device is signed out."))


@require_POST
def others_end(request: SignedInRequest) -> HttpResponse:
    """Sign out everywhere else."""
    Device.end_others(request.session.session_key, by=request.user)
    return answer(request, said=_("You are signed out everywhere else."))


@require_POST
@only_if_sure
def mine(request: SignedInRequest) -> HttpResponse:
    """Stay signed in here for longer; only for who can come back with a passkey."""
    if not has_passkey(request.user):
        raise Refused(_("This needs a passkey. Add one first."))
    request.session.mark(mine=True)  # type: ignore[attr-defined]
    return answer(request, said=_("This device is marked as yours."))


@require_POST
def mine_end(request: SignedInRequest) -> HttpResponse:
    request.session.mark(mine=False)  # type: ignore[attr-defined]
    return answer(request, said=_("This device is no longer marked as yours."))


def answer(request: SignedInRequest, *, said: str) -> HttpResponse:
    return changed(
        request, "settings/devices_changed.html", shown(request), back_to="devices", said=said
    )


def shown(request: SignedInRequest) -> dict[str, Any]:
    return {
        "devices": Device.objects.visible_to(request.user),
        "here": request.session.session_key,
        "is_mine": request.session.is_mine,  # type: ignore[attr-defined]
        "has_passkey": has_passkey(request.user),
    }
