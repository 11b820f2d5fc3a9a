from django.apps import AppConfig


class MendConfig(AppConfig):
    """The machine room: commands and checks."""

    name = "mend"

    def ready(self) -> None:
        from mend import checks  # noqa: F401
