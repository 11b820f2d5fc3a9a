"""What somebody began alone comes along when they join another person's couple."""

from typing import Any

from django.apps import apps

from accounts.models import Couple, User


def carry(sender: type[Couple], *, user: User, old: Couple, new: Couple, **kwargs: Any) -> None:
    """Move everything: all in a couple of one is its person's, and nobody else has seen it."""
    for model in apps.get_app_config("steps").get_models():
        if any(field.name == "couple" for field in model._meta.local_fields):
            model._default_manager.filter(couple=old).update(couple=new)
