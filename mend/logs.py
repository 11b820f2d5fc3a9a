"""Logs as lines of JSON that hold nothing of anybody.

A line tells what is named in `told` and nothing else: times, places in code, names of routes and
jobs, kinds of errors. Texts of errors, arguments, addresses and rows can quote what somebody wrote,
so they are never looked at. Messages are told of our own loggers only, where they are fixed.
"""

import asyncio
import datetime as dt
import json
import logging
import sys
import threading
import traceback
import warnings
from types import TracebackType
from typing import Any, TextIO

from django.core.exceptions import ImproperlyConfigured

from mend import reference

OURS = ("mend", "accounts", "steps")
FRAMES = 50  # of each error, the innermost

logger = logging.getLogger("mend.service")

# Only what fails, and never who opened what; no mails to anybody.
CONFIG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "mend.logs.Line"}},
    "filters": {"failures": {"()": "mend.logs.Failures"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "ERROR"},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
        "uvicorn": {"handlers": [], "level": "ERROR", "propagate": True},
        "uvicorn.error": {"handlers": [], "level": "ERROR", "filters": ["failures"]},
        "uvicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}


class Line(logging.Formatter):
    """One record as one line."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(told(record))


class Failures(logging.Filter):
    """Of the server's own records those about errors: the others are visitors who went away."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = error_of(record)
        return bool(error) and not isinstance(error, asyncio.CancelledError)


def told(record: logging.LogRecord) -> dict[str, Any]:
    """Every field is always there; null where it does not apply."""
    doing = reference.now()
    at = dt.datetime.fromtimestamp(record.created, dt.UTC)
    status = getattr(record, "status_code", None)
    return {
        "time": at.isoformat(timespec="milliseconds"),
        "level": record.levelname,
        "logger": record.name,
        "message": record.msg if is_ours(record) else None,
        "place": f"{record.module}:{record.lineno}",
        "request": doing and doing.reference,
        "route": doing and doing.route,
        "job": doing and doing.job,
        "status": status if isinstance(status, int) else None,
        "errors": [told_error(error) for error in chain(error_of(record))],
    }


def is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] in OURS and isinstance(record.msg, str)


def error_of(record: logging.LogRecord) -> BaseException | None:
    """What was logged with it, or in place of a message."""
    if record.exc_info:
        return record.exc_info[1]
    return record.msg if isinstance(record.msg, BaseException) else None


def chain(error: BaseException | None) -> list[BaseException]:
    """The error, what caused it, and what it is a group of; each once."""
    found: dict[int, BaseException] = {}
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in found:
            continue
        found[id(one)] = one
        waiting += [one.__cause__, one.__context__]
        waiting += one.exceptions if isinstance(one, BaseExceptionGroup) else ()
    return list(found.values())


def told_error(error: BaseException) -> dict[str, Any]:
    """Its class and the way to it through the code: module:line function, outermost first."""
    frames = [
        f"{frame.f_globals.get('__name__')}:{line} {frame.f_code.co_qualname}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    kind = type(error)
    return {"error": f"{kind.__module__}.{kind.__qualname__}", "frames": frames[-FRAMES:]}


def take_over() -> None:
    """A service writes nothing but such lines, also for warnings and for what nobody catches."""
    logging.raiseExceptions = False  # it would print the arguments of what could not be logged
    sys.excepthook = end
    threading.excepthook = lambda args: end(args.exc_type, args.exc_value, args.exc_traceback)
    warnings.showwarning = warn


def end(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    """Why it cannot start is for whoever starts it, in words of settings and checks."""
    if isinstance(error, ImproperlyConfigured):
        sys.stderr.write(f"Mend cannot start. {error}\n")
    elif error and not isinstance(error, KeyboardInterrupt):
        logger.critical("Ended by an error", exc_info=(kind, error, trace))


def warn(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Its kind and place; its text may quote anything."""
    kind = category.__name__
    record = logger.makeRecord(logger.name, logging.WARNING, filename, lineno, kind, (), None)
    logger.handle(record)
