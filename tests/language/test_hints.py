"""Phrases that defend are found, and what only looks like them is left alone."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest

from steps.language.hints import Hint, hints_of
from steps.language.leaning import LEANING
from tests.language.examples import DEFENSIVE
from tests.language.look_alikes import LEFT_ALONE

SENTENCES = Path(__file__).with_name("sentences.txt")
FIRM = {
    "feelings_shifted", "blame_shift", "counter_charge", "minimising", "closing_pressure",
}  # fmt: skip
LETTER = " ".join(
    re.sub(r"[\[\]]", "", sentence)
    for group in (*DEFENSIVE.values(), *LEFT_ALONE.values())
    for sentence in group
)


def marked(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without its brackets, and where they stood."""
    plain, spans, begin = "", [], 0
    for part in re.split(r"([\[\]])", sentence):
        if part == "[":
            begin = len(plain)
        elif part == "]":
            spans.append((begin, len(plain)))
        else:
            plain += part
    return plain, spans


def categories(text: str, *, listening: bool = False) -> list[str]:
    return [hint.category for hint in hints_of(text, listening=listening)]


def phrases(text: str) -> list[str]:
    return [text[hint.start : hint.end] for hint in hints_of(text)]


@pytest.mark.parametrize("category", DEFENSIVE)
def test_every_kind_of_phrase_is_found_in_twenty_ways(category: str) -> None:
    assert len(DEFENSIVE[category]) >= 20
    for sentence in DEFENSIVE[category]:
        text, spans = marked(sentence)
        hints = hints_of(text, listening=category == "leading_mirror")
        assert [
            hint
            for hint in hints
            for start, end in spans
            if hint.category == category and hint.start < end and start < hint.end
        ], text


@pytest.mark.parametrize("category", LEFT_ALONE)
def test_what_only_looks_like_it_is_left_alone(category: str) -> None:
    """By every phrase; what a guess may do is counted below."""
    for sentence in LEFT_ALONE[category]:
        found = categories(sentence, listening=category == "leading_mirror")
        assert not set(found) - {LEANING.key}, sentence


def test_a_sentence_that_leans_is_marked_as_a_whole_where_no_phrase_is_found() -> None:
    text = "I lied. By the time I met him you were hardly speaking to me! You asked me twice."
    [guess] = hints_of(text)
    assert (guess.category, guess.level) == (LEANING.key, "soft")
    assert text[guess.start : guess.end] == "By the time I met him you were hardly speaking to me"
    more = "By the time I met him you were hardly speaking to me, and you made me lie."
    assert categories(more) == ["blame_shift"]


def test_most_that_lean_are_marked_and_few_that_own() -> None:
    """What was learned from is found again: this says that nothing got worse, and no more."""
    lines = SENTENCES.read_text().splitlines()
    leaning = [bool(hints_of(line[2:])) for line in lines if line.startswith("+ ")]
    owning = [bool(hints_of(line[2:])) for line in lines if line.startswith("- ")]
    assert len(leaning) + len(owning) == len(lines)
    assert sum(leaning) >= 0.8 * len(leaning)
    assert sum(owning) <= 0.05 * len(owning)
    alone = [one for group in LEFT_ALONE.values() for one in group]
    assert sum(LEANING.key in categories(one) for one in alone) <= 0.03 * len(alone)


def test_the_levels_are_those_of_their_categories() -> None:
    for category in FIRM:
        text, _ = marked(DEFENSIVE[category][0])
        assert {hint.level for hint in hints_of(text)} == {"firm"}, text
    assert [hint.level for hint in hints_of("I'm sorry if I hurt you.")] == ["firm"]
    assert [hint.level for hint in hints_of("I may have hurt you.")] == ["soft"]


def test_only_a_threat_is_a_matter_of_safety() -> None:
    for category, sentences in DEFENSIVE.items():
        hints = [hint for one in sentences for hint in hints_of(marked(one)[0])]
        stopped = {hint.category for hint in hints if hint.level == "safety"}
        assert stopped == ({"threat"} if category == "threat" else set())


def test_the_span_is_of_the_text_as_it_was_typed() -> None:
    text = "Dear Ben,\n\n  well …  I’m   sorry\nif it hurt you. “I’m sorry if” was a lie."
    assert phrases(text) == ["sorry\nif it"]
    assert phrases("Don’t you think it’s time we’ve moved on?") == [
        "Don’t you think it’s time we’ve moved"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry if that hurt you.",
        "I’m sorry if that hurt you.",
        "Im sorry if that hurt you",
        "I am   so very SORRY if that hurt you!!",
        "i'm truly sorry, if that hurt you",
    ],
)
def test_apostrophes_capitals_and_spaces_make_no_difference(text: str) -> None:
    assert categories(text) == ["conditional"]


@pytest.mark.parametrize(
    "text",
    [
        'You shouted "you made me do it" through the door.',
        "You shouted “you made me do it” through the door.",
        "You shouted ‘you made me do it’ through the door.",
        "You shouted 'you made me do it!' through the door.",
        "You shouted «you made me do it» through the door.",
        "> you made me do it\nI read that line every day.",
    ],
)
def test_who_quotes_does_not_say_it(text: str) -> None:
    assert not hints_of(text)


def test_a_quotation_hides_only_itself() -> None:
    text = "It's the kids' room, and my parents' house. You made me lie."
    assert phrases(text) == ["You made me lie"]
    assert phrases('You said "stop". You made me lie. You said "stop".') == ["You made me lie"]
    assert phrases('A 5" nail. You made me lie.') == ["You made me lie"]


def test_no_two_hints_stand_on_one_span_and_firm_goes_before_soft() -> None:
    hints = hints_of("I'm sorry, but I was stressed and you never listen.")
    assert [(hint.category, hint.level) for hint in hints] == [
        ("but_that_cancels", "soft"),
        ("counter_charge", "firm"),
    ]
    assert not overlapping(hints_of(LETTER))


def test_neighbours_of_one_kind_in_a_sentence_ask_once() -> None:
    text = "You're too sensitive, that's your problem. You're too sensitive."
    hints = hints_of(text)
    assert [text[hint.start : hint.end] for hint in hints] == [
        "You're too sensitive, that's your problem",
        "You're too sensitive",
    ]
    assert {hint.level for hint in hints} == {"firm"}


def test_where_the_defence_is_firm_the_but_still_counts() -> None:
    text = "I know I lied, but you pushed me to hide it."
    assert categories(text) == ["but_that_cancels", "blame_shift"]
    assert phrases(text) == ["but", "you pushed me"]


def overlapping(hints: list[Hint]) -> bool:
    return any(one.end > following.start for one, following in pairwise(hints))


def test_what_is_taken_back_in_the_next_sentence_is_left_alone() -> None:
    assert categories("I shouted because I was tired.") == ["excuse"]
    assert not categories("I shouted because I was tired. That is no excuse.")
    assert not categories("I shouted because I was tired. None of that excuses it.")
    assert categories("I shouted because I was tired. I made tea. That is no excuse.") == ["excuse"]


def test_a_but_may_begin_a_sentence() -> None:
    assert categories("I lied to you. But everything was so hard.") == ["but_that_cancels"]
    assert not categories("I lied to you.\n\nBut the weather was fine.")


def test_a_mirror_is_looked_at_only_where_one_listens() -> None:
    text = "Actually I only said that I would be late."
    assert not categories(text)
    assert categories(text, listening=True) == ["leading_mirror"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "!?…",
        "Es tut mir leid, dass du dich so fühlst, aber du hast angefangen.",
        "Je suis désolé si je t’ai blessée, mais tu exagères.",
        "对不起，如果我伤害了你。",
    ],
)
def test_where_there_is_nothing_or_no_english_there_is_no_hint(text: str) -> None:
    assert not hints_of(text)


def test_letters_that_grow_when_they_are_made_small_move_nothing() -> None:
    text = "İİİ İstanbul. I'm sorry if that hurt you."
    assert phrases(text) == ["sorry if that"]


def test_a_letter_of_a_thousand_words_takes_no_time() -> None:
    """About 15 ms where this was written. Other tests may be running, so the bound is wide."""
    words = LETTER.split()
    one, three = (" ".join(words[: 1000 * times]) for times in (1, 3))
    assert seconds(one) < 0.08
    assert seconds(three) < 6 * seconds(one)


@pytest.mark.parametrize("words", ["i said i am sorry but you made me and ", "if you leave ", "' "])
def test_without_any_full_stop_the_time_grows_with_the_length_alone(words: str) -> None:
    short, long = words * 60, words * 480
    assert seconds(long) < 24 * max(seconds(short), 0.002)


def seconds(text: str) -> float:
    """Of the processor, the best of three."""
    taken = []
    for _ in range(3):
        began = time.process_time()
        hints_of(text)
        taken.append(time.process_time() - began)
    return min(taken)
