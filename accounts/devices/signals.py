"""What devices hear of signing in."""

import uuid
from typing import Any

from allauth.account.models import EmailAddress
from django.http import HttpRequest
from django.utils import timezone

from accounts.devices.models import Device
from accounts.devices.names import name_of
from accounts.models import User


def note_device(request: HttpRequest, **kwargs: Any) -> None:
    """Somebody has just signed in."""
    request.session["device"] = {
        "id": str(uuid.uuid4()),
        "name": name_of(request),
        "since": timezone.localdate().isoformat(),
    }


def end_elsewhere(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """With a new password nobody stays signed in who came by the old one."""
    Device.end_others(request.session.session_key, by=user)


def forget_password(request: HttpRequest, email_address: EmailAddress, **kwargs: Any) -> None:
    """Who first comes in by a mailed code owns the address; a password from before need not.

    Somebody else may have signed up with it, to wait for its owner.
    """
    if request.resolver_match and request.resolver_match.url_name == "account_confirm_login_code":
        email_address.user.forget_password()
