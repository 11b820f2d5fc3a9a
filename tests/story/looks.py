"""What must hold for every page: readable by everybody, in both lights, on any screen."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

PHONE, DESKTOP = {"width": 320, "height": 720}, {"width": 1280, "height": 800}
WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# What hangs on the light or on the width; all else is the same in both.
CHANGES = {"type": "rule", "values": ["color-contrast", "link-in-text-block", "target-size"]}
STORED = """async () => [
  ...Object.entries(localStorage), ...Object.entries(sessionStorage),
  ...(await indexedDB.databases()).map((base) => base.name), ...(await caches.keys()),
]"""
# Whatever would still move, or fade, for longer than a blink.
MOVING = """() => [...document.querySelectorAll("*")].filter((part) => {
  const { animationName, animationDuration, transitionDuration } = getComputedStyle(part);
  const longest = (list) => Math.max(...list.split(",").map(parseFloat));
  return longest(transitionDuration) > 0.01
    || (animationName !== "none" && longest(animationDuration) > 0.01);
}).map((part) => part.outerHTML.slice(0, 80))"""
# Would the page grow wider than the screen by the longest name, or by words without a space?
WIDENED = """() => {
  const parts = [...document.querySelectorAll("bdi, .words")];
  const were = parts.map((part) => [...part.childNodes]);
  parts.forEach((part) => part.replaceChildren("W".repeat(part.tagName === "BDI" ? 40 : 280)));
  const isWide = document.documentElement.scrollWidth > innerWidth;
  parts.forEach((part, place) => part.replaceChildren(...were[place]));
  return isWide;
}"""


def faults(page: Page) -> list[str]:
    """Of the page as it stands: in light on a desktop, and in the dark on a narrow phone.

    What a colour is does not hang on the size, nor what is where on the light.
    """
    found: list[str] = []
    page.evaluate(AXE_SCRIPT)
    for light, size, rules in (("light", DESKTOP, WCAG), ("dark", PHONE, CHANGES)):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.emulate_media(color_scheme=light)  # type: ignore[arg-type]
        found += [f"{size['width']} {light}: {fault}" for fault in violations(page, rules)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{size['width']}: it scrolls sideways")
        elif page.evaluate(WIDENED):
            found.append(f"{size['width']}: what somebody wrote widens it")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    return found


def violations(page: Page, rules: dict[str, Any]) -> list[str]:
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
    result = page.evaluate("(options) => axe.run(options)", options)
    return [
        f"{fault['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})"
        for fault in result["violations"]
        for node in fault["nodes"]
    ]


def stored(page: Page) -> list[Any]:
    """All that the page's address keeps in the browser, cookies apart."""
    kept: list[Any] = page.evaluate(STORED)
    return kept


def moving(page: Page) -> list[str]:
    parts: list[str] = page.evaluate(MOVING)
    return parts
