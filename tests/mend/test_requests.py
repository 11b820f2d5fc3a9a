"""What every request meets first, and what every answer carries."""

import io

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings

from mend.body import WholeBodyMiddleware

pytestmark = pytest.mark.django_db


def answer(**environ: object) -> HttpResponse:
    """What the first middleware answers; the view would say 200."""
    sent = {"wsgi.input": io.BytesIO(b"0123456789"), **environ}
    request = RequestFactory().post("/", b"0123456789", "text/plain", **sent)
    return WholeBodyMiddleware(view)(request)


def view(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.body)


def test_a_whole_body_reaches_the_view() -> None:
    assert answer().content == b"0123456789"
    assert WholeBodyMiddleware(view)(RequestFactory().get("/")).status_code == 200


@pytest.mark.parametrize(
    ("environ", "status"),
    [
        ({"CONTENT_LENGTH": "1000"}, 400),
        ({"CONTENT_LENGTH": "-1"}, 400),
        ({"CONTENT_LENGTH": "ten"}, 400),
        ({"CONTENT_LENGTH": str(settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}, 413),
        ({"CONTENT_LENGTH": "", "HTTP_TRANSFER_ENCODING": "chunked"}, 411),
        ({"QUERY_STRING": "q=%00"}, 400),
        ({"PATH_INFO": "/\0"}, 400),
    ],
)
def test_what_is_cut_too_big_or_unreadable_reaches_no_view(
    environ: dict[str, str], status: int
) -> None:
    refused = answer(**environ)
    assert refused.status_code == status
    assert refused.headers["Cache-Control"] == "no-store"
    assert refused.content


def test_a_broken_connection_is_a_cut_body() -> None:
    class Broken(io.BytesIO):
        def read(self, *size: int | None) -> bytes:
            raise OSError

    assert answer(**{"wsgi.input": Broken()}).status_code == 400


def test_every_page_says_what_it_may_load_and_that_nobody_keeps_it(client: Client) -> None:
    for path in ("/", "/healthz", "/no/such/page", "/today/", "/accounts/login/"):
        headers = client.get(path).headers
        assert headers["Cache-Control"] == "no-store"
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("debug", [True, False])
def test_a_miss_looks_the_same_with_and_without_debug(debug: bool, client: Client) -> None:
    with override_settings(DEBUG=debug):
        page = client.get("/no/such/page")
    assert page.status_code == 404
    assert "There is nothing here." in page.content.decode()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"login=%00&password=%00", "application/x-www-form-urlencoded"),
        (b"login=\xff\xfe&password=%ff", "application/x-www-form-urlencoded"),
        (b"login=%ed%a0%80", "application/x-www-form-urlencoded"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"--x", "multipart/form-data"),
        (b"a=1", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"&".join(b"a%d=1" % n for n in range(2000)), "application/x-www-form-urlencoded"),
        (b"{", "application/json"),
    ],
)
def test_odd_bytes_in_a_form_are_no_failure_of_ours(body: bytes, kind: str, client: Client) -> None:
    assert client.post("/accounts/login/", body, content_type=kind).status_code < 500
