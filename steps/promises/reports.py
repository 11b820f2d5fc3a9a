"""What the one who promised reports of a day; a correction is a new row, the old one stays."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.promises.forms import OUTCOMES
from steps.promises.schedule import end_of_grace
from steps.sharing import door
from steps.sharing.hints import refuse_threat
from steps.sharing.items import Item, with_words
from steps.sharing.room import room
from steps.thresholds import A_DAY, NOTES_A_DAY, NOTES_UNTIL, REPORTS_A_DAY

if TYPE_CHECKING:
    from steps.promises.models import Promise
    from steps.promises.repairs import Repair

CLOSING = ("kept", "missed")


class Report(Item):
    """One outcome of one day, with its number among those of that day."""

    promise = models.ForeignKey("steps.Promise", models.PROTECT, related_name="reports")
    due_on = models.DateField()
    outcome = models.CharField(max_length=8, choices=OUTCOMES)
    number = models.SmallIntegerField()
    on_time = models.BooleanField()

    # What a page asks for along with it: the note that puts a missed day right.
    repair: "Repair | None" = None

    class Meta:
        constraints = [models.UniqueConstraint("promise", "due_on", "number", name="report_number")]

    @property
    def about_id(self) -> uuid.UUID:
        promise_id: uuid.UUID = self.promise_id
        return promise_id

    def event_facts(self) -> dict[str, Any]:
        return {"due_on": self.due_on.isoformat(), "outcome": self.outcome}

    @classmethod
    def say(
        cls, outcome: str, *, promise: "Promise", due_on: dt.date, by: User, note: str,
        pk: uuid.UUID,
    ) -> "Report":  # fmt: skip
        """As `Promise.report` tells, which has looked whether the day is due."""
        said = list(cls.objects.filter(promise=promise, due_on=due_on).order_by("-number"))
        if again := next((report for report in said if report.pk == pk), None):
            return again
        if said and said[0].outcome == outcome and not note:
            return said[0]
        check_again(outcome, said)
        if note:
            check_note(note, due_on=due_on, promise=promise, by=by)
        if Item.is_taken(pk):
            raise promise.DoesNotExist
        report = cls(
            id=pk, promise=promise, due_on=due_on, outcome=outcome, number=len(said) + 1,
            on_time=clock.now() < end_of_grace(due_on, promise.zone),
            couple_id=promise.couple_id, journey_id=promise.journey_id, writer=by, kind="report",
            step=promise.step, **known_with(promise, by=by),
        )  # fmt: skip
        return door.make_known(report, words={"note": note} if note else {}, by=by)


def check_again(outcome: str, said: list[Report]) -> None:
    """Missed never becomes kept, and a day is reported REPORTS_A_DAY times; raises Refused."""
    if outcome == "kept" and any(report.outcome == "missed" for report in said):
        raise Refused(_("What was missed stays missed. You can add a note to it."))
    if len(said) >= REPORTS_A_DAY:
        raise Refused(_("This day was reported often enough. It stays as it is."))


def check_note(note: str, *, due_on: dt.date, promise: "Promise", by: User) -> None:
    """A note goes along until a week after its day, and NOTES_A_DAY in a day; raises Refused.

    None that can be read as a threat does.
    """
    refuse_threat(note)
    if not may_note(due_on, promise.today):
        raise Refused(_("A note goes along for a week. This day goes without one now."))
    if notes_lately(by) >= NOTES_A_DAY:
        raise Refused(_("These were many notes for one day. This goes without one, or tomorrow."))


def may_note(due_on: dt.date, today: dt.date) -> bool:
    return today - due_on <= NOTES_UNTIL


def notes_lately(by: User) -> int:
    """How many went with reports within a day, those that put a miss right among them."""
    lately = Item.objects.written_by(by).filter(made_at__gt=clock.now() - A_DAY)
    reports = with_words(lately.filter(kind="report"), by)
    noted = sum("note" in report.words for report in reports)
    return noted + lately.filter(kind="repair").count()


def known_with(item: Item, *, by: User) -> dict[str, Any]:
    """Sent at once where `item` was; told in person, alone or in space it is for its writer."""
    if item.sent_at and by.partner and not room().theirs:
        return {"sent_at": clock.now()}
    return {"told_on": clock.today(by.time_zone)}
