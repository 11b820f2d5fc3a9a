"""One file with all of it: data, a page to read, the promises as a table, and the record.

It is made in memory: no word of it ever lies on a disk of ours.
"""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from django.template.loader import render_to_string

from steps.amends.forms import AnswerForm
from steps.leaving.checking import CHECK
from steps.leaving.gathering import Plain
from steps.letters.forms import ReplyForm
from steps.patience.forms import PUSHED
from steps.promises.consents import ANSWERS, WORDS
from steps.promises.forms import MARKS, OUTCOMES
from steps.sharing.items import CARDS
from steps.sharing.kinds import KINDS
from steps.sharing.reply_words import SAYINGS

# In one word, as a page says it: how a day went, what was answered, how a day was marked.
SAID = dict(OUTCOMES) | dict(AnswerForm.CHOICES) | dict(ReplyForm.CHOICES)
SAID |= {choice: saying.label for choice, saying in SAYINGS.items()}  # type: ignore[misc]
MARKED = dict(MARKS)
CONSENTED: Plain = dict(ANSWERS) | dict(WORDS)
LOOKED_BACK: Plain = dict(PUSHED)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = ["promise", "day", "said", "note", "repair", "marked"]


def packed(everything: Plain) -> bytes:
    """`everything` as it was gathered, today or on the day when somebody left."""
    record = everything.pop("record")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("all.json", as_text(everything))
        pack.writestr("record.json", as_text(record))
        pack.writestr("check.py", CHECK)
        pack.writestr("list.csv", table(everything["rows"]))
        pack.writestr("read.html", render_to_string("leaving/copy.html", page_of(everything)))
    return file.getvalue()


def as_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def table(rows: dict[str, list[Plain]]) -> str:
    """A line for each day of a promise of which somebody said something."""
    text = io.StringIO()
    lines = csv.DictWriter(text, COLUMNS)
    lines.writeheader()
    for line in days_of(rows):
        lines.writerow({name: harmless(value) for name, value in line.items()})
    return "\ufeff" + text.getvalue()


def days_of(rows: dict[str, list[Plain]]) -> Iterator[Plain]:
    for promise in rows["promise"]:
        said: dict[str, Plain] = {}
        for kind in ("report", "repair", "verdict"):
            about = [row for row in rows.get(kind, []) if row["promise"] == promise["id"]]
            for row in about:
                line = said.setdefault(row["due_on"], dict.fromkeys(COLUMNS, ""))
                line.update(CELLS[kind](row))
        for day in sorted(said):
            yield said[day] | {"promise": sentence_of(promise), "day": day}


def words_of(row: Plain, name: str) -> str:
    return " / ".join(words[name] for words in row["words"] if words.get(name))


# What each kind of row says of its day, by column.
CELLS: dict[str, Callable[[Plain], Plain]] = {
    "report": lambda row: {"said": row["outcome"], "note": words_of(row, "note")},
    "repair": lambda row: {"repair": words_of(row, "repair")},
    "verdict": lambda row: {"marked": "" if row["outcome"] == "unsaid" else row["outcome"]},
}


def sentence_of(promise: Plain) -> str:
    return str(promise["words"][-1].get("sentence", "")) if promise["words"] else ""


def harmless(cell: str) -> str:
    """A cell that a table program does not take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def page_of(everything: Plain) -> Plain:
    """What the readable page shows: all words, by who wrote them, oldest first."""
    rows = everything["rows"]
    sheets = [
        sheet_of(row, is_closed=is_closed(row, rows))
        for kind in (*CARDS, "answer", "letterreply", "reply", "pushed", "consent")
        for row in rows.get(kind, [])
    ]  # fmt: skip
    sheets += [*told_of_days(rows), *lines_of(rows), *pauses_of(rows)]
    sheets.sort(key=lambda sheet: sheet["on"])
    drafts = [draft_of(row) for row in rows["draft"]]
    for archive in rows.get("archive", []):
        before = page_of(archive["words"])
        sheets, drafts = before["sheets"] + sheets, before["drafts"] + drafts
    return {"everything": everything, "sheets": sheets, "drafts": drafts}


def is_closed(row: Plain, rows: dict[str, list[Plain]]) -> bool:
    """A card that its reader has left closed stays so on the page; one can still open it."""
    opened = {reading["item"] for reading in rows["reading"] if reading["opened_at"]}
    return row["by"] != "me" and row["kind"] in CARDS and row["id"] not in opened


def told_of_days(rows: dict[str, list[Plain]]) -> Iterator[Plain]:
    """Each report, repair, mark and line about a gap, with its promise and its day or days.

    They are as closed as the promise is. A start without a line says nothing.
    """
    promises = {promise["id"]: promise for promise in rows["promise"]}
    lines = [row for row in rows.get("gap", []) if row["has_line"]]
    for row in (*rows["report"], *rows.get("repair", []), *rows["verdict"], *lines):
        promise = promises[row["promise"]]
        is_mark = "given_at" in row
        plain = row | ({"made_at": row["given_at"], "words": []} if is_mark else {})
        sheet = sheet_of(plain, is_closed=is_closed(promise, rows))
        if is_mark and not sheet["is_closed"]:
            sheet["word"] = MARKED[row["outcome"]]
        yield sheet | {
            "promise": sentence_of(promise), "due_on": row.get("due_on", ""),
            "first": row.get("first_on", ""), "last": row.get("last_on", ""),
            "is_private": is_mark and not row["shared_at"],
        }  # fmt: skip


def pauses_of(rows: dict[str, list[Plain]]) -> list[Plain]:
    """From when until when; a pause that ended before it began is none."""
    return [
        sheet_of(pause | {"made_at": pause["starts_on"], "words": []})
        | {"first": pause["starts_on"], "last": pause["ends_on"]}
        for pause in rows["pause"] if pause["starts_on"] <= pause["ends_on"]
    ]  # fmt: skip


def lines_of(rows: dict[str, list[Plain]]) -> list[Plain]:
    """What was said to a space, by whoever took it."""
    spaces = {space["id"]: space for space in rows["space"]}
    found = [(spaces[copy["space"]], copy["words"]) for copy in rows["spacecopy"]]
    return [
        sheet_of(space | {"made_at": space["began_at"], "words": [words]}) for space, words in found
    ]


def draft_of(row: Plain) -> Plain:
    """Its words, and the answer to a week; nothing else that was only chosen."""
    sheet = sheet_of(row | {"words": [row["words"]]})
    return sheet | {"word": LOOKED_BACK.get(row["words"].get("pushed"), "")}


def sheet_of(row: Plain, *, is_closed: bool = False) -> Plain:
    moment = row.get("sent_at") or row.get("told_on") or row.get("begun_at") or row["made_at"]
    texts = [text for words in row["words"] for text in texts_of(row, words)]
    said: Plain = CONSENTED if row.get("kind") == "consent" else SAID
    return {
        "word": "" if is_closed else said.get(str(row.get("outcome", row.get("choice"))), ""),
        "is_closed": is_closed, "on": moment[:10], "is_mine": row["by"] == "me",
        "texts": texts, "is_taken_back": bool(row.get("withdrawn_at")),
    }  # fmt: skip


def texts_of(row: Plain, words: Plain) -> list[str]:
    """As a card shows them; of what is no card, each text."""
    if kind := KINDS.get(row.get("kind", "")):
        return [text for _, text in kind.form.told(row["step"] or 0, words)]
    return [text for text in words.values() if text and isinstance(text, str)]
