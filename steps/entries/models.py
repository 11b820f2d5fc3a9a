"""Answers at a step: structured writing that can be shared or said in person."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from mend.refusals import Refused
from steps.entries.forms import EntryForm
from steps.guide.steps import step
from steps.sharing import kinds
from steps.sharing.items import Item

if TYPE_CHECKING:
    from steps.sharing.drafts import Draft


class Entry(Item):
    """The answers to one step's questions, as they were shared or said."""

    form = EntryForm

    @classmethod
    def allow(cls, draft: "Draft", *, by: User) -> None:
        if not step(draft.step or 0).shareable:
            raise Refused(_("What you write at this step stays with you."))


kinds.register("entry", label=gettext_lazy("What I wrote"), form=EntryForm, item=Entry)
