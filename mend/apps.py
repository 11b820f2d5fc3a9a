from django.apps import AppConfig


class MendConfig(AppConfig):
    """The machine room: commands and checks."""

    name = "mend"
