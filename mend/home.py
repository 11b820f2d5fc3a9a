"""The folder in which this checkout keeps everything that is not code: data, secret, mails."""

import base64
import hashlib
import os
import pwd
import secrets
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
ROOTS_FOLDER = Path("/var/lib/mend")
# "daemon" is the Unix account for servers that own files; every Debian has it.
ACCOUNTS = ("mend", "postgres", "daemon")


class CannotRun(Exception):
    """Mend cannot be started; the text says why and what to do."""


def home(checkout: Path = CHECKOUT) -> Path:
    """MEND_HOME, or var/ in the checkout; for root a folder under /var/lib/mend.

    PostgreSQL refuses to run as root, and a checkout of root's is often closed to everybody else,
    so root's data lives outside the checkout. The folder's name is made of the checkout's path and
    a mark inside it: neither a copy of a checkout nor a new clone at an old path finds old data.
    """
    if given := os.environ.get("MEND_HOME"):
        return Path(given).resolve()
    if os.geteuid() != 0:
        return checkout / "var"
    mark = hashlib.sha256(f"{checkout}\n{_once(checkout / 'var' / 'mark')}".encode()).hexdigest()
    return ROOTS_FOLDER / f"{checkout.name}-{mark[:12]}"


def make_home() -> Path:
    """The folder, there and closed; for root the database's account may pass through it."""
    folder = home()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()) and not (folder / "outbox").exists():
        raise CannotRun(f"{folder} holds other files. Set MEND_HOME to an empty or a new folder.")
    if account := database_account():
        os.chown(folder, 0, account.pw_gid)
    folder.chmod(0o710 if account else 0o700)
    (folder / "outbox").mkdir(mode=0o700, exist_ok=True)
    return folder


def secret_key() -> str:
    """Django's secret, made at the first start, readable by its owner only."""
    return _once(make_home() / "secret_key")


def keys_file() -> Path:
    """Where the key lies that wraps everybody's keys, made at the first start."""
    key = base64.b64encode(secrets.token_bytes(32)).decode()
    _once(path := make_home() / "keys", f"first:{key}\n")
    return path


def database_account() -> pwd.struct_passwd | None:
    """The account under which the database runs: our own, or a system account if we are root."""
    if os.geteuid() != 0:
        return None
    data = home() / "postgres"
    if data.exists() and (owner := data.stat().st_uid):
        return pwd.getpwuid(owner)
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next(known[name] for name in ACCOUNTS if name in known)


def _once(path: Path, text: str = "") -> str:
    """What stands in `path`: `text`, or else a random one, of whoever came first."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        draft.touch(mode=0o600)
        draft.write_text(text or secrets.token_urlsafe(64))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text()
