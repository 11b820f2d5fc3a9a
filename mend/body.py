"""The first middleware that may refuse: only whole requests go on."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.translation import gettext as _


class WholeBodyMiddleware:
    """A body that is cut, too big or of unknown length is refused before any view.

    Servers hand a cut body to the view as if it were whole, and what is sent to somebody is sent
    for ever. NUL has no place in an address: PostgreSQL stores none.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if refused := self._refused(request):
            status, reason = refused
            headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
            return HttpResponse(reason, "text/plain; charset=utf-8", status, headers=headers)
        return self.get_response(request)

    def _refused(self, request: HttpRequest) -> tuple[int, str] | None:
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return 400, _("This address cannot be read.")
        if "HTTP_TRANSFER_ENCODING" in request.META:
            return 411, _("Mend needs to know the length of what you send.")
        try:
            announced = int(request.META.get("CONTENT_LENGTH") or 0)
            if announced > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
                return 413, _("This is too much at once. Go back: what you wrote is still there.")
            whole = 0 <= announced == len(request.body)
        except (ValueError, UnreadablePostError):
            whole = False
        if not whole:
            return 400, _("Only a part of this arrived, so nothing was done. Please try again.")
        return None
