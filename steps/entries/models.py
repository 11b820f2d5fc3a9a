"""Answers at a step: structured writing that can be shared or said in person."""

from django.utils.translation import gettext_lazy

from steps.entries.forms import EntryForm
from steps.guide import steps as guide
from steps.sharing import kinds
from steps.sharing.items import Item


class Entry(Item):
    """The answers to one step's questions, as they were shared or said."""

    form = EntryForm

    @classmethod
    def may_leave(cls, step: int) -> bool:
        """Where a step has a slice of its own, what was begun before stays readable."""
        return guide.step(step).shareable and guide.step(step).practice == "entry"


kinds.register("entry", label=gettext_lazy("What I wrote"), form=EntryForm, item=Entry)
