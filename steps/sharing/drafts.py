"""What one person writes for themselves, whatever it may become."""

import datetime as dt
import uuid
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Couple, User
from mend import clock
from mend.refusals import Refused, Unready
from mend.sealed import WordsField
from steps.sharing import door
from steps.sharing.finding import DraftQuerySet
from steps.sharing.forms import DraftForm, refuse_if_too_long
from steps.sharing.hints import decisions, is_reread
from steps.sharing.items import Item
from steps.sharing.kinds import KINDS, Kind
from steps.sharing.room import room


class Conflict(Exception):
    """Another tab saved first. `saved` is what stands; what was typed now is with the caller."""

    def __init__(self, saved: "Draft") -> None:
        super().__init__("saved elsewhere")
        self.saved = saved


class Draft(models.Model):
    """Unfinished or held words; readable by their writer, and invisible in every way to others.

    `goes_at` set means *held*: nothing in it changes until it goes by the clock or is taken back.
    `kept_at` set: written while the other took space, and kept for later.
    `stayed_at` set: it was on its way and could not go, and was not touched since.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    journey = models.ForeignKey("steps.Journey", models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=16)
    step = models.SmallIntegerField(null=True)
    words = WordsField(key="draft", person="writer")
    revision = models.IntegerField(default=1)
    begun_at = models.DateTimeField(default=clock.now)
    saved_at = models.DateTimeField(default=clock.now)
    goes_at = models.DateTimeField(null=True)
    kept_at = models.DateTimeField(null=True)
    stayed_at = models.DateTimeField(null=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("couple", "writer", "step", name="draft_by_step"),
            models.Index("goes_at", condition=Q(goes_at__isnull=False), name="draft_due"),
        ]

    @property
    def slice(self) -> Kind:
        return KINDS[self.kind]

    @property
    def is_held(self) -> bool:
        return self.goes_at is not None

    def may_leave(self) -> bool:
        """Can it be shared or told at all, whatever it says?"""
        item = self.slice.item
        return item is not None and item.may_leave(self.step or 0)

    def as_form(self) -> DraftForm:
        """The form as it was left."""
        return self.slice.form(step=self.step or 0, initial=self.words)

    def checked_form(self) -> DraftForm:
        """The form once it is complete and within its limits; raises Unready otherwise."""
        form = self.slice.form(data=self.words, step=self.step or 0)
        if not form.is_valid():
            raise Unready(form)
        return form

    def begin(self) -> "Draft":
        """Save a new draft; saying it twice gives the one that stands."""
        refuse_if_too_long(self.words)
        self.revision = 1
        with transaction.atomic():
            self.couple = self.writer.lock_couple()
            Draft.objects.bulk_create([self], ignore_conflicts=True)
            door.refuse_known(self.pk, to=self.writer_id)
        standing = Draft.objects.get(writer=self.writer_id, pk=self.pk)
        if standing.words != self.words:
            raise Conflict(standing)
        return standing

    def save_words(self, words: dict[str, Any], *, revision: int) -> None:
        """Keep what was typed; raises Conflict when another tab saved since `revision`."""
        refuse_if_too_long(words)
        with transaction.atomic():
            mine = Draft.objects.filter(writer=self.writer_id, pk=self.pk)
            standing = mine.select_for_update().get()
            if standing.words != (words := decisions(standing.words) | words):
                if standing.is_held or standing.revision != revision:
                    raise Conflict(standing)
                standing.words, standing.saved_at = words, clock.now()
                standing.stayed_at, standing.revision = None, standing.revision + 1
                standing.save(update_fields=["words", "saved_at", "stayed_at", "revision"])
                self.slice.on_saved(standing)
        self.words, self.revision = standing.words, standing.revision
        self.saved_at = standing.saved_at

    def discard(self) -> None:
        """Throw it away; what is on its way has to be taken back first."""
        mine = Draft.objects.filter(writer=self.writer_id, pk=self.pk)
        mine.filter(goes_at=None).delete()
        if mine.exists():
            raise Refused(_("This is on its way. Take it back first."))

    def share(self, *, by: User) -> None:
        """Hold it as long as its kind says; until it goes it can be taken back without trace."""
        self.checked_form()
        by.lock_couple()
        self.refresh_from_db()
        if self.is_held or not door.lets_go(self, by=by):
            return
        self.goes_at = clock.now() + self.slice.held_for
        self.kept_at = self.stayed_at = None
        self.save(update_fields=["goes_at", "kept_at", "stayed_at"])

    def keep(self, *, by: User) -> None:
        """Keep it for when the other's space is over: one letter and one other thing, no more."""
        by.lock_couple()
        if not (self.may_leave() and room().theirs):
            raise Refused(_("There is nothing to wait for. You can share it or keep writing."))
        if Draft.objects.kept_beside(self, by).exists():
            raise Refused(_("One thing is kept already. Let that one go first."))
        self.kept_at = clock.now()
        Draft.objects.written_by(by).filter(pk=self.pk).update(kept_at=self.kept_at)

    def keep_no_longer(self, *, by: User) -> None:
        self.kept_at = None
        Draft.objects.written_by(by).filter(pk=self.pk).update(kept_at=None)

    def take_back(self, *, by: User) -> None:
        """End the holding; refused once its time has come, late clock or not."""
        by.lock_couple()
        held = Draft.objects.written_by(by).filter(pk=self.pk, goes_at__gt=clock.now())
        if not held.update(goes_at=None):
            raise Refused(_("This has gone already. What is sent stays sent."))
        self.goes_at = None

    def deliver(self, *, by: User) -> Item | None:
        """Go through the door, as of the time it was held for.

        None when it went already, or may not go any more: then it is a draft again, and says so.
        """
        by.lock_couple()
        due = Draft.objects.written_by(by).due().filter(pk=self.pk)
        draft = due.first()
        if draft is None:
            return None
        try:
            door.check(draft, by=by)
        except Refused:
            due.update(goes_at=None, stayed_at=clock.now())
            return None
        return draft.becomes(by, sent_at=draft.goes_at)

    def tell(self, *, on: dt.date, by: User) -> Item:
        """Said or done in person on a day: known to the writer alone, on no shared page."""
        if on > clock.today(by.time_zone):
            raise Refused(_("That day has not come yet."))
        if not self.slice.is_told:
            raise Refused(_("This needs the other person’s answer here, so it can only be shared."))
        by.lock_couple()
        draft = Draft.objects.written_by(by).filter(pk=self.pk, goes_at=None).first()
        if draft is None:
            raise Refused(_("This is on its way. Take it back first."))
        door.check_alone(draft, by=by)
        return draft.becomes(by, told_on=on)

    def becomes(self, by: User, **made_known: Any) -> Item:
        form = self.checked_form()
        assert self.slice.item, "a private kind never leaves"
        assert self.journey_id, "only a note has no journey"
        assert self.step, "only a note has no step"
        item = self.slice.item(
            id=self.pk, journey_id=self.journey_id, writer=by, couple_id=self.couple_id,
            kind=self.kind, step=self.step, **form.cleaned_facts(), **made_known,
        )  # fmt: skip
        known = door.make_known(item, words=form.cleaned_words(), by=by, is_reread=is_reread(self))
        self.delete()
        return known
