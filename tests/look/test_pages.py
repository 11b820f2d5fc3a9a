"""Pages that everybody may open, and the pages for when something is wrong."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse


@pytest.mark.parametrize(
    ("name", "title"), [("landing", "Start"), ("help", "Help"), ("example", "Help")]
)
def test_cy_reads_it_without_signing_in(client: Client, name: str, title: str):
    page = client.get(reverse(name)).content.decode()
    assert re.search(rf"<title>\s*{title}\s*</title>", page)
    assert f'href="{reverse("leave")}"' in page


def test_the_three_doors_weigh_the_same(client: Client):
    page = client.get(reverse("landing")).content.decode()
    doors = re.findall(r'<a class="door" href="([^"]+)"', page)
    assert doors == [reverse("begin"), reverse("mypage"), reverse("invitation")]


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "429", "500"])
def test_an_error_is_said_plainly_even_when_nothing_is_known_of_the_request(code: str):
    page = render_to_string(f"{code}.html")
    assert re.search(r"<title>\s*Start\s*</title>", page)
    assert page.count("<h1>") == 1
