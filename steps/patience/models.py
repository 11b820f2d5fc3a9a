"""The plan for impatience and the weekly look back, both private for good; and “I felt pushed”."""

import datetime as dt
import uuid

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.journey.models import Journey
from steps.patience.forms import FeltForm, LookForm, PatienceForm
from steps.sharing import door, kinds
from steps.sharing.answering import unsay
from steps.sharing.drafts import Conflict, Draft
from steps.sharing.items import Item
from steps.sharing.pace import check_pace
from steps.sharing.room import room

STEP = 7


def look_back(words: dict[str, str], *, by: User, pk: uuid.UUID) -> Draft:
    """Did I push this week? Said again within the week, it replaces what was said."""
    by.lock_couple()
    journey = Journey.of(by)
    if journey is None:
        raise Journey.DoesNotExist
    if standing := look_of_this_week(by):
        standing.save_words(words, revision=standing.revision)
        return standing
    look = Draft(pk=pk, writer=by, couple=by.couple, journey=journey, kind="look", words=words)
    return look.begin()


def look_of_this_week(user: User) -> Draft | None:
    """From Monday on, where its writer lives."""
    today = clock.today(user.time_zone)
    monday = clock.midnight_of(today - dt.timedelta(days=today.weekday()), user.time_zone)
    return Draft.objects.written_by(user).filter(kind="look", begun_at__gte=monday).first()


def keep_felt(words: str, *, by: User, pk: uuid.UUID) -> Draft:
    """Note for oneself that one felt pushed; an old form with other words is a new note."""
    note = Draft(pk=pk, writer=by, couple=by.couple, kind="pushed", words={"words": words})
    try:
        return note.begin()
    except Conflict:
        note.pk = uuid.uuid4()
        return note.begin()


class Pushed(Item):
    """That the one who was hurt felt pushed, as they told the other. It joins and opens nothing."""

    form = FeltForm

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )

    @property
    def about_id(self) -> uuid.UUID:
        """It is an answer to nothing but itself, and is taken back as one."""
        pk: uuid.UUID = self.pk
        return pk

    @classmethod
    def where(cls, user: User) -> Journey | None:
        """What the other has begun to tell `user`: there it can be said."""
        here = Journey.objects.visible_to(user).filter(couple=user.membership.couple_id)
        return here.exclude(offender=user).open().first()

    @classmethod
    def say(cls, words: str, *, by: User, pk: uuid.UUID) -> "Pushed":
        """Tell it; a note of one’s own under the same id goes into it. The same `pk` says it once.

        An old form with other words leaves the note. It answers what somebody does, so no limit
        counts it; but four a day are enough.
        """
        by.lock_couple()
        note = Draft.objects.written_by(by).filter(pk=pk, kind="pushed").first()
        if note and note.words != {"words": words}:
            note, pk = None, uuid.uuid5(pk, words)
        said = list(cls.objects.written_by(by).filter(couple=by.membership.couple_id))
        if again := next((row for row in said if row.pk == pk), None):
            return again
        journey = cls.where(by)
        if journey is None:
            raise Refused(_("Nothing was sent to you here so far. You can keep it for yourself."))
        if words and room().mine:
            raise Refused(_("You take space. Say it without words, or end it first."))
        check_pace((row.made_at for row in said), by=by)
        if Item.is_taken(pk):
            raise cls.DoesNotExist
        if note:
            note.delete()
        pushed = cls(
            id=pk, couple_id=journey.couple_id, journey=journey, writer=by, kind="pushed",
            step=STEP, sent_at=clock.now(),
        )  # fmt: skip
        return door.make_known(pushed, words={"words": words} if words else {}, by=by)

    def take_back(self, *, by: User) -> None:
        """The words leave the other; that it was said, and taken back, stays in the record."""
        if self.writer_id != by.pk:
            raise Pushed.DoesNotExist
        by.lock_couple()
        self.refresh_from_db(fields=["withdrawn_at"])
        unsay([self], about=self, by=by)


kinds.register(
    "patience", label=gettext_lazy("When I want them to hurry"), form=PatienceForm, at_step=True
)
kinds.register("look", label=gettext_lazy("Looking back on a week"), form=LookForm)
kinds.register("pushed", label=gettext_lazy("I felt pushed"), form=FeltForm)
