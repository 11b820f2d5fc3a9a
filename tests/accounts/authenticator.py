"""A device that keeps passkeys, in Python: what a browser and its authenticator answer."""

import json
import secrets
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

ORIGIN, RP = "http://localhost", sha256(b"localhost")
FLAG = AuthenticatorData.FLAG
THERE = FLAG.UP | FLAG.UV  # somebody is there, and was asked for their finger


class Authenticator:
    """One passkey."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(32)
        self.handle = ""

    def create(self, options: dict[str, Any]) -> str:
        """Answers navigator.credentials.create()."""
        asked = options["creation_options"]["publicKey"]
        self.handle = str(asked["user"]["id"])
        public = ES256.from_cryptography_key(self.key.public_key())
        data = AuthenticatorData.create(
            RP, THERE | FLAG.AT, 0, AttestedCredentialData.create(b"\0" * 16, self.id, public)
        )
        client = self.said("webauthn.create", asked["challenge"])
        response = {
            "clientDataJSON": websafe_encode(client),
            "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
        }
        return self.credential(response, {"credProps": {"rk": True}})

    def get(self, options: dict[str, Any]) -> str:
        """Answers navigator.credentials.get()."""
        asked = options["request_options"]["publicKey"]
        data = AuthenticatorData.create(RP, THERE, 0)
        client = self.said("webauthn.get", asked["challenge"])
        signature = self.key.sign(bytes(data) + client.hash, ec.ECDSA(SHA256()))
        response = {
            "clientDataJSON": websafe_encode(client),
            "authenticatorData": websafe_encode(data),
            "signature": websafe_encode(signature),
            "userHandle": self.handle,
        }
        return self.credential(response, {})

    def said(self, kind: str, challenge: str) -> CollectedClientData:
        return CollectedClientData.create(kind, challenge, ORIGIN)

    def credential(self, response: dict[str, str], extensions: dict[str, Any]) -> str:
        pk = websafe_encode(self.id)
        return json.dumps(
            {
                "id": pk,
                "rawId": pk,
                "type": "public-key",
                "response": response,
                "clientExtensionResults": extensions,
            }
        )
