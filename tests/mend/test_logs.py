"""Logs tell what failed and where in the code, and hold nothing of anybody."""

import ast
import io
import json
import logging
import re
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from accounts.models import User
from mend import home, logs
from mend.identity import acting_as
from mend.keyring import CannotOpen
from mend.reference import failed
from steps.sharing.drafts import Draft
from steps.sharing.tick import deliver_due
from tests.looking_on import as_superuser
from tests.mend.test_environment import production, python
from tests.people import person
from tests.sources import Module, modules
from tests.writing import write

CANARY = "canary"
FIELDS = {
    "time", "level", "logger", "message", "place", "request", "route", "job", "status", "errors",
}  # fmt: skip
logger = logging.getLogger("steps.somewhere")


@login_not_required
def by_a_row(request: HttpRequest) -> HttpResponse:
    """PostgreSQL quotes the row in its DETAIL."""
    person("Twice", email=request.POST["email"])
    return HttpResponse()


@login_not_required
def by_a_cause(request: HttpRequest, pk: str) -> HttpResponse:
    try:
        try:
            raise CannotOpen(f"{CANARY} {pk}")
        finally:
            raise LookupError(request.GET["q"])
    except LookupError as cause:
        error = ExceptionGroup(CANARY, [ValueError(CANARY), cause])
        error.add_note(CANARY)
        raise error from cause


def by_words(request: HttpRequest) -> HttpResponse:
    """Somebody's sealed words, changed in the database."""
    return HttpResponse(Draft.objects.visible_to(request.user).get().words["what_i_did"])


@login_not_required
def said(request: HttpRequest) -> HttpResponse:
    logger.error("It is said that %s", CANARY, extra={"canary": CANARY, "status_code": CANARY})
    logging.getLogger("allauth.account").error(f"{CANARY} signs in")
    return HttpResponse()


urlpatterns = [
    path("", include("mend.urls")),
    path("row/", by_a_row, name="row"),
    path("cause/<pk>/", by_a_cause, name="cause"),
    path("words/", by_words, name="words"),
    path("said/", said, name="said"),
]
handler500 = failed


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the handler of our settings writes."""
    stream = io.StringIO()
    before = handler().setStream(stream)
    yield stream
    handler().setStream(before)


def handler() -> logging.StreamHandler[Any]:
    [ours] = [one for one in logging.getLogger().handlers if isinstance(one.formatter, logs.Line)]
    assert isinstance(ours, logging.StreamHandler)
    return ours


@pytest.fixture
def asked(db: None, client: Client) -> Iterator[Client]:
    """A browser that is shown failures as everybody is."""
    client.raise_request_exception = False
    with override_settings(ROOT_URLCONF=__name__):
        yield client


def lines(written: io.StringIO) -> list[dict[str, Any]]:
    """Each is JSON with the fields that are promised, and holds no canary."""
    text = written.getvalue()
    assert CANARY not in text.replace("canary.py", "").lower()
    found = [json.loads(line) for line in text.splitlines()]
    assert all(set(line) == FIELDS for line in found)
    assert all(re.fullmatch(r"2\d{3}-\S+\+00:00", line["time"]) for line in found)
    return found


def test_an_error_of_the_database_tells_its_kind_and_place_and_not_the_row(
    asked: Client, written: io.StringIO, ann: User
) -> None:
    person("Ann", email=f"{CANARY}@example.org")
    answer = asked.post("/row/?q=canary", {"email": f"{CANARY}@example.org", "words": CANARY})
    [line] = lines(written)
    assert (answer.status_code, line["status"]) == (500, 500)
    assert (line["level"], line["logger"]) == ("ERROR", "django.request")
    assert (line["route"], line["message"], line["job"]) == ("row", None, None)
    kinds = [error["error"] for error in line["errors"]]
    assert kinds == ["django.db.utils.IntegrityError", "psycopg.errors.UniqueViolation"]
    frames = "\n".join(line["errors"][0]["frames"])
    assert re.search(r"^tests\.mend\.test_logs:\d+ by_a_row$", frames, re.MULTILINE)
    assert re.search(r"^accounts\.models:\d+ User\.sign_up$", frames, re.MULTILINE)


def test_causes_notes_and_groups_are_told_by_their_kinds(
    asked: Client, written: io.StringIO
) -> None:
    asked.get("/cause/canary/?q=canary")
    [line] = lines(written)
    assert [error["error"].rpartition(".")[2] for error in line["errors"]] == [
        "ExceptionGroup", "LookupError", "ValueError", "CannotOpen",
    ]  # fmt: skip


def test_words_that_cannot_be_opened_name_neither_row_nor_person(
    asked: Client, written: io.StringIO, ann: User
) -> None:
    draft = write(ann, what_i_did=CANARY)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE steps_draft SET words = words || 'x'")
    asked.force_login(ann)
    assert asked.get("/words/").status_code == 500
    [line] = lines(written)
    assert line["errors"][0]["error"] == "mend.keyring.CannotOpen"
    for private in (draft.pk, ann.pk, ann.couple.pk, ann.email, ann.first_name):
        assert str(private) not in written.getvalue()


def test_the_page_and_the_log_give_a_failure_the_same_reference(
    asked: Client, written: io.StringIO
) -> None:
    answers = [asked.get("/cause/1/?q=1", headers={"X-Request-ID": CANARY}) for _again in range(2)]
    references = [line["request"] for line in lines(written)]
    assert len(set(references)) == 2
    for answer, reference in zip(answers, references, strict=True):
        assert re.fullmatch("[0-9a-f]{8}", reference)
        assert f"add this reference: {reference}." in answer.content.decode()
        assert reference not in str(answer.headers)
    logger.error("Between requests")
    assert lines(written)[-1]["request"] is None


def test_a_call_tells_its_fixed_message_and_none_of_its_arguments(
    asked: Client, written: io.StringIO
) -> None:
    asked.get("/said/?q=canary")
    ours, theirs = lines(written)
    assert (ours["message"], ours["route"], ours["status"]) == ("It is said that %s", "said", None)
    assert ours["place"].startswith("test_logs:")
    assert (theirs["message"], theirs["logger"]) == (None, "allauth.account")
    assert ours["request"] == theirs["request"]


def test_a_strange_host_and_a_page_that_is_not_there_tell_nothing(
    asked: Client, written: io.StringIO
) -> None:
    assert asked.get("/", headers={"Host": f"{CANARY}.example.org"}).status_code == 400
    [line] = lines(written)
    assert (line["logger"], line["status"]) == ("django.security.DisallowedHost", 400)
    for address in ("/canary/?q=canary", "/card/canary/", "/today/?q=canary"):
        asked.get(address)
    assert len(lines(written)) == 1


def test_a_tick_is_told_by_its_job(
    db: None, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        logger.error("A part of it")
        raise ValueError(CANARY)

    monkeypatch.setattr(f"{__name__}.by_words", fail)
    monkeypatch.setattr("mend.management.commands.tick.TICKS", (f"{__name__}.by_words",))
    call_command("tick")
    call_command("tick")
    first, last, *others = lines(written)
    assert [first["message"], last["message"]] == ["A part of it", "A tick has failed"]
    assert first["job"] == last["job"] == f"{__name__}.by_words"
    assert first["request"] == last["request"] != others[0]["request"]
    assert last["errors"][0]["error"] == "builtins.ValueError"


def test_a_held_draft_that_cannot_go_is_not_named(
    couple: tuple[User, User], written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, _ = couple
    draft = write(ann, what_i_did=CANARY)
    with acting_as(ann):
        draft.share(by=ann)
    monkeypatch.setattr("mend.clock._ahead", 2 * (draft.goes_at - draft.saved_at))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE steps_draft SET words = words || 'x'")
    deliver_due()
    [line] = lines(written)
    assert line["message"] == "a held draft could not go"
    assert str(draft.pk) not in written.getvalue()


@contextmanager
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As the web process and the ticker are; undone at the end."""
    places = [(sys, "excepthook"), (threading, "excepthook"), (warnings, "showwarning")]
    with monkeypatch.context() as undo, warnings.catch_warnings():
        for module, name in [*places, (logging, "raiseExceptions")]:
            undo.setattr(module, name, getattr(module, name))
        warnings.simplefilter("always")
        logs.take_over()
        yield


def test_what_nobody_catches_and_warnings_are_such_lines_too(
    written: io.StringIO, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise ValueError(CANARY)

    with service(monkeypatch):
        warnings.warn(CANARY, UserWarning, stacklevel=1)
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        try:
            fail()
        except ValueError:
            sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
        for quiet in (KeyboardInterrupt(CANARY), ImproperlyConfigured("SECRET_KEY is weak.")):
            sys.excepthook(type(quiet), quiet, None)
    warned, in_thread, at_end = lines(written)
    assert (warned["message"], warned["level"]) == ("UserWarning", "WARNING")
    assert warned["place"].startswith("test_logs:")
    for line in (in_thread, at_end):
        assert (line["message"], line["level"]) == ("Ended by an error", "CRITICAL")
        assert line["errors"][0]["error"] == "builtins.ValueError"
    assert capsys.readouterr() == ("", "Mend cannot start. SECRET_KEY is weak.\n")


def test_a_line_that_cannot_be_written_shows_nothing_instead(
    written: io.StringIO, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written.close()
    with service(monkeypatch):
        handler().handle(logger.makeRecord("steps", 40, "", 1, CANARY, (CANARY,), None))
    assert capsys.readouterr() == ("", "")


def test_the_server_tells_errors_in_the_same_lines_and_no_visits() -> None:
    """Also when it is started as a command of its own, which sets up logs first."""
    code = (
        "import asyncio, logging, uvicorn\n"
        "uvicorn.Config('mend.asgi:application').load()\n"
        "server = logging.getLogger('uvicorn.error')\n"
        "server.error('canary %s', 'canary', exc_info=ValueError('canary'))\n"
        "server.error(OSError('canary'))\n"
        "server.error('canary went away', exc_info=asyncio.CancelledError())\n"
        "server.error('Cancel the canary')\n"
        "server.info('canary')\n"
        "assert not logging.getLogger('uvicorn.access').hasHandlers()\n"
        "logging.getLogger('uvicorn.access').info('GET /card/canary/')\n"
        "logging.getLogger('django.server').error('GET /card/canary/')\n"
        "raise LookupError('canary')\n"
    )
    started = python("-c", code, **production())
    assert started.returncode == 1
    told = lines(io.StringIO(started.stderr))
    assert [(line["logger"], *(error["error"] for error in line["errors"])) for line in told] == [
        ("uvicorn.error", "builtins.ValueError"),
        ("uvicorn.error", "builtins.OSError"),
        ("django.server",),
        ("mend.service", "builtins.LookupError"),
    ]
    assert started.stdout == ""


@pytest.mark.django_db
def test_the_log_of_the_embedded_database_quotes_no_value() -> None:
    with pytest.raises(Exception, match=CANARY):
        as_superuser(f"SELECT '{CANARY}'::uuid")
    assert CANARY not in (home.home() / "postgres.log").read_text()


def test_nobody_is_sent_a_mail_about_failures() -> None:
    handlers = [logging.getLogger(name).handlers for name in ("", "django", "django.request")]
    assert "AdminEmailHandler" not in str(handlers)
    assert settings.ADMINS == []


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_every_message_of_ours_is_fixed(module: Module) -> None:
    levels = {"debug", "info", "warning", "error", "exception", "critical", "log"}
    for call in module.calls():
        if ast.unparse(call.func) in {f"logger.{level}" for level in levels}:
            assert isinstance(call.args[0], ast.Constant), ast.unparse(call)
            assert len(call.args) == 1, ast.unparse(call)
