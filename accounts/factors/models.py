"""With what somebody signs in besides a password: passkeys, an app’s codes, recovery codes."""

from typing import TYPE_CHECKING, Self

from allauth.mfa.models import Authenticator
from django.db.models import CharField, Func, Manager, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce

from mend.keyring import first_kek
from mend.locked import lock, unlock
from mend.rows import Rows

if TYPE_CHECKING:
    from accounts.models import User

PURPOSE = "second factors"
SECRETS = ("secret", "seed")  # of an app's codes, of recovery codes; a passkey has none here
LOCKED = Coalesce(*(KT(f"data__{name}") for name in SECRETS))
KEK = Func(LOCKED, Value(":"), Value(1), function="split_part", output_field=CharField())


class SecretQuerySet(Rows["FactorSecret"]):
    def outdated(self) -> Self:
        """Those that another key than the first has locked."""
        return self.exclude(kek=first_kek())


class SecretManager(Manager.from_queryset(SecretQuerySet)):  # type: ignore[misc]
    def get_queryset(self) -> SecretQuerySet:
        every: SecretQuerySet = super().get_queryset()
        codes: SecretQuerySet = every.exclude(type=Authenticator.Type.WEBAUTHN).annotate(kek=KEK)
        return codes


class FactorSecret(Authenticator):  # type: ignore[misc]
    """The secret of codes, locked by the key outside the database that is called `kek`."""

    objects = SecretManager()

    class Meta:
        proxy = True

    def wrap_anew(self) -> None:
        """By the first of our keys; the secret stays, and with it the codes."""
        for name in SECRETS:
            if name in self.data:
                self.data[name] = relocked(self.data[name])
        self.save(update_fields=["data"])


def relocked(locked: str) -> str:
    return lock(unlock(locked, purpose=PURPOSE), purpose=PURPOSE)


def has_passkey(user: "User") -> bool:
    passkeys = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN)
    return bool(passkeys.exists())
