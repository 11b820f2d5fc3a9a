"""The forms of free answers to what was sent."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mend.forms import at_most
from mend.marks import few_marks
from steps.sharing.demands import NOTHING_TO_ASK_FOR
from steps.sharing.reply_words import SAYINGS


class FreeAnswerForm(forms.Form):
    """None is expected, and each `choice` of a slice is as good as the others."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    choice = forms.ChoiceField(label=gettext_lazy("Your answer"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=gettext_lazy("A few words"),
        help_text=format_lazy(
            "{} {}",
            gettext_lazy("At most 280 characters. You can take your words away again at any time."),
            NOTHING_TO_ASK_FOR,
        ),
        validators=[at_most(280), few_marks],
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReplyForm(FreeAnswerForm):
    """A free answer to a card: `choices` are those that its kind knows."""

    def __init__(self, data: Any = None, *, choices: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        labels = [(choice, SAYINGS[choice].label) for choice in choices]
        self.fields["choice"].choices = labels  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What adds something says what it adds."""
        cleaned = super().clean() or {}
        choice = cleaned.get("choice")
        if choice and SAYINGS[choice].adds and not cleaned.get("words"):
            self.add_error("words", _("Write in a few words what you would like to add."))
        return cleaned
