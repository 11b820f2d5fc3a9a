"""Headers of every page of ours."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse

# What a page of ours needs of a device: passkeys, and nothing else.
NOT_NEEDED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in NOT_NEEDED),
}


class HeadersMiddleware:
    """No browser and no proxy keeps a copy, and no other site shows a part of it.

    Static files are answered further out.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response


class MessageStorage(CookieStorage):
    """The one sentence that the next page says."""

    cookie_name = f"{settings.COOKIE_PREFIX}messages"
