"""The browser in which the tests run: one that is here, else one that we fetch.

`python -m tests.browser` makes sure that there is one, and says what to install if it cannot.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = (
    "chromium-headless-shell",  # without windows, so a quarter less work
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
)  # fmt: skip
ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
# The sandbox refuses root and most containers; the pages are our own, so they share processes.
ARGUMENTS = (
    "--no-sandbox",
    "--renderer-process-limit=1",
    "--disable-features=IsolateOrigins,PaintHolding",
    "--in-process-gpu",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
)


def find() -> str | None:
    """The path of a Chromium or Chrome that runs; a name on the path may be an empty stub."""
    return next((path for path in _candidates() if path and _runs(path)), None)


def fetch() -> None:
    """From Debian's packages if we are root there, else Playwright's own build."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _call("apt-get", "update", "--quiet")
        install = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends"]
        for package in ("chromium-headless-shell", "chromium"):
            if not find():
                _call(*install, package)
    else:
        _call(sys.executable, "-m", "playwright", "install", "chromium")


def _candidates() -> Iterator[str | None]:
    yield from map(shutil.which, NAMES)
    yield ON_MACOS
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _call(*command: str) -> None:
    subprocess.run(command, stdout=sys.stderr, check=False)


def _runs(path: str) -> bool:
    if not Path(path).exists():
        return False
    asked = subprocess.run([path, "--version"], capture_output=True, check=False)
    return asked.returncode == 0


if __name__ == "__main__":
    if not find():
        fetch()
    if not find():
        sys.exit("The tests need Chromium or Google Chrome (on Debian: apt install chromium).")
