"""Other terms for a promise that runs. Either of the two asks for them, and the other agrees."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from mend import clock
from mend.fresh import fresh_id
from mend.refusals import Refused
from steps.promises.change_forms import ALL_DAYS, ChangeForm
from steps.promises.fitting import check_fits, could_begin
from steps.promises.forms import RHYTHMS
from steps.promises.rhythm import in_words
from steps.promises.schedule import Schedule
from steps.sharing import door, kinds
from steps.sharing.answering import known_now, unsay
from steps.sharing.drafts import Draft
from steps.sharing.items import Item, with_words
from steps.sharing.limits import Reopening
from steps.sharing.pace import check_pace
from steps.sharing.room import room
from steps.thresholds import A_DAY

if TYPE_CHECKING:
    from steps.promises.models import Promise


class Change(Item):
    """How a promise is to read from some day on: a `change` by who made it, a `wish` by the other.

    It changes nothing by itself, and silence leaves everything as it is.
    """

    form = ChangeForm

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )
    promise = models.ForeignKey("steps.Promise", models.PROTECT, related_name="+")
    rhythm = models.CharField(max_length=8, choices=RHYTHMS)
    weekdays = ArrayField(models.SmallIntegerField(), default=list)
    ends_on = models.DateField()

    @classmethod
    def allow(cls, draft: Draft, *, by: User) -> None:
        """One at a time for a promise that runs, with other terms that can still begin."""
        form = cast("ChangeForm", draft.checked_form())
        about = form.cleaned_data["promise_id"]
        promise = running_of(by).filter(writer=by, pk=about).first()
        if promise is None or promise.sent_at is None:
            raise Refused(_("This promise is not open any more, so it stays as it was."))
        held = Draft.objects.held_beside(draft, by).filter(kind="change")
        if waiting(promise, "change") or any(
            other.words.get("promise_id") == str(about) for other in held
        ):
            raise Refused(_("You asked about this promise already. Take that back first."))
        if not draft.is_held:
            check_fits(form, with_words_of(promise, by))

    @classmethod
    def check_welcome(cls, *, by: User) -> None:
        """After a “no”: none before the other lets such questions come again."""
        consents = apps.get_model("steps", "Consent").objects  # it imports this file
        said = consents.filter(choice="no", change__in=cls.objects.written_by(by))
        last = said.filter(couple=by.membership.couple_id).order_by("made_at").last()
        if last and not Reopening.since(last.made_at, "change", to=by):
            raise Refused(_("The other person said “no” to a change. It stays with you."))

    @classmethod
    def begin(cls, *, promise: "Promise", by: User) -> Draft:
        """A draft that is filled as it stands; or the one that was begun before."""
        by.lock_couple()
        if promise.sent_at is None or not running_of(by).filter(writer=by, pk=promise.pk).exists():
            raise Refused(_("This promise is not open any more, so it stays as it was."))
        mine = Draft.objects.written_by(by).filter(kind="change").newest()
        begun = (one for one in mine if one.words.get("promise_id") == str(promise.pk))
        return next(begun, None) or Draft(
            pk=fresh_id(by.pk), writer=by, journey_id=promise.journey_id, kind="change",
            step=promise.step, words=as_it_stands(with_words_of(promise, by)),
        ).begin()  # fmt: skip

    @classmethod
    def wish(cls, form: ChangeForm, *, promise: "Promise", by: User, pk: uuid.UUID) -> "Change":
        """Asked for by the one it was made to; a later one takes the place of an earlier.

        Raises Unready with the `form` where it does not fit. The same `pk` gives the one that is.
        """
        by.lock_couple()
        mine = cls.objects.written_by(by).filter(promise=promise).order_by("made_at")
        if again := mine.filter(pk=pk).first():
            return again
        if room().mine:
            raise Refused(_("You take space. You can ask once you have ended that."))
        promise = running_of(by).exclude(writer=by).filter(pk=promise.pk).first()
        if promise is None:
            raise Refused(_("This promise is over, so there is nothing to change."))
        check_fits(form, with_words_of(promise, by))
        check_pace(mine.values_list("made_at", flat=True), by=by)
        if Item.is_taken(pk):
            raise Item.DoesNotExist
        wish = cls(
            id=pk, couple_id=promise.couple_id, journey_id=promise.journey_id, writer=by,
            kind="wish", step=promise.step, **form.cleaned_facts(), **known_now(by),
        )  # fmt: skip
        return door.make_known(wish, words=form.cleaned_words(), by=by)

    @classmethod
    def unwish(cls, *, promise: "Promise", by: User) -> None:
        """Take back all that one asked for and was not agreed to: the words leave the other."""
        if promise.writer_id == by.pk:
            raise Item.DoesNotExist
        by.lock_couple()
        settled = [said.change_id for said in promise.consents if said.change_id]
        mine = cls.objects.written_by(by).filter(promise=promise, kind="wish")
        unsay(mine.exclude(pk__in=settled), about=promise, by=by)

    @property
    def about_id(self) -> uuid.UUID:
        promise_id: uuid.UUID = self.promise_id
        return promise_id

    def is_settled(self) -> bool:
        """It was answered, or its promise went on without it."""
        promise = apps.get_model("steps", "Promise").objects.get(pk=self.promise_id)
        return self.withdrawn_at is None and waiting(promise, self.kind) != self

    def told_facts(self) -> list[tuple[str, str]]:
        return [(str(_("When")), in_words(self.schedule_from(self.ends_on)))]

    def schedule_from(self, first: dt.date) -> Schedule:
        return Schedule(self.rhythm, self.weekdays, first, self.ends_on)


def running_of(user: User) -> Any:
    """The promises that `user` may see and that are open where they are."""
    promises = apps.get_model("steps", "Promise").objects.visible_to(user)
    return promises.running(clock.today(user.time_zone))


def with_words_of(promise: "Promise", reader: User) -> "Promise":
    """With the words of all its terms."""
    with_words([one.source for one in promise.terms], reader)
    return promise


def as_it_stands(promise: "Promise") -> dict[str, Any]:
    """What a form of it is filled with, as it would be typed."""
    stands = promise.terms[-1]
    days = ALL_DAYS if stands.schedule.rhythm == "daily" else stands.schedule.weekdays
    return {
        "promise_id": str(promise.pk),
        "rhythm": promise.rhythm,
        "weekdays": [str(day) for day in days],
        "ends_on": stands.schedule.ends_on.isoformat(),
        "sentence": stands.sentence,
        "measure": stands.measure,
        "words": "",
    }


def waiting(promise: "Promise", kind: str) -> Change | None:
    """The newest that was asked, while it can be agreed to.

    Not once it was answered or taken back, nor after something else was agreed, nor too late.
    """
    asked = [one for one in promise.changes if one.kind == kind][-1:]
    return next((one for one in asked if still_waits(one, promise)), None)


def still_waits(change: Change, promise: "Promise") -> bool:
    if change.sent_at is None or change.withdrawn_at:
        return False
    return could_begin(change, promise, promise.today + A_DAY) and not any(
        said.change_id == change.pk or (said.choice == "yes" and said.made_at > change.made_at)
        for said in promise.consents
    )


kinds.register(
    "change", label=gettext_lazy("A change to a promise"), form=ChangeForm, item=Change,
    practice="promise", is_told=False,
    above=gettext_lazy("A question. Without a yes everything stays as it is."),
)  # fmt: skip
