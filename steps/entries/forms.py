"""One box for each question of a step."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from mend.forms import at_most
from steps.guide.steps import step as step_numbered
from steps.sharing.forms import LONGEST, DraftForm


class EntryForm(DraftForm):
    """At least one of the questions is answered."""

    def __init__(self, *args: Any, step: int, **kwargs: Any) -> None:
        super().__init__(*args, step=step, **kwargs)
        for question in step_numbered(step).questions:
            self.fields[question.key] = forms.CharField(
                label=str(question.text),
                help_text=str(question.hint),
                required=False,
                validators=[at_most(LONGEST)],
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    @classmethod
    def headings(cls, step: int) -> dict[str, Any]:
        return {question.key: question.text for question in step_numbered(step).questions}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("There is nothing here yet. Write a few words first."))
        return cleaned
