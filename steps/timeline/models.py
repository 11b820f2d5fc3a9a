"""The shared record: append-only, in order, without a word in it, each chained to the last."""

import datetime as dt
import hashlib
import hmac
import json
import secrets
import uuid
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Case, OuterRef, Subquery, When

from accounts.models import Couple, User
from mend import clock
from mend.rows import Rows
from steps.sharing.room import refuse_in_space

if TYPE_CHECKING:
    from steps.sharing.items import Item, Version


def new_salt() -> bytes:
    return secrets.token_bytes(16)


class EventQuerySet(Rows["Event"]):
    def visible_to(self, user: User) -> Self:
        """The two of a couple read the same record."""
        return self.filter(couple=user.membership.couple_id)

    def as_told(self) -> Self:
        """With what an entry is about, and what followed: `anew_at` and `kept_at`.

        These are places in the record: where the same day was said anew, and where a break was
        followed by a day reported as kept.
        """
        same = {"couple": OuterRef("couple"), "about": OuterRef("about")}
        later = Event.objects.filter(**same, seq__gt=OuterRef("seq")).order_by("seq").values("seq")
        anew = later.filter(kind=OuterRef("kind"), facts__due_on=OuterRef("facts__due_on"))
        kept = later.filter(kind="report", facts__outcome="kept")
        return self.select_related("item", "about").annotate(
            anew_at=Case(When(kind__in=("report", "verdict"), then=Subquery(anew[:1]))),
            kept_at=Case(When(kind="verdict", facts__outcome="broken", then=Subquery(kept[:1]))),
        )


class Event(models.Model):
    """One entry: who did what, with which version, when; `about` is its promise or offer.

    hash = SHA-256(previous hash + canonical JSON of the facts + commitment);
    `salt` (ours alone) hides the moment among the facts, which two calendars would tell;
    commitment = HMAC-SHA256(salt, canonical JSON of the words). The salt is kept with the words, so
    that either person can check their own copies, and the chain still verifies after an erasure.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    seq = models.IntegerField()
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    item = models.ForeignKey("steps.Item", models.PROTECT, null=True, related_name="+")
    about = models.ForeignKey(  # found by event_by_about, always within a couple
        "steps.Item", models.PROTECT, null=True, related_name="+", db_index=False
    )
    version = models.ForeignKey("steps.Version", models.PROTECT, null=True, related_name="+")
    facts = models.JSONField()
    commitment = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)
    salt = models.BinaryField(max_length=16, default=new_salt)

    objects = EventQuerySet.as_manager()

    anew_at: int | None
    kept_at: int | None

    class Meta:
        constraints = [models.UniqueConstraint("couple", "seq", name="one_order")]
        indexes = [
            models.Index("couple", "kind", "seq", name="event_by_kind"),
            models.Index("couple", "actor", "seq", name="event_by_actor"),
            models.Index("couple", "about", "seq", name="event_by_about"),
        ]

    @property
    def outcome(self) -> str:
        """The one word that was said, if any: of a day, to an offer, or about a repair."""
        said = (self.facts.get(name) for name in ("outcome", "choice", "result"))
        return next(filter(None, said), "")

    @classmethod
    def record(
        cls, item: "Item", *, version: "Version", words: dict[str, str], salt: str
    ) -> "Event":
        """An item went through the door."""
        assert item.sent_at is not None, "only what was sent is on the record"
        event = cls(
            actor_id=item.writer_id, at=item.sent_at, kind=item.kind, item=item, version=version,
            about_id=item.about_id, facts=item.event_facts(),
            commitment=commitment_to(words, salt=salt),
        )  # fmt: skip
        return event._append(item.couple_id)

    @classmethod
    def note(cls, kind: str, *, about: "Item | None" = None, by: User, **facts: Any) -> "Event":
        """Something without words was decided, about an item that both can read or about all."""
        event = cls(actor=by, at=clock.now(), kind=kind, about=about, facts=facts, commitment=b"")
        return event._append(about.couple_id if about else by.couple.pk)

    def _append(self, couple_id: uuid.UUID) -> "Event":
        """Take the next place; the couple is locked by the verb that records.

        Nothing is recorded while the other takes space: what may go on then is kept back.
        """
        if "unsaid" not in (self.kind, self.outcome):  # that goes at any time
            refuse_in_space(self.kind)
        last = Event.objects.filter(couple=couple_id).order_by("-seq").first()
        self.couple_id, self.seq = couple_id, last.seq + 1 if last else 1
        self.hash = self.chained(bytes(last.hash) if last else b"")
        self.save(force_insert=True)
        return self

    def chained(self, previous: bytes) -> bytes:
        """This entry's hash, given the hash of the entry before it."""
        return hashlib.sha256(previous + canonical(self.said()) + bytes(self.commitment)).digest()

    def said(self) -> dict[str, Any]:
        """The facts that the hash covers, as they stand in an export.

        The moment is among them as what only its salt can open: of a day by one calendar beside
        the same by another one can tell the hour. Who did it is called otherwise in each couple,
        so that no two records can be compared. Before there were salts it was day and person.
        """
        salt, moment = bytes(self.salt), self.at.astimezone(dt.UTC)
        at = hmac.digest(salt, moment.isoformat().encode(), "sha256").hex()
        return {
            "couple": str(self.couple_id),
            "seq": self.seq,
            **({"at": at} if salt else {"on": moment.date().isoformat()}),
            "actor": str(uuid.uuid5(self.couple_id, str(self.actor_id)) if salt else self.actor_id),
            "kind": self.kind,
            "item": self.item_id and str(self.item_id),
            "about": self.about_id and str(self.about_id),
            "version": self.version_id and str(self.version_id),
            "facts": self.facts,
        }


def commitment_to(words: dict[str, str], *, salt: str) -> bytes:
    """What only these words under this salt (in hexadecimal) can show."""
    return hmac.digest(bytes.fromhex(salt), canonical(words), "sha256")


def canonical(value: Any) -> bytes:
    """JSON with sorted keys, no spaces, no escapes, in UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def intact(events: models.QuerySet[Event]) -> bool:
    """Does the chain of one couple hold from its first entry to its last?"""
    return first_fault(events) is None


def first_fault(events: models.QuerySet[Event]) -> int | None:
    """The first place of one couple's record where an entry is missing or not as it was written."""
    previous = b""
    for place, event in enumerate(events.order_by("seq").iterator(), 1):
        if event.seq != place or bytes(event.hash) != event.chained(previous):
            return place
        previous = bytes(event.hash)
    return None
