"""Ann's days on Today: one thing, enough, a gap, and what comes next by what she did."""

from collections.abc import Callable

from tests.story.looks import faults
from tests.story.together import BOTH_WAYS
from tests.story.writer import Writer

AGO = "interval '20 days'"


@BOTH_WAYS
def test_ann_comes_back_after_a_gap_and_goes_on(
    comes: Callable[..., Writer], has_script: bool
) -> None:
    ann = comes(Writer, has_script=has_script, reduced_motion="reduce")
    ann.goes("/")
    ann.follows("I hurt someone")
    ann.signs_up("Ann")
    ann.fills("What did you do that you want to put right?", "I carried the bank letters away.")
    ann.presses("Begin, alone")
    ann.sees("That is enough for today", "Comes here once you sent something")
    three_weeks_pass(ann)
    ann.goes("/today/")
    ann.sees("Start from today?")
    ann.misses("One thing", "The way, in four parts")
    if has_script:
        assert faults(ann.page) == []
    ann.follows("Start from today")
    ann.sees("One thing for today", "Own it · Step 2", "About 5 minutes")
    ann.continues_at(1)
    ann.checks("I carried the bank letters away.")
    ann.looks_at_it()
    ann.presses("I said or did this in person")
    ann.goes("/today/")
    ann.sees("That is enough for today", "Time and decisions that belong to the one who was hurt.")
    ann.sees("Comes here with your first promise.")
    if has_script:
        assert faults(ann.page) == []
    ann.follows("Read ahead")
    ann.follows("17 · ")
    ann.sees("Five pieces of your own that were sent or said", "Practise with sentences")


def three_weeks_pass(ann: Writer) -> None:
    """For all that Ann has written so far."""
    hers = f"(SELECT id FROM accounts_user WHERE email = '{ann.email}')"
    with ann.house.database() as connection:
        connection.execute(
            f"UPDATE steps_draft SET saved_at = saved_at - {AGO} WHERE writer_id IN {hers}"
        )
        connection.execute(
            f"UPDATE steps_journey SET opened_at = opened_at - {AGO} WHERE offender_id IN {hers}"
        )
