"""Accounts: what somebody did, in their own words, and what was added later."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from mend.refusals import Refused
from steps.acknowledging.forms import AccountForm
from steps.acknowledging.replies import AccountReply
from steps.sharing import kinds
from steps.sharing.answering import refuse_own, refuse_withdrawn
from steps.sharing.items import Item
from steps.sharing.pace import check_pace
from steps.timeline.models import Event

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Account(Item):
    """What one did. `number`: the first is 1, any other was added later; `says_all`: all of it."""

    form = AccountForm

    item_ptr = models.OneToOneField(
        Item, models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )
    number = models.SmallIntegerField(default=1)
    says_all = models.BooleanField(default=False)

    if TYPE_CHECKING:
        replies: RelatedManager[AccountReply]

    def take_place(self) -> None:
        """What the other does not know of is not counted where they can see the number."""
        mine = Account.objects.filter(writer=self.writer_id, journey=self.journey_id)
        self.number = 1 + (mine.sent() if self.sent_at else mine).count()

    @property
    def topic(self) -> str:
        return (
            _("%(title)s, added later") % {"title": super().topic}
            if self.is_added
            else super().topic
        )

    @property
    def is_added(self) -> bool:
        return self.number > 1

    def told_facts(self) -> list[tuple[str, str]]:
        return [(_("Said with it"), _("That is all of it."))] if self.says_all else []

    def event_facts(self) -> dict[str, Any]:
        facts = {"added_later": self.is_added, "says_all": self.says_all}
        return {name: said for name, said in facts.items() if said}

    def reply(self, choice: str, *, by: User) -> AccountReply:
        """Answer freely, or change the answer; the same again is the answer that stands.

        That something is missing can be said once to each account, and not any more once its
        writer has said that there is nothing more.
        """
        given = self.given_to(by)
        refuse_withdrawn(self)
        if given and given[-1].choice == choice:
            return given[-1]
        if choice == "missing" and not self.may_miss(self.replies.all()):
            raise Refused(
                _("You said before that something is missing. It can be said once to each.")
            )
        check_pace((reply.said_at for reply in given), by=by)
        return self.say("account_reply", choice, by=by)

    def unsay(self, *, by: User) -> None:
        """Take back what one answered; that there was an answer stays in the record."""
        given = self.given_to(by)
        if given and given[-1].choice != "taken_back":
            self.say("unsaid", "taken_back", by=by)

    def say_nothing_more(self, *, by: User) -> None:
        """Answer for good that something is missing; saying it twice is saying it once."""
        if self.writer_id != by.pk or self.sent_at is None:
            raise Account.DoesNotExist
        by.lock_couple()
        refuse_withdrawn(self)
        said = [reply.choice for reply in self.replies.order_by("number")]
        if "nothing_more" in said:
            return
        if "missing" not in said:
            raise Refused(_("Nobody has said that something is missing."))
        self.say("nothing_more", "nothing_more", by=by)

    def may_miss(self, replies: Iterable[AccountReply]) -> bool:
        return not {reply.choice for reply in replies} & {"missing", "nothing_more"}

    def given_to(self, by: User) -> list[AccountReply]:
        """What `by` answered, oldest first, with the couple locked. Nobody answers themselves."""
        refuse_own(self, by)
        by.lock_couple()
        return list(self.replies.filter(writer=by).order_by("number"))

    def say(self, kind: str, choice: str, *, by: User) -> AccountReply:
        """As the record calls it, and the one word of the row."""
        reply = AccountReply.objects.create(
            couple_id=self.couple_id, account=self, writer=by, choice=choice,
            number=self.replies.count() + 1,
        )  # fmt: skip
        facts = {"choice": choice} if kind == "account_reply" else {}
        Event.note(kind, about=self, by=by, **facts)
        return reply


kinds.register("account", label=gettext_lazy("What I did"), form=AccountForm, item=Account)
