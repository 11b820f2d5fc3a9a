"""How allauth makes an account, and sends its mails."""

import datetime as dt
import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string

from accounts.attempts.models import Attempt
from accounts.carried import COOKIE, mark_of
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

# To one address, over all of these together.
CODES_SENT = {dt.timedelta(hours=1): 5, dt.timedelta(days=1): 10}

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

        Who guesses in an open session has five answers in five minutes (`mend/sign_in.py`).
        """
        return user.check_password(password)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A code that does not come can be asked for again. The log names nobody.

        What is asked for too often is not sent, and the page answers as ever.
        """
        if template_prefix in CODES and not Attempt.once_more(self.asked_by(email), CODES_SENT):
            return
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:
            log.warning("A mail for an account could not be sent: %s", type(error).__name__)

    def asked_by(self, email: str) -> str:
        """What is counted: by address for those outside, and apart for each who is signed in.

        Apart, too, for a browser in which the owner of the address was signed in last: nobody
        else can use up its codes.
        """
        user, owner = self.request.user, User.objects.filter(email__iexact=email.strip()).first()
        asker = str(user.pk) if user.is_authenticated else "outside"
        if owner and self.request.COOKIES.get(COOKIE) == mark_of(owner):
            asker = "owner"
        return f"codes:{asker}:{email.strip().lower()}"

    def render_mail(
        self, template_prefix: str, email: str, context: dict[str, Any], headers: Any = None
    ) -> EmailMessage:
        """By the one place from which mails go; a template says only the body."""
        body = render_to_string(f"{template_prefix}_message.txt", context, self.request)
        return discreet.mail("code" if template_prefix in CODES else "account", body, to=email)
