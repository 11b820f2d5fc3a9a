"""What the other says to a promise, and yes or no to other terms of it."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from mend.refusals import Refused
from steps.promises.changes import Change, running_of, waiting
from steps.promises.fitting import begin, could_begin
from steps.promises.terms import Terms
from steps.sharing import door
from steps.sharing.answering import known_now, refuse_own
from steps.sharing.items import Item, with_words
from steps.sharing.pace import check_pace, check_sum
from steps.sharing.room import refuse_in_space
from steps.thresholds import A_DAY

if TYPE_CHECKING:
    from steps.promises.models import Promise

# What its reader says to a promise; “stands” takes an “accept” back.
ANSWERS = [
    ("accept", gettext_lazy("Accept it")),
    ("stands", gettext_lazy("Let it stand")),
    ("decline", gettext_lazy("Decline it")),
]
WORDS = [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))]


class Consent(Item):
    """One word about a promise, or about a `change` of it.

    `from_on`: of a yes the first day of the new terms, and `first_on` the first of them that falls
    due; of a declined promise the first day that is none of its days any more. A yes to what the
    other wished for holds these words as its writer's own, so that nothing takes them away.
    """

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )
    promise = models.ForeignKey("steps.Promise", models.PROTECT, related_name="+")
    change = models.OneToOneField(Change, models.PROTECT, null=True, related_name="+")
    choice = models.CharField(max_length=8, choices=[*ANSWERS, *WORDS])
    number = models.SmallIntegerField()
    from_on = models.DateField(null=True)
    first_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("promise", "number", name="consent_number"),
            models.CheckConstraint(
                condition=models.Q(choice__in=("yes", "decline"), from_on__isnull=False)
                | models.Q(choice__in=("accept", "stands", "no"), from_on__isnull=True),
                name="consent_from",
            ),
        ]

    @property
    def about_id(self) -> uuid.UUID:
        about: uuid.UUID = self.change_id or self.promise_id
        return about

    def event_facts(self) -> dict[str, Any]:
        since = {"from_on": self.from_on.isoformat()} if self.from_on else {}
        return {"choice": self.choice} | (since if self.choice == "yes" else {})

    @property
    def terms(self) -> Terms:
        """Of a yes: how it reads from then on."""
        assert self.change, "only terms are agreed to"
        assert self.from_on, "a yes has a first day"
        schedule = self.change.schedule_from(begin(self.promise, self.from_on))
        return Terms(self.from_on, schedule, self if self.change.kind == "wish" else self.change)

    @classmethod
    def give(cls, choice: str, *, promise: "Promise", by: User) -> "Consent | None":
        """Accept it, let it stand, or decline it: it is over then, and that is not changed again.

        No pace holds a no back. The same again gives what stands; to let stand what was never
        answered is to say nothing.
        """
        refuse_own(promise, by)
        by.lock_couple()
        promise.look_again()
        mine = cls.objects.written_by(by).filter(promise=promise, change=None).order_by("number")
        given = list(mine)
        if given and given[-1].choice == choice:
            return given[-1]
        if choice == "stands" and not given:
            return None
        check_open(promise, by)
        if choice == "decline":
            return cls.write(choice, promise=promise, by=by, from_on=next_day(promise))
        check_pace((one.made_at for one in given), by=by)
        return cls.write(choice, promise=promise, by=by)

    @classmethod
    def settle(cls, choice: str, *, change: Change, promise: "Promise", by: User) -> "Consent":
        """Yes or no to what the other asks for, once; said again it gives what was said.

        Who made the promise only ever says yes. A yes holds from the day after it on.
        """
        if change.writer_id == by.pk or (choice == "no" and change.kind == "wish"):
            raise Change.DoesNotExist
        by.lock_couple()
        if standing := cls.objects.written_by(by).filter(change=change).first():
            return standing
        refuse_in_space()
        promise.look_again()
        check_open(promise, by)
        check_sum(by)
        from_on = next_day(promise)
        if waiting(promise, change.kind) != change or not could_begin(change, promise, from_on):
            raise Refused(_("This does not wait for an answer any more. It stays as it was."))
        facts: dict[str, Any] = {"promise": promise, "by": by, "change": change}
        if choice == "no":
            return cls.write(choice, **facts)
        first_on = change.schedule_from(begin(promise, from_on)).dates[0]
        words = with_words([change], by)[0].words if change.kind == "wish" else {}
        terms = {name: words[name] for name in ("sentence", "measure") if words.get(name)}
        return cls.write(choice, words=terms, from_on=from_on, first_on=first_on, **facts)

    @classmethod
    def write(
        cls, choice: str, *, promise: "Promise", by: User, words: dict[str, str] | None = None,
        **facts: Any,
    ) -> "Consent":  # fmt: skip
        number = cls.objects.visible_to(by).filter(promise=promise).count() + 1
        said = cls(
            promise=promise, choice=choice, number=number, couple_id=promise.couple_id,
            journey_id=promise.journey_id, writer=by, kind="consent", step=promise.step,
            **known_now(by), **facts,
        )  # fmt: skip
        return door.make_known(said, words=words or {}, by=by)


def check_open(promise: "Promise", by: User) -> None:
    if not running_of(by).filter(pk=promise.pk).exists():
        raise Refused(_("This promise is over, so there is nothing to say to it any more."))


def next_day(promise: "Promise") -> dt.date:
    """No day that has come where it was made is changed.

    The date where its reader is counts for nothing: who made it would learn where they live.
    """
    return promise.today + A_DAY
