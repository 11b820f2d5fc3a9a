"""Passkeys in a real browser, with an authenticator that Chromium plays."""

import re
from typing import Any

import pytest

from tests.story.looks import faults
from tests.story.person import Person
from tests.story.together import Comes

PAGES = {
    "/accounts/keys/": "Passkeys and codes",
    "/accounts/keys/new/": "Add a passkey",
    "/accounts/keys/app/": "Use an app",
    "/accounts/keys/codes/": "not shown again",
    "/accounts/keys/codes/new/": "no longer work",
}
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


class Holder(Person):
    """Somebody whose device keeps passkeys."""

    def takes_device(self, credentials: list[Any] | None = None) -> None:
        self.cdp = self.context.new_cdp_session(self.page)
        self.cdp.send("WebAuthn.enable")
        made = self.cdp.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        self.device = made["authenticatorId"]
        for credential in credentials or []:
            fields = {"authenticatorId": self.device, "credential": credential}
            self.cdp.send("WebAuthn.addCredential", fields)

    def passkeys(self) -> list[Any]:
        kept = self.cdp.send("WebAuthn.getCredentials", {"authenticatorId": self.device})
        return list(kept["credentials"])

    def sees_fine(self, *texts: str) -> None:
        """The page, without a fault for those who look, listen or use the keyboard."""
        self.sees(*texts)
        assert faults(self.page) == []

    def signs_up_by_passkey(self, first_name: str) -> None:
        self.follows("Make an account")
        self.email = f"{first_name.lower()}.{id(self)}@example.org"
        self.fills("First name", first_name)
        self.fills("Email", self.email)
        self.presses("Go on")
        self.sees("Is this your address?")
        self.fills("Code", self.code())
        self.presses("Go on")
        self.sees_fine("Your passkey")
        self.presses("Make it")
        self.sees_fine("Recovery codes", "write them down")
        self.follows("I have them, go on")


def test_ann_signs_up_out_and_in_with_a_passkey_and_shows_that_it_is_her(comes: Comes) -> None:
    ann: Any = comes(Holder, reduced_motion="reduce")
    ann.takes_device()
    ann.goes("/me/")
    ann.signs_up_by_passkey("Ann")
    ann.is_at("/me/")
    (passkey,) = ann.passkeys()
    assert passkey["isResidentCredential"]
    assert "Ann" not in str(passkey.get("userDisplayName"))
    ann.signs_out()
    ann.goes("/accounts/login/")
    ann.presses("Sign in with a passkey")
    ann.is_at("/today/")
    ann.goes("/settings/devices/")
    ann.sees_fine("Chrome on Linux", "signed out here after 15 minutes")
    ann.presses("This device is mine")
    ann.sees_fine("Is it you?")
    ann.presses("Use a passkey")
    ann.sees_fine("It is you")
    ann.presses("Go on with it")
    ann.sees_fine("It is marked as yours")
    for path, text in PAGES.items():
        ann.goes(path)
        ann.sees_fine(text)


def test_ann_adds_a_passkey_and_it_is_her_second_proof_on_another_device(comes: Comes) -> None:
    ann: Any = comes(Holder, reduced_motion="reduce")
    ann.takes_device()
    ann.goes("/me/")
    ann.signs_up("Ann")
    ann.goes("/accounts/keys/new/")
    ann.fills("Password", "a long pass phrase")
    ann.presses("Go on")
    ann.fills("What you call it", "My key ring")
    ann.presses("Make it")
    ann.sees("Recovery codes")
    other: Any = comes(Holder, reduced_motion="reduce")
    other.takes_device(ann.passkeys())
    other.goes("/accounts/login/")
    other.fills("Email", ann.email)
    other.fills("Password", "a long pass phrase")
    other.page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    other.sees_fine("One more step")
    other.presses("Use a passkey")
    other.is_at("/today/")


def test_who_says_no_to_the_device_is_told_and_can_go_another_way(comes: Comes) -> None:
    ann: Any = comes(Holder, reduced_motion="reduce")
    ann.takes_device()
    ann.cdp.send(
        "WebAuthn.setUserVerified", {"authenticatorId": ann.device, "isUserVerified": False}
    )
    ann.goes("/accounts/login/")
    ann.presses("Sign in with a passkey")
    ann.sees("No passkey was used. Try again, or sign in in another way.")
    ann.is_at("/accounts/login/")


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/signup/passkey/"])
def test_without_javascript_nothing_is_offered_that_does_not_work(comes: Comes, path: str) -> None:
    ann = comes(has_script=False)
    ann.goes(path)
    ann.misses("Is it you?")
    hidden = ann.page.get_by_role("button", name=re.compile("passkey"))
    assert not hidden.count() or not hidden.first.is_visible()
    if "signup" in path:
        ann.sees("This browser cannot make passkeys")
