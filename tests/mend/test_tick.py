"""The clock's tick goes on whatever one of its jobs does."""

import logging

import pytest
from django.core.management import call_command

from mend import jobs

done: list[str] = []


def fail() -> None:
    raise ValueError("a job that fails")


def work() -> None:
    done.append("work")


@pytest.mark.django_db
def test_a_job_that_fails_is_logged_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done.clear()
    monkeypatch.setattr(
        "mend.management.commands.tick.TICKS", (f"{__name__}.fail", f"{__name__}.work")
    )
    with caplog.at_level(logging.ERROR):
        call_command("tick")
    assert done == ["work"]
    assert "A tick has failed" in caplog.text


@pytest.mark.django_db
def test_every_job_of_ours_runs(caplog: pytest.LogCaptureFixture) -> None:
    assert jobs.TICKS
    call_command("tick")
    assert caplog.text == ""
