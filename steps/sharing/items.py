"""What one person made known: items, their versions, and a copy of the words for each reader."""

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import connection, models
from django.db.models import Q

from accounts.models import Couple, User
from mend import clock
from mend.rows import Rows
from mend.sealed import WordsField
from steps.guide import steps as guide
from steps.sharing.forms import DraftForm
from steps.sharing.kinds import KINDS

if TYPE_CHECKING:
    from steps.sharing.drafts import Draft

CARDS = (
    "entry", "letter", "offer", "promise", "account", "guess", "map", "chain", "lesson", "plan",
    "ownership", "disclosure", "signal", "change",
)  # fmt: skip
# What waits in the other’s space: reports and repairs, told ones too; and what else is told then.
KEPT_BACK = Q(kind__in=["report", "repair"], sent_at=None)
TOLD_IN_SPACE = Q(kept_back_at__isnull=False, sent_at=None)


class ItemQuerySet[Row: "Item"](Rows[Row]):
    def visible_to(self, user: User) -> Self:
        """What `user` made known themselves, and what was sent to them."""
        sent = Q(couple=user.membership.couple_id, sent_at__isnull=False)
        return self.filter(Q(writer=user) | sent)

    def written_by(self, user: User) -> Self:
        return self.filter(writer=user)

    def sent_to(self, user: User) -> Self:
        """What the other person sent to `user`."""
        return self.visible_to(user).exclude(writer=user)

    def sent(self) -> Self:
        """Not those told in person."""
        return self.filter(sent_at__isnull=False)

    def at_step(self, number: int) -> Self:
        """The cards of one step, newest first."""
        return self.filter(step=number, kind__in=CARDS).order_by("-made_at")


class Item(models.Model):
    """One row, one writer: sent through the door or told in person, never both, never edited.

    What was sent can be taken back, in the open. A slice's row adds its facts by inheritance and
    names its `kind` and the `form` of its words. `kept_back_at`: told in a space, sent after it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    journey = models.ForeignKey("steps.Journey", models.PROTECT, related_name="items")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    step = models.SmallIntegerField()
    minutes = models.SmallIntegerField(default=1)
    made_at = models.DateTimeField(default=clock.now)
    sent_at = models.DateTimeField(null=True)
    told_on = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    kept_back_at = models.DateTimeField(null=True)

    objects: ClassVar[ItemQuerySet[Any]] = ItemQuerySet.as_manager()  # type: ignore[assignment]

    form: ClassVar[type[DraftForm]]
    is_closed: bool
    copied_words: dict[str, str]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True, told_on__isnull=False)
                | Q(sent_at__isnull=False, told_on__isnull=True),
                name="sent_or_told",
            ),
        ]
        indexes = [
            models.Index("couple", "kind", "sent_at", name="item_by_kind"),
            models.Index("couple", "journey", "kind", "step", name="item_by_step"),
            models.Index("couple", "writer", condition=KEPT_BACK, name="report_kept_back"),
            models.Index("couple", "writer", condition=TOLD_IN_SPACE, name="told_in_space"),
        ]

    @classmethod
    def may_leave(cls, step: int) -> bool:
        """Is this kind, at this step, meant to be shared or told?"""
        return True

    @classmethod
    def allow(cls, draft: "Draft", *, by: User) -> None:
        """The rules of this kind, before a draft becomes one; raises Refused."""

    @classmethod
    def check_welcome(cls, *, by: User) -> None:
        """Does the other person want this kind from `by` at all? Raises Refused."""

    @classmethod
    def is_taken(cls, pk: uuid.UUID) -> bool:
        """Is there such an item, in whichever couple? Asked past the policies."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT steps_taken(%s)", [pk])
            return bool(cursor.fetchone()[0])

    def take_place(self) -> None:
        """Note what hangs on what was made known before; asked once, with the couple locked."""

    def is_settled(self) -> bool:
        """Did something follow that cannot be undone, so that it is not taken back any more?"""
        return False

    def event_facts(self) -> dict[str, Any]:
        """What the timeline keeps of it besides the words."""
        return {}

    def told_facts(self) -> list[tuple[str, str]]:
        """Its facts in plain words, each under a label."""
        return []

    @property
    def about_id(self) -> uuid.UUID | None:
        """The item that it answers or belongs to, if there is one."""
        return None

    @property
    def topic(self) -> str:
        """What a closed card says that it is about."""
        return str(guide.step(self.step).title)

    @property
    def label(self) -> str:
        return str(KINDS[self.kind].label)

    @property
    def words(self) -> dict[str, str]:
        """The reader's own copy of the newest version, once `with_words` has put it here."""
        return self.copied_words


class Version(models.Model):
    """One wording of an item; append-only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    item = models.ForeignKey(Item, models.PROTECT, related_name="versions")
    number = models.SmallIntegerField(default=1)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("item", "number", name="version_number")]


class CopyQuerySet(Rows["Copy"]):
    def visible_to(self, user: User) -> Self:
        """A copy is readable by its person alone."""
        return self.filter(person=user)


class Copy(models.Model):
    """The words of a version as one person holds them, with the salt of their commitment.

    `is_reread` stands in its writer's own copy alone: as it went, no firm hint was undecided.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    version = models.ForeignKey(Version, models.PROTECT, related_name="copies")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    words = WordsField(key="copy", person="person")
    is_reread = models.BooleanField(default=False)

    objects = CopyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("version", "person", name="one_copy_each")]
        indexes = [
            models.Index("couple", "person", condition=Q(is_reread=True), name="copy_reread"),
        ]


def with_words[Row: Item](items: Iterable[Row], reader: User) -> list[Row]:
    """The items with the reader's copies of their newest words put on them; one query."""
    rows = list(items)
    copies = Copy.objects.visible_to(reader).filter(version__item__in=[row.pk for row in rows])
    newest = {
        copy.version.item_id: copy.words["words"]
        for copy in copies.select_related("version").order_by("version__number")
    }
    for row in rows:
        row.copied_words = newest.get(row.pk, {})
    return rows
