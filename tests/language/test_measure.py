"""How the hints are measured: against phrases that were labelled, with how sure one can be."""

import json
from pathlib import Path

import pytest

from tests.language.measure import PASSAGES, main, report
from tests.language.scoring import (
    Passage,
    Rate,
    found,
    left_alone,
    place,
    precision,
    read,
    recall,
)

OWN = Path(__file__).parent / "own_passages.jsonl"


def passage(text: str, *labels: tuple[str, str], **more: bool) -> Passage:
    marks = [{"category": category, "span": span} for category, span in labels]
    return read({"text": text, "hints": marks, **more})


def passages() -> list[Passage]:
    """One right, one of another category, one false alarm, one not found, one left alone."""
    return [
        passage("I'm sorry if I hurt you.", ("conditional", "if I hurt you")),
        passage("It was just a kiss.", ("excuse", "just a kiss")),
        passage("You never listen."),
        passage("That's how the cookie crumbles.", ("no_agent", "the cookie crumbles")),
        passage("I lied to you on Sunday."),
    ]


def test_a_hint_is_right_where_it_overlaps_a_label_of_its_category() -> None:
    assert precision(passages()) == Rate(1, 3)
    assert precision(passages(), of_any_category=True) == Rate(2, 3)
    assert precision(passages(), level="firm", category="minimising") == Rate(0, 1)
    assert precision(passages(), level="soft") == Rate(0, 0)


def test_a_label_is_found_where_a_hint_of_its_category_stands() -> None:
    assert recall(passages()) == Rate(1, 3)
    assert recall(passages(), by_any_category=True) == Rate(2, 3)
    assert recall(passages(), category="conditional") == Rate(1, 1)


def test_passages_are_found_and_left_alone() -> None:
    assert found(passages()) == Rate(2, 3)
    assert left_alone(passages()) == Rate(1, 2)


@pytest.mark.parametrize(
    ("rate", "low", "high"),
    [(Rate(8, 10), 0.4902, 0.9433), (Rate(0, 10), 0.0, 0.2775), (Rate(50, 100), 0.4038, 0.5962)],
)
def test_the_interval_is_wilsons(rate: Rate, low: float, high: float) -> None:
    assert rate.interval() == pytest.approx((low, high), abs=5e-5)


def test_of_nothing_there_is_no_rate() -> None:
    assert Rate(0, 0).interval() == (0.0, 1.0)
    assert str(Rate(0, 0)) == "none"
    assert str(Rate(8, 10)) == "8 of 10 (80%, 49% to 94%)"


def test_a_span_is_the_phrase_or_its_place() -> None:
    assert place("lied", "I lied to you") == (2, 6)
    assert place([2, 6], "I lied to you") == (2, 6)
    with pytest.raises(ValueError, match="substring"):
        place("lie to you", "I lied to you")


def test_who_listens_is_said_or_seen_from_the_labels() -> None:
    text = "Actually I only said no."
    assert not passage(text).hints
    assert passage(text, listening=True).hints
    assert passage(text, ("leading_mirror", "Actually")).hints


def test_the_report_ends_with_every_miss() -> None:
    lines = list(report(passages()))
    assert "5 passages, 3 of them with a labelled phrase." in lines
    assert "Firm hints that are right:     1 of 3 (33%, 6% to 79%)" in lines
    assert lines[-4:] == [
        "other category: minimising (firm) [It was just a] in: It was just a kiss.",
        "false alarm: counter_charge (firm) [You never listen] in: You never listen.",
        "not found: excuse [just a kiss] in: It was just a kiss.",
        "not found: no_agent [the cookie crumbles] in: That's how the cookie crumbles.",
    ]


def test_a_missing_set_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path / PASSAGES.name) == 1
    said = capsys.readouterr()
    assert "unseen.jsonl is missing" in said.err
    assert not said.out


def test_a_set_is_read_and_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labels = [{"category": "conditional", "span": "if I hurt you"}]
    row = {"text": "I'm sorry if I hurt you.", "hints": labels}
    (tmp_path / "some.jsonl").write_text(json.dumps(row) + "\n\n")
    assert main(tmp_path / "some.jsonl") == 0
    assert "1 passages, 1 of them with a labelled phrase." in capsys.readouterr().out


def test_our_own_passages_are_not_forgotten() -> None:
    """The rules were written with them: this says that nothing got worse, and no more."""
    own = [read(json.loads(line)) for line in OWN.read_text().splitlines()]
    for rate, least in (
        (precision(own, level="firm"), 0.91),
        (precision(own), 0.89),
        (recall(own), 0.83),
        (found(own), 0.87),
        (left_alone(own), 0.96),
    ):
        assert rate.hits / rate.total >= least
