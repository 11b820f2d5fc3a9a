"""The chain and the lesson, and to what each choice point in a chain is tied."""

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy

from accounts.models import Couple, User
from mend import clock
from mend.rows import Rows
from steps.lessons.forms import CHOICE, ChainForm, LessonForm
from steps.sharing import kinds
from steps.sharing.drafts import Draft
from steps.sharing.items import Item
from steps.sharing.series import known, sort_of

STEP = 8
TIED_TO = ("promise", "plan")


class Chain(Item):
    """All links, as they were shared or said."""

    form = ChainForm


class Lesson(Item):
    """What was learned, as it was shared or said."""

    form = LessonForm


class TieQuerySet(Rows["Tie"]):
    def visible_to(self, user: User) -> Self:
        """What answers a choice point is its writer’s alone, also where the chain was shared."""
        return self.filter(writer=user)

    def written_by(self, user: User) -> Self:
        return self.filter(writer=user)


class Tie(models.Model):
    """A choice point, named by its key, and the promise or plan that answers it.

    `chain` is a draft, and keeps its id once it was shared or said.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    chain = models.UUIDField()
    point = models.CharField(max_length=16)
    tied_to = models.ForeignKey("steps.Item", models.PROTECT, related_name="+")
    tied_at = models.DateTimeField(default=clock.now)

    objects = TieQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("couple", "writer", "chain", "point", name="one_tie_each")
        ]

    @classmethod
    def tie(cls, chain: "Draft | Chain", point: str, to: uuid.UUID | None, *, by: User) -> None:
        """Tie a choice point to a promise or plan of one's own, to another one, or to none.

        Raises DoesNotExist for what is no such thing of theirs.
        """
        if chain.writer_id != by.pk or point not in points_of(chain.words):
            raise Item.DoesNotExist
        couple = by.lock_couple()
        ties = cls.objects.written_by(by).filter(couple=couple, chain=chain.pk, point=point)
        if to is None:
            ties.delete()
            return
        tied_to = tieable(by).get(pk=to)
        if ties.filter(tied_to=tied_to).exists():
            return
        ties.delete()
        cls.objects.create(couple=couple, writer=by, chain=chain.pk, point=point, tied_to=tied_to)

    @classmethod
    def follow(cls, draft: Draft) -> None:
        """A choice point that was taken out of a chain is tied to nothing."""
        mine = cls.objects.filter(writer=draft.writer_id, chain=draft.pk)
        mine.exclude(point__in=points_of(draft.words)).delete()


def tieable(user: User) -> "models.QuerySet[Item]":
    """One's own promises and plans, sent or said; newest first."""
    mine = Item.objects.written_by(user).filter(couple=user.membership.couple_id)
    found: models.QuerySet[Item] = mine.filter(kind__in=TIED_TO, withdrawn_at=None)
    return found.order_by("-made_at")


def points_of(words: dict[str, Any]) -> dict[str, str]:
    """The choice points of a chain in their order, with what was written there."""
    written = dict.fromkeys(name.partition("_")[0] for name in words)
    keys = known(ChainForm.sorts, words.get("parts", written))
    points = ((key, words.get(f"{key}_text", "")) for key in keys if sort_of(key) == CHOICE)
    return {key: text for key, text in points if text.strip()}


NOT_AN_EXCUSE = gettext_lazy("An explanation, not an excuse.")
kinds.register(
    "chain", label=gettext_lazy("How it came about"), form=ChainForm, item=Chain,
    replies=("true", "otherwise"), above=NOT_AN_EXCUSE, noted=Tie.follow,
)  # fmt: skip
kinds.register(
    "lesson", label=gettext_lazy("What I learned"), form=LessonForm, item=Lesson,
    practice="chain", replies=("true", "otherwise"), above=NOT_AN_EXCUSE,
)  # fmt: skip
