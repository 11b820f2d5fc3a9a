"""Everything that Ann or Ben wrote or was sent, in one file; nothing else, and nobody is told."""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from pytest_django import DjangoDbBlocker

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.leaving.gathering import ELSEWHERE, everything_of, exported
from steps.leaving.packing import packed
from steps.promises.pauses import Pause
from tests.accounts.signing import browser, sure
from tests.people import signed_in
from tests.promises.story import (
    MONDAY,
    day,
    days_on,
    judged,
    opened,
    promised,
    reported,
    today_of,
)
from tests.promises.test_repairs import repaired
from tests.test_access import checksum
from tests.test_canary import seen_by
from tests.world import World, rows_of, whole_world

NAMES = {"all.json", "record.json", "check.py", "list.csv", "read.html"}
# Sent to Ben, who has not opened them: they are his all the same.
CLOSED = (
    "entry-left",
    "entry-closed",
    "letter-closed",
    "account-closed",
    "guess-closed",
    "offer-closed",
    "promise-closed",
    "canary-closed-",
    "report-of-closed",
    "repair-of-closed",
    "disclosure-closed",
)
LINES = ("canary-line",)  # on no page, since that space is over
HOUR = re.compile(r"T\d{2}:\d{2}")


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), whole_world() as world:
        yield world


def files_of(user: User) -> dict[str, str]:
    with acting_as(user), zipfile.ZipFile(io.BytesIO(packed(everything_of(user)))) as pack:
        return {name: pack.read(name).decode() for name in pack.namelist()}


def person(world: World, name: str) -> User:
    return User.objects.get(email=f"{name.lower()}@example.org")


@pytest.mark.parametrize("name", ["Ann", "Ben", "Cy", "Dora"])
def test_all_that_is_ones_own_is_in_it_and_nothing_else(world: World, name: str) -> None:
    files = files_of(person(world, name))
    assert set(files) == NAMES
    everything = "\n".join(files.values())
    closed = {"Ann": LINES, "Ben": CLOSED + LINES}.get(name, ())
    hidden = [word for word in world.hidden_from(name) if not any(one in word for one in closed)]
    assert not [word for word in hidden if word in everything]
    assert not [word for word in world.heard_by(name) if word not in files["all.json"]]
    assert not [word for word in world.heard_by(name) if word not in files["read.html"]]


def test_what_ben_left_closed_stays_closed_on_the_page(world: World) -> None:
    page = files_of(person(world, "Ben"))["read.html"]
    folded = " ".join(re.findall(r"<details>.*?</details>", page, re.DOTALL))
    for word in world.canaries:
        is_closed = word in page and any(one in word for one in CLOSED)
        assert (word in folded) == is_closed, word


@pytest.mark.parametrize("name", ["Ben", "Cy"])
def test_not_even_an_id_of_what_ann_keeps_is_in_it(world: World, name: str) -> None:
    everything = "\n".join(files_of(person(world, name)).values())
    assert not [pk for pk in rows_of(world.ann) if pk in everything]
    assert "ann@example.org" not in everything


def test_of_what_the_other_did_the_day_is_told_and_never_the_hour(world: World) -> None:
    ben = person(world, "Ben")
    with acting_as(ben):
        told = everything_of(ben)
    others = [row for rows in told["rows"].values() for row in rows if row["by"] != "me"]
    assert others
    assert not [row for row in [*others, *told["record"]] if HOUR.search(json.dumps(row))]
    letters = [row for row in told["rows"]["letter"] if row["by"] == "other"]
    assert letters
    assert not [row for row in letters if {"says", "places"} & set(row)], (
        "the parts are Ann's alone"
    )


def test_nobody_can_see_that_a_copy_was_made(world: World) -> None:
    before = {name: seen_by(world, name) for name in ("Ann", "Cy", "nobody")}
    rows = checksum()
    files_of(person(world, "Ben"))
    assert checksum() == rows
    assert {name: seen_by(world, name) for name in before} == before


def test_every_kind_of_row_is_in_it_or_told_elsewhere() -> None:
    assert {*exported(), *ELSEWHERE} == set(apps.get_app_config("steps").get_models())


def test_the_record_comes_with_a_check_that_needs_nothing_else(
    world: World, tmp_path: Path
) -> None:
    files = files_of(person(world, "Ben"))
    for name in ("record.json", "check.py"):
        (tmp_path / name).write_text(files[name])
    record: list[dict[str, Any]] = json.loads(files["record.json"])
    assert record[-1]["hash"] in checked(tmp_path)
    for name in ("Ann", "Ben"):
        assert record[-1]["hash"] in signed_in(person(world, name)).get("/record/check/").text
    record[4]["said"]["facts"] = {"choice": "no"}
    (tmp_path / "record.json").write_text(json.dumps(record))
    assert checked(tmp_path) == "Entry 5 is not as it was written.\n"


def checked(folder: Path) -> str:
    command = [sys.executable, "-I", "check.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.mark.django_db
def test_the_table_has_a_line_for_each_day_and_no_formula(couple: tuple[User, User]) -> None:
    ann, ben = couple
    promise = opened(promised(ann, sentence="=1+1 is what I keep."), ben)
    reported(promise, today_of(ann), "kept", by=ann, note="@home, at six.")
    for reader in (ann, ben):
        text = files_of(reader)["list.csv"].removeprefix("\ufeff")
        [line] = csv.DictReader(io.StringIO(text))
        assert line["promise"] == "'=1+1 is what I keep."
        assert line["note"] == "'@home, at six."
        assert (line["said"], line["marked"]) == ("kept", "")


@pytest.mark.django_db
def test_the_page_names_promise_and_day_of_each_report_and_mark(couple: tuple[User, User]) -> None:
    ann, ben = couple
    with clock.at(MONDAY):
        promise = opened(promised(ann, ends_on=str(day(20))), ben)
        reported(promise, day(0), "missed", by=ann)
        repaired(promise, 0, "I call now.", by=ann)
    with clock.at(days_on(1)), acting_as(ann):
        Pause.begin(until=day(5), by=ann)
    with clock.at(days_on(2)):
        opened(promise, ben, "private")
        judged(promise, day(1), "broken", by=ben)
        opened(promise, ben)
        judged(promise, day(0), "excused", by=ben)
        pages = {user: words_of(files_of(user)["read.html"]) for user in couple}
        table = files_of(ben)["list.csv"]
    for user, page in pages.items():
        about = f"I call before eight. For {day(0)}"
        who, other = ("By me", "Ben") if user == ann else ("Ann", "By me")
        assert f"{day(0)} · {who} · Missed {about}" in page
        assert f"{day(0)} · {who} {about} I call now." in page
        assert f"{day(2)} · {other} · Excused {about}" in page
        mine = f"{day(2)} · By me · Broken · only for you I call before eight. For {day(1)}"
        assert (mine in page) is (user == ben)
        assert ("Broken" in page) is (user == ben)
        assert f"Paused from {day(2)} until and with {day(5)}" in page
    assert f"{day(0)},missed,,I call now.,excused" in table


def words_of(page: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", page).split())


@pytest.mark.django_db
def test_it_is_asked_first_whether_it_is_ann_and_then_it_comes_at_once(ann: User) -> None:
    assert "Make the file" in signed_in(ann).get("/settings/copy/").content.decode()
    assert browser(ann).post("/settings/copy/export/").status_code == 401
    answer = sure(ann).post("/settings/copy/export/")
    assert answer.status_code == 200
    assert re.fullmatch(
        r'attachment; filename="copy-\d{4}-\d\d-\d\d\.zip"', answer.headers["Content-Disposition"]
    )
    assert answer.headers["Cache-Control"] == "no-store"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
        assert set(pack.namelist()) == NAMES


@pytest.mark.django_db
def test_who_has_nothing_gets_a_file_that_says_so(cy: User) -> None:
    with transaction.atomic():
        files = files_of(cy)
    assert json.loads(files["record.json"]) == []
    assert files["read.html"].count("Nothing.") == 2
