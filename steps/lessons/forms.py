"""The chain of what led there, link by link, and the lesson from it."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mend.forms import at_most
from steps.sharing.forms import DraftForm
from steps.sharing.series import Box, SeriesForm, Sort

CHOICE = "choice"


class ChainForm(SeriesForm):
    """Links in their order: what came before, choice points, what I told myself."""

    sorts: ClassVar[dict[str, Sort]] = {
        "before": Sort(
            gettext_lazy("What came before"),
            gettext_lazy("Add what came before"),
            (
                Box(
                    "text",
                    gettext_lazy("What was going on?"),
                    gettext_lazy("Something you did, felt or kept to yourself."),
                    gettext_lazy("What came before"),
                ),
            ),
        ),
        CHOICE: Sort(
            gettext_lazy("A choice point"),
            gettext_lazy("Add a choice point"),
            (
                Box(
                    "text",
                    gettext_lazy("Where could you have turned back?"),
                    gettext_lazy("One moment, however small."),
                    gettext_lazy("A choice point"),
                ),
                Box(
                    "instead",
                    gettext_lazy("What will you do there instead?"),
                    gettext_lazy("One thing that you do, small enough for a bad day."),
                    gettext_lazy("What I will do instead"),
                ),
            ),
        ),
        "told": Sort(
            gettext_lazy("What I told myself"),
            gettext_lazy("Add what you told yourself"),
            (
                Box(
                    "text",
                    gettext_lazy("What did you tell yourself?"),
                    gettext_lazy("The sentence as you thought it then, word for word."),
                    gettext_lazy("What I told myself"),
                ),
            ),
        ),
    }
    begins_with = ("before1", "choice2", "told3", "choice4")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(self.filled()):
            raise forms.ValidationError(_("There is nothing here yet. Write a few words first."))
        return cleaned


class LessonForm(DraftForm):
    """What was learned, without the chain."""

    told_as: ClassVar[dict[str, Any]] = {"lesson": gettext_lazy("What I learned")}

    lesson = forms.CharField(
        label=gettext_lazy("What did you learn about how you came to do it?"),
        help_text=gettext_lazy(
            "In a few sentences, each about you. An explanation makes the act no smaller."
        ),
        validators=[at_most(4000)],
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class TieForm(forms.Form):
    """What one will do at a choice point: a promise or a plan of one’s own, or nothing yet."""

    tied_to = forms.UUIDField(required=False)
