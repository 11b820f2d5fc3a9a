"""The plate: 21 seams as links, gold over bronze, one sentence that counts nothing."""

import re
from collections.abc import Mapping

from django.template.loader import render_to_string

from steps.guide.steps import STEPS
from steps.journey.plate import CRACK, JOINED, OPEN, plate


def drawn(
    states: Mapping[int, int], was: Mapping[int, int] | None = None, oob: bool = False
) -> str:
    return render_to_string(
        "journey/plate.html#plate", {"plate": plate(states, was=was), "oob": oob}
    )


def test_every_seam_is_a_link_with_its_name_and_stands_in_the_list_again():
    svg, words = drawn({}).split("</svg>")
    for step in STEPS:
        assert f"<title>{step.title}: not begun</title>" in svg
        assert svg.count(f'href="{step.get_absolute_url()}"') == 1
        assert words.count(f'href="{step.get_absolute_url()}"') == 1


def test_all_bronze_edges_come_before_all_gold():
    svg = drawn({1: JOINED, 7: JOINED, 9: OPEN})
    kinds = re.findall(r'<path class="(\w+)', svg)
    assert kinds.count("crack") == 18
    assert [kind for kind in kinds if kind != "crack"][:5] == [
        "open", "edge", "edge", "gold", "gold",
    ]  # fmt: skip


def test_only_what_has_just_been_joined_strokes_in():
    assert drawn({1: JOINED, 7: JOINED}, was={1: JOINED, 7: OPEN}).count(" just") == 2
    assert " just" not in drawn({1: JOINED})


def test_seams_for_two_are_finer():
    assert drawn({6: JOINED, 19: OPEN, 20: CRACK}).count(" finer") == 4


def test_the_plate_replaces_itself_only_as_a_part_of_another_answer():
    assert 'hx-swap-oob="true"' in drawn({}, oob=True)
    assert "hx-swap-oob" not in drawn({})


def test_the_sentence_beneath_counts_nothing():
    for states in ({}, {1: OPEN}, {1: JOINED, 2: JOINED}):
        assert not re.search(r"\d|two|three|percent", plate(states).caption)
