"""How allauth keeps second factors, and what others see of them."""

from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from accounts.devices.names import name_of
from accounts.factors.models import PURPOSE
from accounts.models import User
from accounts.qr import qr
from mend.locked import lock, unlock


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets are locked at rest; prompts name the site’s address and no first name."""

    request: HttpRequest
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("That was not it. Please try once more."),
        "unverified_email": _("Please confirm your address first."),
        "cannot_generate_recovery_codes": _("They belong to a passkey or an app. Add one first."),
    }

    def encrypt(self, text: str) -> str:
        return lock(text, purpose=PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        return unlock(encrypted_text, purpose=PURPOSE)

    def build_totp_svg(self, url: str) -> SafeString:
        return qr(url)

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """A passkey is called like the device on which it is made."""
        return name_of(self.request)

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, object]:
        entity: dict[str, object] = super().get_public_key_credential_user_entity(user)
        return entity | {"display_name": entity["name"]}
