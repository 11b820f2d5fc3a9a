"""Secrets that the server itself needs at rest, such as the seed of somebody's sign-in codes.

Locked with AES-256-GCM by a key that is derived (HKDF, RFC 5869) from one of `settings.KEYS` for
one purpose; the id of that key stands before it, so that keys can be changed. Nobody has to act:
who signs in is not known yet.
"""

import base64
import secrets
from contextlib import suppress

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from mend.keyring import NONCE, SIZE, CannotOpen, first_kek


def lock(text: str, *, purpose: str) -> str:
    """`key id:base64`, by the first of our keys."""
    nonce, kek = secrets.token_bytes(NONCE), first_kek()
    sealed = nonce + _key(kek, purpose).encrypt(nonce, text.encode(), purpose.encode())
    return f"{kek}:{base64.b64encode(sealed).decode()}"


def unlock(locked: str, *, purpose: str) -> str:
    """Raises CannotOpen if the key is missing, or the text was changed or is of another purpose."""
    kek, _, text = locked.partition(":")
    key = _key(kek, purpose)
    with suppress(InvalidTag, ValueError):
        sealed = base64.b64decode(text, validate=True)
        return key.decrypt(sealed[:NONCE], sealed[NONCE:], purpose.encode()).decode()
    raise CannotOpen(f"A secret for {purpose} was changed, or {kek!r} did not lock it.")


def _key(kek: str, purpose: str) -> AESGCM:
    if kek not in settings.KEYS:
        raise CannotOpen(f"A secret was locked by {kek!r}, which is not in MEND_KEYS.")
    derived = HKDF(SHA256(), SIZE, salt=None, info=f"mend {purpose}".encode())
    return AESGCM(derived.derive(settings.KEYS[kek].raw))
