"""Ann says what she did; what Ben answers."""

from typing import Any

from accounts.models import User
from mend.identity import acting_as
from steps.acknowledging.models import Account
from steps.acknowledging.replies import AccountReply
from steps.sharing.shelf import Reading
from tests.writing import send, tell, write_account


def said(ann: User, *, to: User, what: str = "I hid the card from you.", **more: Any) -> Account:
    """Sent, and opened by its reader."""
    item = send(write_account(ann, what, **more), by=ann)
    Reading.open(item, by=to)
    return Account.objects.get(pk=item.pk)


def told(ann: User, **more: Any) -> Account:
    return Account.objects.get(pk=tell(write_account(ann, **more), by=ann).pk)


def reply(account: Account, choice: str, *, by: User) -> AccountReply:
    with acting_as(by):
        return account.reply(choice, by=by)


def nothing_more(account: Account, *, by: User) -> None:
    with acting_as(by):
        account.say_nothing_more(by=by)
