import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.utils.module_loading import import_string

from mend import logs
from mend.jobs import TICKS
from mend.reference import doing

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Do what is due. What is due is true by its time, also when this comes late."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=float, metavar="SECONDS", help="go on for ever")

    def handle(self, *, every: float | None, **options: Any) -> None:
        ticks = {path: import_string(path) for path in TICKS}
        if every:
            logs.take_over()
        self._tick_all(ticks)
        while every:
            time.sleep(every)
            self._tick_all(ticks)

    def _tick_all(self, ticks: dict[str, Callable[[], None]]) -> None:
        """One that fails is logged and tried again next time; the others go on."""
        for path, tick in ticks.items():
            with doing(path):
                try:
                    tick()
                except Exception:
                    logger.exception("A tick has failed")
                    connection.close()
