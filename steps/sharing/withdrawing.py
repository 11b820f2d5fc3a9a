"""Taking back in the open what was sent. It goes into the record with its day, for good.

What the offender delivered stays readable to its reader, struck through: nobody can unsay a
confession. The words of the one who was hurt are taken away from the other for good.
"""

from django.db import connection
from django.utils.translation import gettext as _

from accounts.models import User
from mend import clock
from mend.refusals import Refused
from steps.sharing.items import Item
from steps.sharing.kinds import KINDS
from steps.sharing.limits import check_withdrawal
from steps.sharing.room import refuse_in_space
from steps.timeline.models import Event

# What the record calls it; a promise is ended instead, and a report corrected.
CALLED = {
    "entry": "withdrawn", "letter": "withdrawn", "offer": "revoked", "account": "withdrawn",
    "guess": "withdrawn", "map": "unsaid", "chain": "withdrawn", "lesson": "withdrawn",
    "plan": "withdrawn", "ownership": "withdrawn", "disclosure": "withdrawn",
    "change": "withdrawn",
}  # fmt: skip


def may_be_withdrawn(item: Item) -> bool:
    is_out = item.sent_at is not None and item.withdrawn_at is None
    return is_out and item.kind in CALLED and not item.is_settled()


def withdraw(item: Item, *, by: User) -> None:
    """Take back a card of one’s own; saying it twice is saying it once."""
    if item.writer_id != by.pk or item.sent_at is None or item.kind not in CALLED:
        raise Item.DoesNotExist
    by.lock_couple()
    if item.is_settled():
        raise Refused(_("Something followed it, so it stays as it is."))
    item.refresh_from_db(fields=["withdrawn_at"])
    if item.withdrawn_at:
        return
    if not KINDS[item.kind].by_other:
        refuse_in_space()
        check_withdrawal(item.kind, by=by)
    if take_away(item):
        Event.note(CALLED[item.kind], about=item, by=by)


def take_away(item: Item) -> bool:
    """Note that it is taken back, and take away the other’s copy if it is not the offender’s.

    False if it was before. The database does both, past the policies, for its writer alone.
    """
    now = clock.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT steps_withdraw(%s, %s)", [item.pk, now])
        (is_done,) = cursor.fetchone()
    if is_done:
        item.withdrawn_at = now
    return bool(is_done)
