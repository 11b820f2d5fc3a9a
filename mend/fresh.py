"""Ids that a form carries for the row it will make: each is issued to one person.

A second post of the form finds the row of the first. Nobody can make a row under an id that was
issued to somebody else, so an id that is known from elsewhere is of no use.
"""

import secrets
import uuid

from django.core.exceptions import ObjectDoesNotExist
from django.utils.crypto import constant_time_compare, salted_hmac

HALF = 8  # bytes: the first half is random, the second shows to whom it was issued


def fresh_id(person: uuid.UUID) -> uuid.UUID:
    """A new id that only `person` can use."""
    half = uuid.UUID(bytes=secrets.token_bytes(HALF) * 2, version=4).bytes[:HALF]
    return signed(half, person)


def issued(pk: uuid.UUID, *, to: uuid.UUID) -> uuid.UUID:
    """`pk`, if it was issued to them; raises ObjectDoesNotExist otherwise."""
    if not constant_time_compare(str(pk), str(signed(pk.bytes[:HALF], to))):
        raise ObjectDoesNotExist
    return pk


def signed(half: bytes, person: uuid.UUID) -> uuid.UUID:
    mark = salted_hmac("mend.fresh", half + person.bytes, algorithm="sha256").digest()
    return uuid.UUID(bytes=half + mark[:HALF], version=4)
