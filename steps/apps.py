"""The 21 steps and what two people exchange in them."""

from django.apps import AppConfig


class StepsConfig(AppConfig):
    name = "steps"

    def ready(self) -> None:
        from accounts.pairing.signals import joined
        from steps.journey.joining import carry

        joined.connect(carry)
