"""Reading the environment, and refusing to start on what is missing or weak."""

import base64
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from mend import home
from mend.keyring import SIZE, Kek
from mend.postgres import socket_folder

LOCAL = ("localhost", "127.0.0.1", "[::1]")
SHORTEST_SECRET = 50  # characters, as Django's own check --deploy asks
FEWEST_DIFFERENT = 16  # bytes of a key; of 32 random ones about 30 differ


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


def keys(*, embedded: bool) -> dict[str, Kek]:
    """The keys in MEND_KEYS, or in the file that MEND_KEYS_FILE names, by their ids."""
    file = os.environ.get("MEND_KEYS_FILE", "").strip()
    if embedded and not os.environ.get("MEND_KEYS", "").strip():
        file = file or str(home.keys_file())
    try:
        text = Path(file).read_text() if file else required("MEND_KEYS")
    except OSError as error:
        raise ImproperlyConfigured(f"MEND_KEYS_FILE={file}: {error.strerror}.") from error
    entries = re.split(r"[\s,]+", text.strip(" \n,"))
    known = dict(_key(number, entry) for number, entry in enumerate(entries, 1))
    if len(known) < len(entries) or len({key.raw for key in known.values()}) < len(known):
        raise ImproperlyConfigured("MEND_KEYS holds the same id or the same key twice.")
    return known


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


def _key(number: int, entry: str) -> tuple[str, Kek]:
    """An id and its key. What is wrong is said by its number: no part of a key is ever shown."""
    name, _, text = entry.partition(":")
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError:
        raw = b""
    if not re.fullmatch(r"[a-z0-9_-]{1,16}", name) or len(raw) != SIZE:
        raise ImproperlyConfigured(
            f"Key {number} of MEND_KEYS is not id:base64 of {SIZE} bytes. See .env.example."
        )
    if len(set(raw)) < FEWEST_DIFFERENT:
        raise ImproperlyConfigured(f"Key {number} of MEND_KEYS is weak. See .env.example.")
    return name, Kek(raw)
