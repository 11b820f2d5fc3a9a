"""Anybody can check the record: the operator all of it, a person their own copy."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from accounts.models import User
from steps.sharing.items import Copy
from steps.timeline.models import Event
from tests.looking_on import served
from tests.timeline.story import tell_story


@pytest.mark.django_db(transaction=True)
def test_the_operator_learns_that_all_records_are_intact_or_where_one_is_not(
    couple: tuple[User, User], capsys: pytest.CaptureFixture[str]
) -> None:
    tell_story(*couple)
    with served():
        call_command("verify_record")
    assert capsys.readouterr().out == "Intact. Couples with a record: 1.\n"
    event = Event.objects.get(seq=5)
    Event.objects.filter(pk=event.pk).update(facts={"outcome": "forged"})
    with served(), pytest.raises(CommandError, match=f"{event.couple_id}: entry 5$"):
        call_command("verify_record")


@pytest.mark.django_db
def test_ann_checks_her_own_copy_with_the_lines_of_the_documents(
    couple: tuple[User, User],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ann, _ben = couple
    tell_story(*couple)
    entries = copied(ann)
    monkeypatch.chdir(tmp_path)
    assert str(entries[-1]["hash"]) in checked(entries, capsys)
    entries[0]["words"] = {"what_i_did": "something else"}
    assert checked(entries, capsys) == "Entry 1 is not as it was written."
    entries = copied(ann)
    del entries[6]
    assert checked(entries, capsys) == "Entry 7 is not as it was written."


def copied(reader: User) -> list[dict[str, object]]:
    """The record as one of the two holds it."""
    copies = {copy.version_id: copy.words for copy in Copy.objects.visible_to(reader)}
    return [
        {"said": event.said(), "commitment": bytes(event.commitment).hex()}
        | {"hash": bytes(event.hash).hex()}
        | (copies[event.version_id] if event.version_id else {})
        for event in Event.objects.visible_to(reader).order_by("seq")
    ]


def checked(entries: list[dict[str, object]], capsys: pytest.CaptureFixture[str]) -> str:
    Path("record.json").write_text(json.dumps(entries))
    page = (settings.BASE_DIR / "docs" / "record.md").read_text()
    [lines] = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(lines, {})
    return capsys.readouterr().out.strip()
