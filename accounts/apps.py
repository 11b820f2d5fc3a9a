"""The people: accounts, and who belongs with whom."""

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts.devices.names import note_device
        from accounts.keys import checks  # noqa: F401

        user_logged_in.connect(note_device)
