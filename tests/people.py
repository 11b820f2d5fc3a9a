"""Ann writes, Ben reads what is shared, Cy is a stranger. Everybody acts through model verbs."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.test import Client

from accounts.models import Invitation, User

PASSWORD = "a long pass phrase"


@cache
def password_hash() -> str:
    return make_password(PASSWORD)


def person(first_name: str, *, time_zone: str = "Europe/Berlin", email: str = "") -> User:
    """Somebody who has signed up and confirmed their address, name@example.org by default."""
    email = email or f"{first_name.lower()}@example.org"
    user = User(email=email, first_name=first_name, time_zone=time_zone, password=password_hash())
    user.sign_up()
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    return user


def pair(ann: User, ben: User) -> None:
    """Ann invites, Ben says yes, Ann says that Ben is the one."""
    invitation = Invitation.invite(by=ann)
    invitation.accept(by=ben)
    invitation.confirm(ben.pk, by=ann)
    for user in (ann, ben):
        user.look_again()


def signed_in(user: User, **options: Any) -> Client:
    """A browser in which `user` is signed in."""
    client = Client(**options)
    client.force_login(user)
    return client


@pytest.fixture
def ann(db: None) -> User:
    return person("Ann")


@pytest.fixture
def ben(db: None) -> User:
    return person("Ben")


@pytest.fixture
def cy(db: None) -> User:
    return person("Cy")


@pytest.fixture
def couple(ann: User, ben: User) -> tuple[User, User]:
    """Ann and Ben, joined."""
    pair(ann, ben)
    return ann, ben


@pytest.fixture
def client_of() -> Callable[..., Client]:
    return signed_in
