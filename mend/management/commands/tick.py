import logging
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.utils.module_loading import import_string

from mend.jobs import TICKS

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Do what is due. What is due is true by its time, also when this comes late."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=float, metavar="SECONDS", help="go on for ever")

    def handle(self, *, every: float | None, **options: Any) -> None:
        ticks = [import_string(path) for path in TICKS]
        self._tick_all(ticks)
        while every:
            time.sleep(every)
            self._tick_all(ticks)

    def _tick_all(self, ticks: list[Any]) -> None:
        """One that fails is logged and tried again next time; the others go on."""
        for tick in ticks:
            try:
                tick()
            except Exception:
                logger.exception("A tick has failed")
                connection.close()
