"""The mails that the embedded server did not send, readable by whoever sits at this machine."""

import ipaddress
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

NEWEST = 20
SEPARATOR = b"\n" + b"-" * 79 + b"\n"  # between two mails in a file of Django's file backend
FORWARDED = ("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_FORWARDED", "HTTP_X_REAL_IP", "HTTP_CF_")


@dataclass(frozen=True)
class Mail:
    """A mail as its reader would see it."""

    to: str
    subject: str
    text: str


@login_not_required
def outbox(request: HttpRequest) -> HttpResponse:
    """The newest mails; for anybody but this machine's own browser the page does not exist."""
    if not (settings.EMBEDDED and settings.DEBUG and _from_this_machine(request)):
        raise Http404
    return render(request, "mend/outbox.html", {"mails": newest_mails(settings.OUTBOX)})


def newest_mails(folder: Path) -> list[Mail]:
    """The newest ones in the folder, newest first."""
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    mails = [_mail(raw) for file in files[:NEWEST] for raw in reversed(_raw_mails(file))]
    return mails[:NEWEST]


def _from_this_machine(request: HttpRequest) -> bool:
    """By its peer and its host, and not through any proxy, whose peer would be local for all."""
    if any(name.startswith(FORWARDED) for name in request.META):
        return False
    host = request.get_host().rsplit(":", 1)[0]
    try:
        peer = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    return peer.is_loopback and host in {"localhost", "127.0.0.1", "[::1]"}


def _raw_mails(file: Path) -> list[bytes]:
    return [raw for raw in file.read_bytes().split(SEPARATOR) if raw.strip()]


def _mail(raw: bytes) -> Mail:
    message = message_from_bytes(raw, policy=policy.default)
    body = message.get_body(("plain",))
    text = body.get_content() if body else ""
    return Mail(str(message["to"]), str(message["subject"]), text.strip())


urlpatterns = [path("outbox/", outbox, name="outbox")]
