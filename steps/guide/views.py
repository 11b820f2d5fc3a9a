"""Reading the steps. Everybody who is signed in may read all of them, in any order."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from steps.guide import steps as guide


def steps(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/index.html", {"parts": guide.by_part()})


def step(request: HttpRequest, number: int) -> HttpResponse:
    try:
        chosen = guide.step(number)
    except LookupError as error:
        raise Http404 from error
    context = {"step": chosen, "before": guide.before(chosen), "after": guide.after(chosen)}
    return render(request, "guide/step.html", context)
