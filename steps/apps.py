"""The 21 steps and what two people exchange in them."""

from django.apps import AppConfig


class StepsConfig(AppConfig):
    name = "steps"
