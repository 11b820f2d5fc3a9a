from django.apps import AppConfig

from mend import forms  # noqa: F401, before any form is made


class MendConfig(AppConfig):
    """The machine room: commands and checks."""

    name = "mend"

    def ready(self) -> None:
        from mend import checks  # noqa: F401
