"""The people: accounts, and who belongs with whom."""

from allauth.account import signals as changes
from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts.devices.signals import end_elsewhere, forget_password, note_device
        from accounts.keys import checks  # noqa: F401

        user_logged_in.connect(note_device)
        changes.email_confirmed.connect(forget_password)
        for change in (changes.password_changed, changes.password_set, changes.password_reset):
            change.connect(end_elsewhere)
