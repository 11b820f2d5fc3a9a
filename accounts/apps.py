"""The people: accounts, and who belongs with whom."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts.keys import checks  # noqa: F401
