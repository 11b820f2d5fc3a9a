"""Everybody's keys, and the keys that wrap them.

Words are sealed with AES-256-GCM under a data key of one person (NIST SP 800-38D). Data keys lie in
the database, wrapped (AES-KWP, RFC 5649) by a key from outside of it: `settings.KEYS`, the first of
which wraps. A person's keys are opened at the first need inside `acting_as`, and forgotten with it.
"""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import (
    InvalidUnwrap,
    aes_key_unwrap_with_padding,
    aes_key_wrap_with_padding,
)
from django.conf import settings

FORMAT = b"\x01"  # then a nonce, then the words and their tag
NONCE = 12  # bytes, random: safe for 2**32 texts under one key
SIZE = 32  # bytes of a key


class CannotOpen(Exception):
    """A key is missing or wrong, or what was sealed has been changed or moved."""


class Kek:
    """A key that wraps keys; shows nothing of itself."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    def __repr__(self) -> str:
        return "<Kek>"


class Wrapped(NamedTuple):
    """A data key as the database keeps it; `kek` is the id of the key that opens it."""

    kek: str
    wrapped: bytes

    @classmethod
    def new(cls) -> "Wrapped":
        return cls._of(secrets.token_bytes(SIZE))

    def anew(self) -> "Wrapped":
        """The same data key, wrapped by the first of our keys."""
        return self._of(self.opened())

    def opened(self) -> bytes:
        """The data key; a wrong or missing key is told by its id."""
        if self.kek not in settings.KEYS:
            raise CannotOpen(f"A key was wrapped by {self.kek!r}, which is not in MEND_KEYS.")
        # Raised after the block, so that no traceback leads to a frame that holds a key.
        with suppress(InvalidUnwrap):
            return aes_key_unwrap_with_padding(settings.KEYS[self.kek].raw, self.wrapped)
        raise CannotOpen(f"{self.kek!r} in MEND_KEYS did not wrap this key, or it was changed.")

    @classmethod
    def _of(cls, raw: bytes) -> "Wrapped":
        return cls(first_kek(), aes_key_wrap_with_padding(settings.KEYS[first_kek()].raw, raw))


def first_kek() -> str:
    """The id of the key that wraps."""
    return str(next(iter(settings.KEYS)))


class Place(NamedTuple):
    """Where words belong: whose they are, under which of their keys, in which column and row.

    The couple is not part of it: joining moves rows into another couple without opening them, and
    both the row and the person are here already.
    """

    key: str
    person: UUID
    label: str
    row: UUID

    @property
    def bound(self) -> bytes:
        return FORMAT + self.label.encode() + b"\0" + self.row.bytes + self.person.bytes


class Person(Protocol):
    """Somebody who has keys."""

    @property
    def pk(self) -> Any: ...

    def wrapped_keys(self) -> Iterable[tuple[str, UUID, Wrapped]]:
        """The name and person of each key that they may use; one query."""
        ...


class Ring:
    """The keys of whoever is acting: they open what is theirs, and seal for the other, too."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._opened: dict[tuple[str, UUID], AESGCM] = {}

    def seal(self, words: bytes, place: Place) -> bytes:
        nonce = secrets.token_bytes(NONCE)
        return FORMAT + nonce + self._key(place).encrypt(nonce, words, place.bound)

    def open(self, sealed: bytes, place: Place) -> bytes:
        """Only one's own; raises CannotOpen for anybody else's, and for what was tampered with."""
        if place.person != self._person.pk:
            raise CannotOpen(f"{place.label} of somebody else.")
        key = self._key(place)
        nonce, rest = sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
        if sealed[:1] == FORMAT and len(nonce) == NONCE:
            with suppress(InvalidTag):
                return key.decrypt(nonce, rest, place.bound)
        raise CannotOpen(f"{place.label} in row {place.row} was changed or moved.")

    def _key(self, place: Place) -> AESGCM:
        wanted = (place.key, place.person)
        if wanted not in self._opened:
            for name, person, wrapped in self._person.wrapped_keys():
                self._opened[name, person] = AESGCM(wrapped.opened())
        if wanted not in self._opened:
            raise CannotOpen(f"No key for {place.label} in row {place.row}.")
        return self._opened[wanted]


_held: ContextVar[Ring | None] = ContextVar("ring", default=None)


@contextmanager
def held_by(person: Person) -> Iterator[None]:
    """Within the block words are sealed and opened as `person`."""
    token = _held.set(Ring(person))
    try:
        yield
    finally:
        _held.reset(token)


def ring() -> Ring:
    """The keys of whoever is acting."""
    held = _held.get()
    if held is None:
        raise CannotOpen("Nobody is acting: words are sealed and opened inside acting_as().")
    return held
