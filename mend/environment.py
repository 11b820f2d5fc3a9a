"""Reading the environment, and refusing to start on what is missing or weak."""

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from mend.postgres import socket_folder

LOCAL = ("localhost", "127.0.0.1", "[::1]")
SHORTEST_SECRET = 50  # characters, as Django's own check --deploy asks


def flag(name: str, *, default: bool) -> bool:
    """True for 1, true, yes, on; False for 0, false, no, off or nothing after the equals sign."""
    text = os.environ.get(name, str(default)).strip().lower()
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off", ""}:
        return False
    raise ImproperlyConfigured(f"{name}={text} is neither 1 nor 0.")


def required(name: str) -> str:
    """The variable's text; a production start needs it."""
    if text := os.environ.get(name, "").strip():
        return text
    raise ImproperlyConfigured(f"DATABASE_URL is set, so {name} must be, too. See .env.example.")


def secret(name: str) -> str:
    """A secret that nobody can guess."""
    text = required(name)
    if len(text) < SHORTEST_SECRET or len(set(text)) < 10 or text.startswith("django-insecure-"):
        raise ImproperlyConfigured(
            f"{name} is weak: it needs {SHORTEST_SECRET} random characters. See .env.example."
        )
    return text


def hosts(*, debug: bool, embedded: bool) -> list[str]:
    """The names under which we are reached. Debug pages tell too much for any name but our own."""
    given = (
        os.environ.get("ALLOWED_HOSTS", ",".join(LOCAL)) if embedded else required("ALLOWED_HOSTS")
    )
    names = [name.strip() for name in given.split(",") if name.strip()]
    if "*" in names:
        raise ImproperlyConfigured("ALLOWED_HOSTS=* would answer to any name. Name the hosts.")
    public = [name for name in names if name not in LOCAL]
    if debug and public:
        raise ImproperlyConfigured(f"DEBUG=1 shows too much for {public[0]}. Set DEBUG=0.")
    if debug and not embedded:
        raise ImproperlyConfigured("DEBUG=1 is for the embedded database only. Set DEBUG=0.")
    return names


def embedded_database(role: str) -> dict[str, Any]:
    """Connection settings of this checkout's own server."""
    return {
        "NAME": "mend",
        "USER": role,
        "PASSWORD": "",
        "HOST": str(socket_folder()),
        "PORT": "",
        "OPTIONS": {},
    }


def database(url: str) -> dict[str, Any]:
    """Connection settings out of postgresql://user:password@host:port/name?sslmode=require."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            "A database address looks like postgresql://user:password@host/name."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
    }


def smtp() -> dict[str, Any]:
    """How mail leaves, always over TLS: from the start (port 465) or by STARTTLS."""
    port = int(os.environ.get("MAIL_PORT", "587"))
    return {
        "host": required("MAIL_HOST"),
        "port": port,
        "username": os.environ.get("MAIL_USER", ""),
        "password": os.environ.get("MAIL_PASSWORD", ""),
        "use_ssl": port == 465,
        "use_tls": port != 465,
        "timeout": 10,
    }
