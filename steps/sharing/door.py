"""The one door: the only code that lets one person's words reach the other."""

import secrets
import uuid
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.journey.models import Journey
from steps.sharing.aloud import to_say
from steps.sharing.forms import reading_minutes
from steps.sharing.hints import threatens
from steps.sharing.items import Copy, Item, Version
from steps.sharing.limits import check_flow
from steps.sharing.room import Attempt, InSpace, refuse_in_space, room
from steps.timeline.models import Event

if TYPE_CHECKING:
    from steps.sharing.drafts import Draft


def lets_go(draft: "Draft", *, by: User) -> bool:
    """May it go now? Raises Refused; what is told even in the other's space is kept back instead.

    Anything else that is tried then is an attempt, and of that only the time is kept.
    """
    try:
        check(draft, by=by)
    except InSpace as refusal:
        if draft.slice.is_kept_back:
            keep_back(draft, by=by)
            return False
        Attempt.note(by=by)
        refusal.stands = True
        raise
    return True


def check(draft: "Draft", *, by: User) -> None:
    """May `draft` go to the other person? Raises Refused with the reason."""
    if not draft.may_leave():
        raise Refused(_("What you write here stays with you."))
    if by.partner is None:
        raise Refused(_("Nobody has joined you yet, so this stays with you."))
    check_space(draft, by=by)
    check_wanted(draft, by=by)
    check_flow(draft, by=by)


def check_space(draft: "Draft", *, by: User) -> None:
    """Space holds both: nothing goes to who takes it, and who takes it sends nothing unasked."""
    refuse_in_space(draft.kind)
    if room().mine:
        raise Refused(_("You take space. It stays with you until you end that."))


def check_wanted(draft: "Draft", *, by: User) -> None:
    """It is its turn, it holds alone, and the other wants this kind at all."""
    if draft.journey_id:
        Journey.check_turn(draft.journey_id, by=by)
    check_alone(draft, by=by)
    if draft.slice.item:
        draft.slice.item.check_welcome(by=by)


def check_alone(draft: "Draft", *, by: User) -> None:
    """What holds in person too: it is new, said aloud, no threat, and fits its kind’s rules."""
    if draft.slice.item is None:
        raise Refused(_("What you write here stays with you."))
    refuse_known(draft.pk, to=by.pk)
    if to_say(draft):
        raise Refused(_("Say your sentence aloud once, for yourself. Then it can go."))
    if threatens(draft):
        raise Refused(_("This can be read as a threat, so it stays with you."))
    draft.slice.item.allow(draft, by=by)


def keep_back(draft: "Draft", *, by: User) -> None:
    """Told now, though the other takes space: they get it, with this time, once that is over."""
    check_wanted(draft, by=by)
    draft.becomes(by, told_on=clock.today(by.time_zone), kept_back_at=clock.now())


def make_known[Row: Item](
    item: Row, *, words: dict[str, str], by: User, is_reread: bool = False
) -> Row:
    """Write down `item` and its first version in the caller's transaction, with the couple locked.

    Sent: a copy each and an entry in the timeline; who has left gets none, and nobody can tell.
    Told in person: a copy for its writer alone.
    """
    item.minutes = reading_minutes(words)
    item.made_at = clock.now()
    item.take_place()
    item.save(force_insert=True)
    version = Version.objects.create(couple_id=item.couple_id, item=item)
    salt = secrets.token_hex(16)
    assert by.partner or not item.sent_at, "the door is open only to two"
    Copy.objects.bulk_create(
        Copy(
            couple_id=item.couple_id, version=version, person=person,
            words={"words": words, "salt": salt}, is_reread=is_reread and person == by,
        )
        for person in (by.reached if item.sent_at else [by])
    )  # fmt: skip
    if item.sent_at:
        Event.record(item, version=version, words=words, salt=salt)
    return item


def let_go(item: Item, *, by: User) -> None:
    """Make known now what was kept back while the other took space; it keeps its own time."""
    refuse_in_space(item.kind)
    own = Copy.objects.visible_to(by).select_related("version").get(version__item=item)
    Copy.objects.bulk_create(
        Copy(couple_id=item.couple_id, version=own.version, person=person, words=own.words)
        for person in by.reached
        if person != by
    )
    item.sent_at, item.told_on = item.made_at, None
    Item.objects.written_by(by).filter(pk=item.pk).update(sent_at=item.sent_at, told_on=None)
    Event.record(item, version=own.version, words=own.words["words"], salt=own.words["salt"])


def refuse_known(pk: uuid.UUID, *, to: uuid.UUID) -> None:
    """What was made known keeps its id: a tab that is behind does not write under it."""
    if Item.objects.filter(pk=pk, writer=to).exists():
        raise Refused(_("This was sent or said already, so it stays as it is."))
    if Item.is_taken(pk):
        raise Item.DoesNotExist
