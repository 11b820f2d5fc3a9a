"""The prevention plan: where it could happen again, and what I do before it does."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from steps.sharing.series import Box, SeriesForm, Sort


class PlanForm(SeriesForm):
    """One risk or several. A risk is whole with its sign, the move and when it is told."""

    sorts: ClassVar[dict[str, Sort]] = {
        "risk": Sort(
            gettext_lazy("A risk"),
            gettext_lazy("Add a risk"),
            (
                Box(
                    "risk",
                    gettext_lazy("In which situation could it happen again?"),
                    gettext_lazy("Times, places, people, moods. As exact as you can."),
                    gettext_lazy("Where it could happen again"),
                ),
                Box(
                    "sign",
                    gettext_lazy("What is the first sign that you can notice?"),
                    gettext_lazy("A thought, a feeling, a small secret, before anyone sees it."),
                    gettext_lazy("The first sign"),
                ),
                Box(
                    "move",
                    gettext_lazy("What will you do then?"),
                    gettext_lazy("One thing that you can do alone and at once."),
                    gettext_lazy("What I do then"),
                ),
                Box(
                    "telling",
                    gettext_lazy("How soon will you tell them, and how?"),
                    gettext_lazy("A time that you can keep, even if nothing happened in the end."),
                    gettext_lazy("How soon I tell you"),
                ),
            ),
        ),
    }
    begins_with = ("risk1",)

    def clean(self) -> dict[str, Any]:
        """An empty risk does not count; one that was begun is finished, or taken out."""
        cleaned = super().clean() or {}
        risks = list(self.filled())
        for name in (name for _key, texts in risks for name, text in texts.items() if not text):
            if name not in self.errors:
                self.add_error(name, _("This is missing. Fill it in, or take this risk out."))
        if not self.errors and not risks:
            raise forms.ValidationError(_("There is nothing here yet. Write down one risk first."))
        return cleaned
