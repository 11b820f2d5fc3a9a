"""The model: weeks of which nothing was said, and starting again after them."""

import datetime as dt
import uuid
from collections import defaultdict

from tests.histories import changes
from tests.histories.state import ONE_DAY, Item, Says, dates_of, days_of

ONE_WEEK = 7 * ONE_DAY
LOOKS_BACK = 26 * ONE_WEEK


class Model(changes.Model):
    def start_again(self, me: str, line: str, *, is_shared: bool, new: uuid.UUID) -> None:
        """Once a gap, and one line about it; a line may be written once a week."""
        first, last, pk, known = self.silence(me)
        words = {"line": line} if line else {}
        mine = {key: row for key, row in self.items.items() if self.is_mine(me, row)}
        gaps = {key: row for key, row in mine.items() if row.kind == "gap"}
        for key, row in gaps.items():
            if row.first_on and row.first_on >= first and bool(row.words) == bool(line):
                if key != new and row.words != words:
                    raise Says("refused")
                return
        if new in self.items:
            raise Says("missing")
        lately = [row for row in gaps.values() if row.words and row.made_at]
        if line and any(row.made_at > self.now - ONE_WEEK for row in lately):  # type: ignore[operator]
            raise Says("refused")
        promise = self.items[pk]
        goes = bool(line and is_shared and promise.sent_at and self.partner(me))
        waits = goes and self.is_in_space(me)
        if goes:
            first, last = known[-1], known[0] + 6 * ONE_DAY
        gap = Item(
            "gap", me, promise.couple, promise.offender, words,
            sent_at=self.now if goes and not waits else None,
            told_on=None if goes and not waits else self.today(me),
            about=pk, first_on=first, last_on=last,
            kept_back_in=promise.couple if waits else None,
        )  # fmt: skip
        self.make_known(new, gap)

    def silence(self, me: str) -> tuple[dt.date, dt.date, uuid.UUID, list[dt.date]]:
        """The weeks in a row without a word until this one; of the promises then, the newest.

        One that the other knows comes before one that they do not; the weeks with such a one.
        """
        this_week = monday(self.today(me))
        weeks = defaultdict(list)
        for pk in self.promises_of(me):
            for day in self.days_come(me, self.items[pk]):
                weeks[monday(day)].append((pk, day))
        silent: list[dt.date] = []
        for week in sorted((week for week in weeks if week < this_week), reverse=True):
            if any(self.is_told_of(me, *one) for one in weeks[week]):
                break
            silent.append(week)
        if not silent or silent[0] + ONE_WEEK != this_week:
            raise Says("refused")
        missed = [pk for week in silent for pk, _day in weeks[week]]
        newest = max(missed, key=lambda pk: (bool(self.items[pk].sent_at), self.items[pk].made_at))
        known = [week for week in silent if any(self.items[pk].sent_at for pk, _day in weeks[week])]
        return silent[-1], silent[0] + 6 * ONE_DAY, newest, known

    def promises_of(self, me: str) -> list[uuid.UUID]:
        """Begun, and of the last half year in which there were any; oldest first."""
        mine = {pk: row for pk, row in self.items.items() if self.is_mine(me, row)}
        begun = {
            pk: row for pk, row in mine.items()
            if row.kind == "promise" and made_days(row)[0] <= self.today(me)
        }  # fmt: skip
        newest = max(map(until, begun.values()), default=dt.date.min)
        known = [pk for pk, row in begun.items() if until(row) + LOOKS_BACK >= newest]
        return sorted(known, key=lambda pk: (begun[pk].made_at, str(pk)))

    def days_come(self, me: str, promise: Item) -> list[dt.date]:
        """Until it was over; those of a pause among them."""
        days = sorted({*dates_of(promise), *self.days(promise)})
        last = min(self.today(me), self.ended_on(promise) or dt.date.max)
        return [day for day in days if day <= last]

    def is_told_of(self, me: str, pk: uuid.UUID, day: dt.date) -> bool:
        """A report, a mark that `me` reads, or a pause."""
        marks = [
            row.said for row in self.verdicts
            if (row.about, row.due_on) == (pk, day) and row.is_shared
        ]  # fmt: skip
        is_marked = bool(marks) and marks[-1] != "unsaid"
        is_paused = day not in self.days(self.items[pk])
        return bool(self.reports(pk, day)) or is_marked or is_paused


def monday(day: dt.date) -> dt.date:
    return day - day.weekday() * ONE_DAY


def made_days(promise: Item) -> list[dt.date]:
    return days_of(promise.typed)


def until(promise: Item) -> dt.date:
    terms = promise.agreed[-1][1] if promise.agreed else promise.typed
    return dt.date.fromisoformat(terms["ends_on"])
