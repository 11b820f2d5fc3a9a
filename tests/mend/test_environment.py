"""What the environment may say, and what stops a start."""

import base64
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from mend import environment

STRONG = "r4nd0m-Characters-that-nobody-will-ever-guess-0123456789-xyz"


def key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


A_KEY = key()


def test_a_flag_is_on_or_off_and_nothing_between(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.flag("A_FLAG", default=True)
    for text, meaning in {"1": True, "yes": True, "True": True, "0": False, "off": False}.items():
        monkeypatch.setenv("A_FLAG", text)
        assert environment.flag("A_FLAG", default=not meaning) is meaning
    monkeypatch.setenv("A_FLAG", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="A_FLAG=perhaps is neither 1 nor 0"):
        environment.flag("A_FLAG", default=True)


@pytest.mark.parametrize("weak", ["short", "a" * 60, "django-insecure-" + STRONG])
def test_a_weak_secret_is_refused(weak: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", weak)
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is weak"):
        environment.secret("SECRET_KEY")


def test_a_missing_secret_is_refused_and_a_strong_one_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY must be"):
        environment.secret("SECRET_KEY")
    monkeypatch.setenv("SECRET_KEY", STRONG)
    assert environment.secret("SECRET_KEY") == STRONG


def test_keys_are_read_in_their_order_from_a_line_or_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "keys"
    file.write_text(f"new:{key()}\nold:{key()}\n")
    monkeypatch.setenv("MEND_KEYS_FILE", str(file))
    assert list(environment.keys(embedded=False)) == ["new", "old"]
    monkeypatch.delenv("MEND_KEYS_FILE")
    monkeypatch.setenv("MEND_KEYS", f"b:{key()}, a:{key()}")
    for embedded in (True, False):
        assert list(environment.keys(embedded=embedded)) == ["b", "a"]


def test_on_one_machine_a_key_is_made_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MEND_HOME", str(tmp_path / "home"))
    made = environment.keys(embedded=True)["first"].raw
    assert environment.keys(embedded=True)["first"].raw == made
    assert (tmp_path / "home" / "keys").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("", "MEND_KEYS must be"),
        (A_KEY, "Key 1 of MEND_KEYS is not id:base64"),
        ("a:short", "Key 1 of MEND_KEYS is not id:base64"),
        (f"a:{key()},b:{A_KEY[:-4]}", "Key 2 of MEND_KEYS is not id:base64"),
        (f"An Id:{A_KEY}", "Key 1 of MEND_KEYS is not id:base64"),
        ("a:" + base64.b64encode(b"a" * 32).decode(), "Key 1 of MEND_KEYS is weak"),
        (f"a:{key()},a:{key()}", "the same id"),
        (f"a:{A_KEY},b:{A_KEY}", "the same key twice"),
    ],
    ids=["none", "no id", "short", "cut", "odd id", "weak", "same id", "same key"],  # keys are new
)
def test_keys_that_are_missing_or_weak_are_refused_and_never_shown(
    wrong: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEND_KEYS", wrong)
    with pytest.raises(ImproperlyConfigured) as refused:
        environment.keys(embedded=False)
    assert reason in str(refused.value)
    assert A_KEY[:8] not in str(refused.value)


def test_a_file_of_keys_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEND_KEYS_FILE", "/nowhere/keys")
    with pytest.raises(ImproperlyConfigured, match="MEND_KEYS_FILE=/nowhere/keys: No such file"):
        environment.keys(embedded=False)


def test_hosts_are_named_and_never_public_with_debug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    assert environment.hosts(debug=True, embedded=True) == ["localhost", "127.0.0.1", "[::1]"]
    with pytest.raises(ImproperlyConfigured, match="ALLOWED_HOSTS must be"):
        environment.hosts(debug=False, embedded=False)
    monkeypatch.setenv("ALLOWED_HOSTS", "example.org, localhost")
    assert environment.hosts(debug=False, embedded=False) == ["example.org", "localhost"]
    assert environment.hosts(debug=False, embedded=True)[:2] == ["example.org", "localhost"]
    with pytest.raises(ImproperlyConfigured, match="too much for example"):
        environment.hosts(debug=True, embedded=True)
    monkeypatch.setenv("ALLOWED_HOSTS", "*")
    with pytest.raises(ImproperlyConfigured, match="Name the hosts"):
        environment.hosts(debug=False, embedded=False)
    monkeypatch.setenv("ALLOWED_HOSTS", "localhost")
    with pytest.raises(ImproperlyConfigured, match="embedded database only"):
        environment.hosts(debug=True, embedded=False)


def test_a_database_address_is_taken_apart() -> None:
    address = "postgresql://ann:p%40ss@db.example:6543/mend?sslmode=require"
    assert environment.database(address) == {
        "NAME": "mend",
        "USER": "ann",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "6543",
        "OPTIONS": {"sslmode": "require"},
    }
    assert environment.database("postgres://ann@/mend?host=/run/db")["HOST"] == "/run/db"
    for wrong in ("mysql://db.example/mend", "postgresql://db.example"):
        with pytest.raises(ImproperlyConfigured, match="looks like postgresql://"):
            environment.database(wrong)


def test_mail_is_always_encrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAIL_HOST", "smtp.example.org")
    assert environment.smtp()["use_tls"]
    monkeypatch.setenv("MAIL_PORT", "465")
    assert environment.smtp()["use_ssl"]
    assert not environment.smtp()["use_tls"]


def production(role: str = "mend_app", **changes: str | None) -> dict[str, str]:
    """The environment of a production start on the tests' own server, with changes."""
    server = settings.DATABASES["default"]["HOST"]
    complete = {
        "DATABASE_URL": f"postgresql://{role}@/mend?host={server}",
        "SECRET_KEY": STRONG,
        "MEND_KEYS": f"first:{key()}",
        "ALLOWED_HOSTS": "example.org",
        "MAIL_HOST": "smtp.example.org",
        "DEBUG": "",
    }
    given = {**os.environ, **complete, **changes}
    return {name: text for name, text in given.items() if text is not None}


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_djangos_deployment_check_finds_nothing_under_production_settings() -> None:
    checked = python(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING", "--database", "default",
        **production(),
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY must be"),
        ({"MEND_KEYS": None}, "MEND_KEYS must be"),
        ({"DEBUG": "1", "ALLOWED_HOSTS": "localhost"}, "Set DEBUG=0"),
        ({"MAIL_HOST": None}, "MAIL_HOST must be"),
    ],
)
def test_production_refuses_to_start(changes: dict[str, str | None], reason: str) -> None:
    started = python("-c", "import mend.settings", **production(**changes))
    assert started.returncode != 0
    assert reason in started.stderr.splitlines()[-1]


def test_production_refuses_a_role_above_the_walls() -> None:
    started = python("-c", "import mend.asgi", **production("postgres"))
    assert started.returncode != 0
    assert "is a superuser" in started.stderr.splitlines()[-1]


@pytest.mark.parametrize(("behind", "address"), [("1", "192.0.2.7"), ("0", "127.0.0.1")])
def test_behind_a_proxy_everybody_has_an_address_of_their_own(behind: str, address: str) -> None:
    """As the proxy says it; what the browser claims before that counts for nothing."""
    code = (
        "import django; django.setup()\n"
        "from allauth.account.adapter import get_adapter\n"
        "from django.test import RequestFactory\n"
        "forwarded = {'X-Forwarded-For': '203.0.113.1, 192.0.2.7'}\n"
        "print(get_adapter().get_client_ip(RequestFactory().get('/', headers=forwarded)))"
    )
    asked = python("-c", code, **production(BEHIND_PROXY=behind))
    assert asked.stdout.strip() == address, asked.stderr


def test_over_https_every_cookie_is_of_this_very_host_alone() -> None:
    code = (
        "import django; django.setup()\n"
        "from django.conf import settings as s\n"
        "from accounts.carried import COOKIE\n"
        "from mend.headers import MessageStorage\n"
        "print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, COOKIE, MessageStorage.cookie_name)\n"
        "print(s.SESSION_COOKIE_SECURE and s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_DOMAIN)"
    )
    names, safe = python("-c", code, **production()).stdout.splitlines()
    assert {name[:7] for name in names.split()} == {"__Host-"}
    assert safe == "True None"


def test_the_page_that_documents_the_environment_names_every_variable() -> None:
    code = "".join(path.read_text() for path in (settings.BASE_DIR / "mend").rglob("*.py"))
    documented = (settings.BASE_DIR / ".env.example").read_text()
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "SECRET_KEY", "MEND_KEYS", "DEBUG"):
        assert f"#{name}=" in documented
    for line in documented.splitlines():
        if line.startswith("#") and "=" in line and line[1].isupper():
            assert f'"{line[1:].split("=")[0]}"' in code, line


def test_the_roles_can_be_made_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("bootstrap_roles")
    printed = capsys.readouterr().out
    assert "NOSUPERUSER NOBYPASSRLS" in printed
    assert "ALTER DEFAULT PRIVILEGES FOR ROLE mend_owner" in printed
