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
        """Where letters are written nothing else leaves: it would pass by their limits."""
        return guide.step(step).shareable and guide.step(step).practice != "letter"


kinds.register("entry", label=gettext_lazy("What I wrote"), form=EntryForm, item=Entry)
