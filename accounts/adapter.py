"""How allauth makes an account, and sends its mails."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string

from accounts.forms import SignupForm
from accounts.models import User
from mend import discreet

# Mails that answer somebody who waits for them; all others tell of a change of the account.
CODES = {
    "account/email/account_already_exists",
    "account/email/email_confirmation",
    "account/email/email_confirmation_signup",
    "account/email/login_code",
    "account/email/password_reset_code",
    "account/email/unknown_account",
}

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """A new person comes with a couple of one; a mail server that fails breaks no page."""

    def save_user(
        self, request: HttpRequest, user: User, form: SignupForm, commit: bool = True
    ) -> User:
        super().save_user(request, user, form, commit=False)
        user.time_zone = form.cleaned_data["time_zone"]
        user.sign_up()
        return user

    def reauthenticate(self, user: User, password: str) -> bool:
        """By the password alone: what is tried from outside must keep nobody from leaving.

        Ten answers a minute are allowed to one person, by allauth's rate for it.
        """
        return user.check_password(password)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A code that does not come can be asked for again. The log names nobody."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:
            log.warning("A mail for an account could not be sent: %s", type(error).__name__)

    def render_mail(
        self, template_prefix: str, email: str, context: dict[str, Any], headers: Any = None
    ) -> EmailMessage:
        """By the one place from which mails go; a template says only the body."""
        body = render_to_string(f"{template_prefix}_message.txt", context, self.request)
        return discreet.mail("code" if template_prefix in CODES else "account", body, to=email)
