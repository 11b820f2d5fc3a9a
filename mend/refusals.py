"""Why a verb says no: each carries the sentence that the person reads."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import page_not_found
from django_htmx.http import reselect, reswap, retarget


class Refused(Exception):
    """The rules do not allow it now. The answer is 409 with the sentence.

    Nothing was changed; where `stands`, what the verb wrote down before it refused is kept.
    """

    stands = False

    def __init__(self, sentence: Any) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Unready(Exception):
    """The words are unfinished or too long; nothing was changed: 422 with the form."""

    def __init__(self, form: Any) -> None:
        super().__init__("the form is not valid")
        self.form = form


def refusal(request: HttpRequest, sentence: Any) -> HttpResponse:
    """A page of its own; for htmx only the sentence, in the live region, so no word is lost."""
    context = {"sentence": sentence}
    if not request.headers.get("HX-Request"):
        return render(request, "refused.html", context, status=409)
    response = render(request, "refused.html#sentence", context, status=409)
    return reswap(reselect(retarget(response, "#said"), ".refusal"), "innerHTML")


class RefusalMiddleware:
    """Verbs raise, views need not catch: a refusal is 409, a row that is not theirs plain 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            response = refusal(request, exception.sentence)
            response.stands = exception.stands  # type: ignore[attr-defined]
            return response
        if isinstance(exception, ObjectDoesNotExist):
            return page_not_found(request, exception)
        return None
